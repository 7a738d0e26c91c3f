import type { MapLayer } from './spec.ts';

const DIVERGING = ['low-2', 'low-1', 'mid', 'high-1', 'high-2'] as const;

/** The name of a class's colour: `--class-<name>` fills it, `--class-<name>-ink` writes on it. Fewer than five are spread. */
export const colourOf = (
  { scheme, classes }: { scheme: MapLayer['scheme']; classes: readonly unknown[] },
  index: number
): string => {
  if (scheme === 'diverging') return DIVERGING[index] ?? 'mid';
  const last = classes.length - 1;
  return String(last > 0 ? 1 + Math.round((index * 4) / last) : 3);
};
