/**
 * The quantile of a sample by R's type 7 (linear interpolation between order statistics; Hyndman and Fan 1996).
 * `values` in any order, at least one; `p` from 0 to 1. Throws for an empty sample.
 */
export const quantile = (values: readonly number[], p: number): number => {
  if (!values.length) throw new Error('quantile: expected at least one value, found none');
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * p;
  const below = Math.floor(place);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return low + (high - low) * (place - below);
};
