import type { Segmented } from './segmented.ts';

/** Where a segment's own line runs in a year, from the model's coefficients: a page draws it without the library for fitting. */
export const lineAt = (
  { fit, parting }: Pick<Segmented, 'fit' | 'parting'>,
  year: number,
  segment: 'earlier' | 'later'
): number => {
  const [b0 = 0, b1 = 0, b2 = 0, b3 = 0] = fit.coefficients;
  const t = year - parting.transition;
  return b0 + b1 * t + (segment === 'later' ? b2 + b3 * t : 0);
};
