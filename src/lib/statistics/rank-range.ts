import type { SizedRange } from './count-range.ts';
import { gammaDraws } from './gamma-draws.ts';
import type { RateKind } from './limits.ts';
import { noClaim, type NoClaim } from './no-claim.ts';
import { FEWEST_AREAS } from './over-dispersion.ts';
import { fitPrior, weightsOf, type Prior } from './pooling.ts';
import type { Quarter } from './rank.ts';
import { seededRandom } from './seeded-random.ts';

/** An area to be ranked: what its count may be, and what it is out of. A suppressed count is a range too. */
export interface RankedArea extends SizedRange {
  key: string;
}

/** Where an area may stand once chance is allowed for. */
interface RankRange {
  /** The places within which it lies in 95% of the draws, the first of them nearest the top. */
  first: number;
  last: number;
  /** The share of draws in each quarter, from that with the lowest figures. */
  quarters: readonly [number, number, number, number];
  /** The quarter that holds at least 80% of the draws; undefined where none does. */
  quarter?: Quarter;
}

/** The ranges of all areas by key, how many there are, and the distribution that their true figures were taken to have. */
export interface RankRanges {
  kind: 'rank ranges';
  of: number;
  prior: Prior;
  ranges: Map<string, RankRange>;
}

const NO_RANKS = {
  few: 'fewer than ten areas have a figure',
  same: 'every area has none, or all'
} as const;

export type NoRanks = NoClaim<(typeof NO_RANKS)[keyof typeof NO_RANKS]>;

/** The least share of draws at which a quarter is named. */
const NAMED_FROM = 0.8;

/** How many draws: enough that an end of a range moves by less than two places from seed to seed. */
const DRAWS = 2_000;

/** Draws the true figure of an area, given its count: partial pooling. Which count, where it may be several, is drawn first. */
const drawer = (prior: Prior, area: RankedArea, random: () => number, gamma: (shape: number) => number) => {
  const weights = weightsOf(prior, area);
  const count = (): number => {
    let left = weights.length > 1 ? random() : 0;
    let i = 0;
    while (i < weights.length - 1 && left >= weights[i]!) left -= weights[i++]!;
    return area.least + i;
  };
  const { figure, a, b } = prior;
  if (figure === 'rate') return () => gamma(a + count()) / (b + area.size);
  return () => {
    const x = count();
    const own = gamma(a + x);
    return own / (own + gamma(b + area.size - x));
  };
};

/** How many of the sorted values are below one that is among them. */
const below = (sorted: Float64Array, value: number): number => {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** How often each area took each place, from the lowest figure (0): `places[area * areas + place]`. */
const countPlaces = (areas: readonly RankedArea[], prior: Prior, seed: number, draws: number): Uint32Array => {
  const random = seededRandom(seed);
  const gamma = gammaDraws(random);
  const drawers = areas.map((area) => drawer(prior, area, random, gamma));
  const n = areas.length;
  const places = new Uint32Array(n * n);
  const values = new Float64Array(n);
  for (let i = 0; i < draws; i++) {
    for (let area = 0; area < n; area++) values[area] = drawers[area]!();
    const sorted = values.slice().sort();
    for (let area = 0; area < n; area++) places[area * n + below(sorted, values[area]!)]!++;
  }
  return places;
};

/** The first place at which at least a share of the draws has been counted. */
const placeAt = (places: Uint32Array, share: number, draws: number): number => {
  let sum = 0;
  return places.findIndex((count) => (sum += count) >= share * draws);
};

/** The last place, from the lowest (0), of each of the first three quarters: values up to and with the percentile of type 7. */
const quarterEnds = (n: number): number[] => [0.25, 0.5, 0.75].map((p) => Math.floor((n - 1) * p));

const readPlaces = (places: Uint32Array, from: 'highest' | 'lowest', draws: number): RankRange => {
  const n = places.length;
  const [low, high] = [placeAt(places, 0.025, draws), placeAt(places, 0.975, draws)];
  const ends = [-1, ...quarterEnds(n), n - 1];
  const share = (quarter: Quarter): number =>
    places.subarray(ends[quarter - 1]! + 1, ends[quarter]! + 1).reduce((sum, count) => sum + count, 0) / draws;
  const quarters = [share(1), share(2), share(3), share(4)] as const;
  const named = quarters.findIndex((each) => each >= NAMED_FROM);
  return {
    first: from === 'highest' ? n - high : low + 1,
    last: from === 'highest' ? n - low : high + 1,
    quarters,
    ...(named < 0 ? {} : { quarter: (named + 1) as Quarter })
  };
};

/**
 * Where each area may stand among all of them once chance is allowed for, by partial pooling (empirical Bayes: gamma-Poisson for
 * rates, beta-binomial for percentages, with the prior of `fitPrior`): the true figures of all areas are drawn from what their
 * counts leave open, and ranked, again and again; the range holds 95% of an area's places (Goldstein and Spiegelhalter 1996,
 * Journal of the Royal Statistical Society A 159: 385-443, section 5.2). `from` says which end is first. The same `seed` gives the
 * same ranges. The drawn figures are for the ranks alone: an area's figure is the published one.
 *
 * An area with a suppressed count is ranked by what it may be (`SUPPRESSED`); one with no count at all is not given. No claim for
 * fewer than ten areas, or where every area has none, or all. Throws where two areas have one key or a size is not above zero.
 */
export const rankRanges = (
  areas: readonly RankedArea[],
  figure: RateKind,
  from: 'highest' | 'lowest' = 'highest',
  { seed = 1, draws = DRAWS }: { seed?: number; draws?: number } = {}
): RankRanges | NoRanks => {
  if (new Set(areas.map(({ key }) => key)).size < areas.length)
    throw new Error('rankRanges: expected each key once, found one twice');
  const wrong = areas.find(({ size, least, most }) => !(size > 0 && least >= 0 && least <= most));
  if (wrong) throw new Error(`rankRanges: ${wrong.key}: expected a count from zero out of a size above zero`);
  if (areas.length < FEWEST_AREAS) return noClaim(NO_RANKS.few);
  const isAll = figure === 'percent' && areas.every(({ least, size }) => least >= size);
  if (isAll || areas.every(({ most }) => most === 0)) return noClaim(NO_RANKS.same);
  const prior = fitPrior(areas, figure);
  const places = countPlaces(areas, prior, seed, draws);
  const n = areas.length;
  return {
    kind: 'rank ranges',
    of: n,
    prior,
    ranges: new Map(areas.map(({ key }, i) => [key, readPlaces(places.subarray(i * n, (i + 1) * n), from, draws)]))
  };
};
