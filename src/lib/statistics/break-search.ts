import { Memo } from '#lib/domain/memo.ts';
import { normalDraws } from './gamma-draws.ts';
import { noClaim, type NoClaim } from './no-claim.ts';
import { quantile } from './quantile.ts';
import { seededRandom } from './seeded-random.ts';
import type { Yearly } from './segmented.ts';

/** The year at which a series is most plainly in two parts, and whether that is more than chance would find somewhere. */
export interface BreakFound {
  kind: 'break search';
  /** The first year of the later part. */
  year: number;
  /** The largest F statistic of all years searched, and the value that the largest of chance alone stays below in 95%. */
  supF: number;
  critical: number;
  isClear: boolean;
  /** F of every year searched. */
  tried: Yearly[];
}

const NO_SEARCH = { few: 'fewer than twelve years', still: 'the figures do not change' } as const;

const FEWEST_YEARS = 12;

/** The part of the years at each end that is not searched, as each side needs some to have a mean. */
const TRIM = 0.15;

/** The change of each year from the one before; a year whose neighbour is missing has none. */
export const yearlyChanges = (series: readonly Yearly[]): Yearly[] => {
  const at = new Map(series.map(({ year, value }) => [year, value]));
  return [...series]
    .sort((a, b) => a.year - b.year)
    .flatMap(({ year, value }) => {
      const before = at.get(year - 1);
      return before === undefined ? [] : [{ year, value: value - before }];
    });
};

/** F of a difference in mean between what lies before each place and what lies from it on, by place; trimmed places are left out. */
const statistics = (values: readonly number[]): { at: number; f: number }[] => {
  const n = values.length;
  const edge = Math.max(2, Math.floor(n * TRIM));
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  let before = 0;
  return values.flatMap((value, at) => {
    const own = before;
    before += value - mean;
    if (at < edge || n - at < edge) return [];
    // What a difference in mean takes off the squares, from the sum of one side about the mean of both.
    const taken = own ** 2 / at + own ** 2 / (n - at);
    return [{ at, f: taken / ((squares - taken) / (n - 2)) }];
  });
};

/** What `criticalSupF` comes to for a series of some hundreds of years, to a tenth. */
export const LONG_SERIES_CRITICAL = 8.6;

const criticalValues = new Memo<number, number>();

/**
 * The value that the largest F of `n` independent normal figures stays below in 95% of 20,000 seeded draws. For long series it
 * comes near the 8.68 of Andrews's table (2003, Econometrica 71: 395-397, one parameter, 15% trimmed).
 */
export const criticalSupF = (n: number): number =>
  criticalValues.get(n, () => {
    const normal = normalDraws(seededRandom(n));
    const largest = Array.from({ length: 20_000 }, () =>
      Math.max(...statistics(Array.from({ length: n }, normal)).map(({ f }) => f))
    );
    return quantile(largest, 0.95);
  });

/**
 * Searches a series, such as yearly changes, for a change of its mean at an unknown date: the largest F of all dates but the
 * outer 15% on each side (Andrews 1993, Econometrica 61: 821-856). That the date is not known beforehand makes chance find a larger
 * F, which `critical` allows for. No claim with fewer than twelve years, or where the figures are all the same.
 */
export const searchBreak = (
  series: readonly Yearly[]
): BreakFound | NoClaim<(typeof NO_SEARCH)[keyof typeof NO_SEARCH]> => {
  const ordered = [...series].sort((a, b) => a.year - b.year);
  if (ordered.length < FEWEST_YEARS) return noClaim(NO_SEARCH.few);
  if (ordered.every(({ value }) => value === ordered[0]!.value)) return noClaim(NO_SEARCH.still);
  const tried = statistics(ordered.map(({ value }) => value)).map(({ at, f }) => ({
    year: ordered[at]!.year,
    value: f
  }));
  const best = tried.reduce((most, each) => (each.value > most.value ? each : most));
  const critical = criticalSupF(ordered.length);
  return {
    kind: 'break search',
    year: best.year,
    supF: best.value,
    critical,
    isClear: best.value > critical,
    tried
  };
};
