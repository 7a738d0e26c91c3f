import { searchBreak } from '#lib/statistics/break-search.ts';
import { testDifference, verdictsOf, type Difference } from '#lib/statistics/change-test.ts';
import { SUPPRESSED, countRange, type CountRange } from '#lib/statistics/count-range.ts';
import { adjustForDeprivation } from '#lib/statistics/deprivation-adjusted.ts';
import { judgeResiduals } from '#lib/statistics/durbin-watson-test.ts';
import { zOf } from '#lib/statistics/interval.ts';
import { limitsAt } from '#lib/statistics/limits.ts';
import { beyondLimits, logLimits, logSpread } from '#lib/statistics/over-dispersion.ts';
import { placeboRecord } from '#lib/statistics/placebo.ts';
import { durbinWatson, regress } from '#lib/statistics/regression.ts';
import { rankRanges } from '#lib/statistics/rank-range.ts';
import { recentTrend } from '#lib/statistics/recent-trend.ts';
import { dispersionAt, yearDispersion, type YearPair } from '#lib/statistics/year-dispersion.ts';
import { SIZES, drawsOf, type Draws } from './made-up.ts';

/** One thing promised and what was found, as shares of one. */
export interface Finding {
  name: string;
  promised: string;
  found: number;
  /** How many single cases the share was taken from. */
  of: number;
}

/** Counts how often something holds. */
class Tally {
  private held = 0;
  private all = 0;

  add(isHeld: boolean): void {
    this.all++;
    if (isHeld) this.held++;
  }

  finding(name: string, promised: string): Finding {
    return { name, promised, found: this.held / Math.max(1, this.all), of: this.all };
  }
}

const exact = (count: number): CountRange => ({ least: count, most: count });

/** True rates of councils, spread by a factor of about 1.8 round 67 for every 10,000, as for children looked after. */
const TRUTHS = {
  gamma: ({ gamma }: Draws) => 0.0067 * (gamma(9) / 9),
  lognormal: ({ normal }: Draws) => 0.0067 * Math.exp(0.35 * normal())
};

const ranks = (
  name: string,
  runs: number,
  seed: number,
  truth: (draws: Draws) => number,
  publish: (count: number) => CountRange,
  scale = 1
): Finding[] => {
  const draws = drawsOf(seed);
  const [coverage, named] = [new Tally(), new Tally()];
  for (let run = 0; run < runs; run++) {
    const rates = SIZES.map(() => truth(draws) * scale);
    const areas = SIZES.map((size, i) => ({
      key: String(i),
      size,
      ...publish(draws.poisson(rates[i]! * size))
    }));
    const found = rankRanges(areas, 'rate', 'highest', { seed: seed + run, draws: 1_000 });
    if (found.kind === 'no claim') throw new Error(found.why);
    const sorted = [...rates].sort((a, b) => b - a);
    rates.forEach((rate, i) => {
      const place = sorted.indexOf(rate) + 1;
      const { first, last, quarter } = found.ranges.get(String(i))!;
      coverage.add(first <= place && place <= last);
      const ends = [0.25, 0.5, 0.75].map((p) => Math.floor((rates.length - 1) * p) + 1);
      const own = 1 + ends.filter((end) => rates.length + 1 - place > end).length;
      if (quarter) named.add(quarter === own);
    });
  }
  return [
    coverage.finding(`rank ranges hold the true place: ${name}`, '95%'),
    named.finding(`quarters that are named are the true ones: ${name}`, 'more than 80%')
  ];
};

/** Rank ranges: of the model's own councils, of others, and with counts rounded or suppressed. */
export const rankFindings = (runs: number): Finding[] => [
  ...ranks('rates spread as the model has it', runs, 100, TRUTHS.gamma, exact),
  ...ranks('rates spread otherwise (log-normal)', runs, 200, TRUTHS.lognormal, exact),
  ...ranks(
    'counts rounded to 5',
    runs,
    300,
    TRUTHS.gamma,
    (count) => countRange(5 * Math.floor(count / 5 + 0.5), 5),
    0.2
  ),
  ...ranks(
    'counts from 1 to 5 suppressed',
    runs,
    400,
    TRUTHS.gamma,
    (count) => (count >= 1 && count <= 5 ? SUPPRESSED : exact(count)),
    0.02
  )
];

interface Years {
  pairs: YearPair[];
  /** Of each council, whether its true rate moved. */
  moved: boolean[];
}

/** Five years of counts of all councils; in the last a share of them has moved by a factor. */
const fiveYears = (
  draws: Draws,
  rate: number,
  count: (mean: number, draws: Draws) => number,
  { share = 0, factor = 1 } = {}
): { years: Years[]; series: { count: number; size: number }[][] } => {
  const own = SIZES.map(() => rate * Math.exp(0.25 * draws.normal()));
  const moved = SIZES.map(() => draws.uniform() < share);
  const series = SIZES.map((size, i) =>
    Array.from({ length: 5 }, (_, year) => {
      const shift = year === 4 && moved[i] ? (i % 2 ? factor : 1 / factor) : 1;
      return { count: count(size * own[i]! * shift, draws), size };
    })
  );
  const years = [1, 2, 3, 4].map((year) => ({
    moved: moved.map((each) => year === 4 && each),
    pairs: series.map((points) => {
      const [before, after] = [points[year - 1]!, points[year]!].map(({ count: x, size }) => ({ ...exact(x), size }));
      return { before: before!, after: after! };
    })
  }));
  return { years, series };
};

/** The dispersion to allow for, by the counts of both years together. */
const allowanceOf = (years: readonly Years[]): ((bothCounts: number) => number) => {
  const found = yearDispersion(
    years.map(({ pairs }) => pairs),
    'rate'
  );
  return (bothCounts) => (found.kind === 'year to year' ? dispersionAt(found, bothCounts) : 1);
};

const bothCounts = ({ before, after }: YearPair): number => before.least + after.least;

/** How counts move from year to year: by chance alone, by ten times the variance, or by a tenth of the rate whatever the size. */
const MOVES = {
  'chance alone': (mean: number, { poisson }: Draws) => poisson(mean),
  'ten times the variance of chance': (mean: number, { dispersed }: Draws) => dispersed(mean, 10),
  'a tenth of the rate, whatever the size': (mean: number, { normal, poisson }: Draws) =>
    poisson(mean * Math.exp(0.1 * normal()))
};

/** The change test: its level scaled and unscaled, the coverage of its interval, and false discoveries. */
export const changeFindings = (runs: number): Finding[] =>
  Object.entries(MOVES).flatMap(([name, count], at) => {
    const draws = drawsOf(500 + at);
    const [unscaled, scaled, coverage, large] = [new Tally(), new Tally(), new Tally(), new Tally()];
    let [falseShare, discovered, moved] = [0, 0, 0];
    for (let run = 0; run < runs; run++) {
      const { years } = fiveYears(draws, 0.02, count);
      const allowance = allowanceOf(years);
      years.at(-1)!.pairs.forEach((pair, i) => {
        const { before, after } = pair;
        const [plain, test] = [1, allowance(bothCounts(pair))].map(
          (by) => testDifference(before, after, 'rate', by) as Difference
        );
        unscaled.add(plain!.p < 0.05);
        scaled.add(test!.p < 0.05);
        if (SIZES[i]! > 100_000) large.add(test!.p < 0.05);
        coverage.add(test!.change.low <= 1 && 1 <= test!.change.high!);
      });
      // A fifth of all councils really moves, by a factor that is plain for the large ones.
      const changed = fiveYears(draws, 0.02, count, { share: 0.2, factor: 1.5 });
      const own = allowanceOf(changed.years.slice(0, 3));
      const last = changed.years.at(-1)!;
      const tests = last.pairs.map((pair) => testDifference(pair.before, pair.after, 'rate', own(bothCounts(pair))));
      const verdicts = [...verdictsOf(new Map(tests.map((test, i) => [String(i), test]))).values()];
      const clear = verdicts.flatMap((each, i) => (each === 'rose' || each === 'fell' ? [last.moved[i]!] : []));
      falseShare += clear.length ? clear.filter((each) => !each).length / clear.length : 0;
      discovered += clear.filter(Boolean).length;
      moved += last.moved.filter(Boolean).length;
    }
    return [
      unscaled.finding(
        `unscaled, changes at 5% where nothing changed: ${name}`,
        name === 'chance alone' ? '5% or less' : 'far more than 5%'
      ),
      scaled.finding(`scaled, changes at 5% where nothing changed: ${name}`, '5% or less'),
      large.finding(`the same, councils of more than 100,000 children: ${name}`, '5% or less'),
      coverage.finding(`intervals of the change hold the true one: ${name}`, '95% or more'),
      {
        name: `false ones among changes that pass, a fifth moved by half: ${name}`,
        promised: '5% or less',
        found: falseShare / runs,
        of: runs
      },
      { name: `true changes that pass: ${name}`, promised: 'as many as can be', found: discovered / moved, of: moved }
    ];
  });

/** How far apart the two years are that the change since March 2008 compares, and more. */
const FAR_APART = 17;

/** How the logarithm of a council's rate lies about its level, a year at a time: by itself, with half or nine tenths carried on, or wandering off. */
const PATHS: readonly { name: string; promised: string; carried: number }[] = [
  { name: 'a tenth of the rate, each year by itself', promised: '5%', carried: 0 },
  { name: 'a tenth of the rate, half of it carried to the next year', promised: 'more than 5%', carried: 0.5 },
  { name: 'a tenth of the rate, nine tenths carried', promised: 'far more than 5%', carried: 0.9 },
  { name: 'rates that wander by a tenth a year and stay there', promised: 'most: the rate has moved', carried: 1 }
];

/**
 * The change test over many years, where it allows for the usual movement of one: with rates that stay about a level, and with rates
 * that leave it.
 */
export const distanceFindings = (runs: number): Finding[] =>
  PATHS.map(({ name, promised, carried }, at) => {
    const draws = drawsOf(550 + at);
    const found = new Tally();
    for (let run = 0; run < runs; run++) {
      const series = SIZES.map((size) => {
        const level = 0.02 * Math.exp(0.25 * draws.normal());
        // Begun in its own long run, so that every year varies alike; a wandering rate has none.
        let shift = (0.1 * draws.normal()) / (carried < 1 ? Math.sqrt(1 - carried ** 2) : 1);
        return Array.from({ length: FAR_APART + 1 }, () => {
          shift = carried * shift + 0.1 * draws.normal();
          return { ...exact(draws.poisson(size * level * Math.exp(shift))), size };
        });
      });
      const years = [5, 4, 3, 2, 1].map((ago) => ({
        moved: [],
        pairs: series.map((points) => ({ before: points.at(-1 - ago)!, after: points.at(-ago)! }))
      }));
      const allowance = allowanceOf(years);
      for (const points of series) {
        const pair = { before: points[0]!, after: points.at(-1)! };
        const test = testDifference(pair.before, pair.after, 'rate', allowance(bothCounts(pair))) as Difference;
        found.add(test.p < 0.05);
      }
    }
    return found.finding(`changes at 5% over ${FAR_APART} years: ${name}`, promised);
  });

/** The recent trend at its 0.2% level, with rates that stay where they are. */
export const trendFindings = (runs: number): Finding[] =>
  Object.entries(MOVES).flatMap(([name, count], at) => {
    const draws = drawsOf(600 + at);
    const [unscaled, scaled] = [new Tally(), new Tally()];
    for (let run = 0; run < runs; run++) {
      const { years, series } = fiveYears(draws, 0.02, count);
      const allowance = allowanceOf(years);
      for (const points of series) {
        const mean = points.reduce((sum, { count: x }) => sum + x, 0) / points.length;
        const own = points.map((point, i) => ({ ...point, at: 2000 + i, segment: 0 }));
        const [plain, test] = [1, allowance(2 * mean)].map((by) => recentTrend(own, 'rate', by).kind);
        unscaled.add(plain === 'rising' || plain === 'falling');
        scaled.add(test === 'rising' || test === 'falling');
      }
    }
    return [
      unscaled.finding(
        `unscaled, trends where there is none: ${name}`,
        name === 'chance alone' ? '0.2%' : 'far more than 0.2%'
      ),
      scaled.finding(`scaled, trends where there is none: ${name}`, '0.2%')
    ];
  });

/** How many councils lie beyond limits on the log scale, where councils differ by a log-normal factor. */
export const limitFindings = (runs: number): Finding[] => {
  const draws = drawsOf(700);
  const [near, far, high] = [new Tally(), new Tally(), new Tally()];
  for (let run = 0; run < runs; run++) {
    const areas = SIZES.map((size, i) => ({
      key: String(i),
      size,
      count: draws.poisson(size * TRUTHS.lognormal(draws))
    }));
    const spread = logSpread(areas, 67, 'rate');
    if (spread.kind === 'no claim') throw new Error(spread.why);
    for (const side of beyondLimits(areas, spread, 0.95).values()) near.add(side !== 'within');
    for (const side of beyondLimits(areas, spread, 0.998).values()) {
      far.add(side !== 'within');
      if (side !== 'within') high.add(side === 'higher');
    }
  }
  return [
    near.finding(
      'councils beyond the 95% limits that allow for the usual difference',
      '5%, more as winsorising draws them in'
    ),
    far.finding('councils beyond the 99.8% limits', '0.2%, more as winsorising draws them in'),
    high.finding('of these, councils above the upper limit', 'half')
  ];
};

/** How the logarithm of a rate rises with the score, about as for children looked after. */
const SLOPE = 3.5;

/** How councils lie about the rate usual at their scores: as chance has it, or by a log-normal factor beside. */
const ABOUT_THE_LINE = { 'chance alone': 0, 'and a factor of their own': 0.25 };

/** Rates set against deprivation: how many councils lie beyond the limits round the line, and how often its slope is held. */
export const deprivationFindings = (runs: number): Finding[] =>
  Object.entries(ABOUT_THE_LINE).flatMap(([name, factor], at) => {
    const draws = drawsOf(750 + at);
    const [chance, near, far, high, slopes] = [new Tally(), new Tally(), new Tally(), new Tally(), new Tally()];
    for (let run = 0; run < runs; run++) {
      const areas = SIZES.map((size, i) => {
        const score = 0.04 + 0.28 * draws.uniform();
        const rate = 0.0067 * Math.exp(SLOPE * (score - 0.17) + factor * draws.normal());
        return { key: String(i), size, score, count: draws.poisson(size * rate) };
      });
      const fit = adjustForDeprivation(areas, 67);
      if (fit.kind === 'no claim') throw new Error(fit.why);
      slopes.add(Math.abs(fit.slope - SLOPE) <= zOf(0.95) * fit.error);
      for (const { key, size, count } of areas) {
        const [rate, expected] = [(count / size) * 10_000, fit.expected.get(key)!];
        const outside = ({ low, high }: { low: number; high: number }): boolean => rate < low || rate > high;
        chance.add(outside(limitsAt(expected, size, 0.95, 'rate')));
        near.add(outside(logLimits(fit.residual, size, 0.95, expected)));
        const isFar = outside(logLimits(fit.residual, size, 0.998, expected));
        far.add(isFar);
        if (isFar) high.add(rate > expected);
      }
    }
    const usual = factor ? ', more as winsorising draws them in' : '';
    return [
      chance.finding(
        `councils beyond the 95% limits of chance round the rate usual at their deprivation: ${name}`,
        factor ? 'far more than 5%' : '5%'
      ),
      near.finding(`the same, beyond the wider 95% limits: ${name}`, `5%${usual}`),
      far.finding(`the same, beyond the wider 99.8% limits: ${name}`, `0.2%${usual}`),
      high.finding(`of these, councils above: ${name}`, factor ? 'fewer than half: the line is of means' : 'half'),
      slopes.finding(`intervals of the slope on deprivation hold the true one: ${name}`, '95%')
    ];
  });

const yearly = (n: number, of: (i: number) => number) =>
  Array.from({ length: n }, (_, i) => ({ year: 1994 + i, value: of(i) }));

/** A series that wanders: each year's change is independent, so levels go together. */
const wander = (n: number, { normal }: Draws) => {
  let at = 0;
  return yearly(n, () => (at += normal()));
};

/** What before and after rests on: the record on other dates, the search for a break, and the test of residuals. */
export const beforeAfterFindings = (runs: number): Finding[] => {
  const draws = drawsOf(800);
  const [still, wandering, search, together, missed] = [
    new Tally(),
    new Tally(),
    new Tally(),
    new Tally(),
    new Tally()
  ];
  const record = (tally: Tally, series: { year: number; value: number }[]): void => {
    const found = placeboRecord(series);
    if (found.kind === 'no claim') throw new Error(found.why);
    for (const { outside, of } of found.dates) for (let i = 0; i < of; i++) tally.add(i < outside);
  };
  const design = Array.from({ length: 20 }, (_, i) => [1, i]);
  const judge = (values: number[]): boolean =>
    judgeResiduals(durbinWatson(regress(design, values).residuals), design).verdict === 'go together';
  for (let run = 0; run < runs; run++) {
    record(
      still,
      yearly(32, (i) => 2 * i + draws.normal())
    );
    record(wandering, wander(32, draws));
    const found = searchBreak(yearly(31, draws.normal));
    search.add(found.kind === 'break search' && found.isClear);
    together.add(judge(design.map(draws.normal)));
    missed.add(judge(wander(20, draws).map(({ value }) => value)));
  }
  return [
    still.finding('later years outside the 95% band: a line with independent errors', '5%'),
    wandering.finding('later years outside the 95% band: a series that wanders', 'far more than 5%'),
    search.finding('breaks found at an unknown date where there is none', '5%'),
    together.finding('residuals said to go together where they are independent', '5%'),
    missed.finding('residuals said to go together where the series wanders', 'nearly all')
  ];
};
