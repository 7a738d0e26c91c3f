import type { Yearly } from './segmented.ts';

/**
 * Counts as rates for every 10,000 children, of the years that have both; `children` are those of the middle of the year before,
 * under the year in which March lies. Nothing is rounded.
 */
export const yearlyRates = (counts: readonly Yearly[], children: readonly Yearly[]): Yearly[] => {
  const bases = new Map(children.map(({ year, value }) => [year, value]));
  return counts.flatMap(({ year, value }) => {
    const base = bases.get(year);
    return base ? [{ year, value: (value / base) * 10_000 }] : [];
  });
};
