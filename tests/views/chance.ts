/*
 * Chance by adding up probabilities, one whole count after the other: nothing of the code under test.
 */

interface Tails {
  /** P(X ≥ count), of the least whole count at or above a number. */
  above: (count: number) => number;
  /** P(X ≤ count), of the greatest whole count at or below a number. */
  below: (count: number) => number;
}

const known = new Map<string, Tails>();

/** The tails of a count: Poisson for events out of `base` people, binomial for a share of `base`. */
export const tailsOf = (kind: 'rate' | 'percent', base: number, share: number): Tails => {
  const id = `${kind}/${base}/${share}`;
  if (!known.has(id)) known.set(id, make(kind, base, share));
  return known.get(id)!;
};

const make = (kind: 'rate' | 'percent', base: number, share: number): Tails => {
  const mean = base * share;
  const most = kind === 'percent' ? Math.round(base) : Math.ceil(mean + 15 * Math.sqrt(mean) + 40);
  const upTo: number[] = [];
  let log = kind === 'rate' ? -mean : Math.round(base) * Math.log1p(-share);
  let sum = 0;
  for (let k = 0; k <= most; k++) {
    sum += Math.exp(log);
    upTo.push(sum);
    log += kind === 'rate' ? Math.log(mean / (k + 1)) : Math.log(((most - k) / (k + 1)) * (share / (1 - share)));
  }
  const below = (count: number): number => {
    const k = Math.floor(count + 1e-6);
    return k < 0 ? 0 : (upTo[Math.min(k, most)] ?? 1);
  };
  return { below, above: (count) => 1 - below(Math.ceil(count - 1e-6) - 1) };
};
