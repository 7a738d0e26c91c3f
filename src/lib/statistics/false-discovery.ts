/**
 * P-values adjusted for how many there are, in the order given: the smallest rate of false discoveries at which each would still
 * count as one (Benjamini and Hochberg 1995, Journal of the Royal Statistical Society B 57: 289-300; R's `p.adjust`). Throws
 * where one is not from 0 to 1.
 */
export const falseDiscoveryRates = (ps: readonly number[]): number[] => {
  if (!ps.every((p) => p >= 0 && p <= 1)) throw new Error('falseDiscoveryRates: expected probabilities from 0 to 1');
  const order = ps.map((_, i) => i).sort((a, b) => ps[b]! - ps[a]!);
  const adjusted = new Array<number>(ps.length);
  let least = 1;
  order.forEach((at, i) => {
    least = Math.min(least, (ps[at]! * ps.length) / (ps.length - i));
    adjusted[at] = least;
  });
  return adjusted;
};
