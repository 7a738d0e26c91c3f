import {
  autocorrelation,
  coefficient,
  durbinWatson,
  predictAt,
  regress,
  totalOf,
  type Fit,
  type Ranged
} from './regression.ts';

/** One year of a series: the year a period ends in, and its figure. */
export interface Yearly {
  year: number;
  value: number;
}

/** Which years of a series are fitted, and where it is parted. */
export interface Parting {
  /** First and last year fitted. */
  from: number;
  to: number;
  /** The year in which the event falls. It belongs to neither segment, unless it is counted with the later one. */
  transition: number;
  withTransition: boolean;
}

/** A later year beside what the earlier line, continued, would give. */
export interface ModelComparison {
  year: number;
  observed: number;
  /** The continued earlier line, with the prediction interval of one year's figure. */
  expected: Ranged;
  /** Observed less expected, with its range. */
  difference: Ranged;
}

/** A series fitted in two straight segments, and the earlier one continued. */
export interface Segmented {
  parting: Parting;
  /** The years fitted, in order. */
  earlier: Yearly[];
  later: Yearly[];
  fit: Fit;
  /** The earlier line's slope a year, the gap between the two lines in the year of transition, and the change of slope a year. */
  slope: Ranged;
  level: Ranged;
  slopeChange: Ranged;
  comparisons: ModelComparison[];
  /** The earlier line from its last year on, continued to the last later year, with the prediction interval of each year. */
  continued: ({ year: number } & Ranged)[];
  /** Sum of the differences of the later years, with its range: for counts of a year, never for positions on a day. */
  total: Ranged;
  durbinWatson: number;
  autocorrelation: number;
}

/** The fewest years a segment may have for a line and something left to judge it by. */
export const FEWEST = 3;

const rowOf = (year: number, transition: number, isLater: boolean): number[] => {
  const t = year - transition;
  return isLater ? [1, t, 1, t] : [1, t, 0, 0];
};

/**
 * Segmented regression with a change of level and of slope: y = b0 + b1·t + b2·L + b3·L·t, t in years from the transition,
 * L = 1 in the later segment. Undefined where a segment has fewer than three years.
 * Source: Wagner et al., Journal of Clinical Pharmacy and Therapeutics 27 (2002); Lopez Bernal et al., International
 * Journal of Epidemiology 46 (2017).
 */
export const fitSegments = (series: Yearly[], parting: Parting): Segmented | undefined => {
  const { from, to, transition, withTransition } = parting;
  const within = series.filter(({ year }) => year >= from && year <= to).sort((a, b) => a.year - b.year);
  const earlier = within.filter(({ year }) => year < transition);
  const later = within.filter(({ year }) => year > transition || (withTransition && year === transition));
  if (earlier.length < FEWEST || later.length < FEWEST) return undefined;
  const isLater = (year: number): boolean => year >= later[0]!.year;
  const fitted = [...earlier, ...later];
  const fit = regress(
    fitted.map(({ year }) => rowOf(year, transition, isLater(year))),
    fitted.map(({ value }) => value)
  );
  const rows = later.map(({ year }) => rowOf(year, transition, false));
  const beside = later.map(({ year, value }, i) => {
    const expected = predictAt(fit, rows[i]!);
    return { year, observed: value, expected, difference: less(value, expected) };
  });
  const [lastEarlier, lastLater] = [earlier.at(-1)!.year, later.at(-1)!.year];
  return {
    parting,
    earlier,
    later,
    fit,
    slope: coefficient(fit, 1),
    level: coefficient(fit, 2),
    slopeChange: coefficient(fit, 3),
    comparisons: beside,
    continued: Array.from({ length: lastLater - lastEarlier + 1 }, (_, i) => ({
      year: lastEarlier + i,
      ...predictAt(fit, rowOf(lastEarlier + i, transition, false))
    })),
    total: less(
      later.reduce((sum, { value }) => sum + value, 0),
      totalOf(fit, rows)
    ),
    durbinWatson: durbinWatson(fit.residuals),
    autocorrelation: autocorrelation(fit.residuals)
  };
};

/** The rows that a model was fitted to, one a year, as tests of its residuals need them. */
export const designOf = ({ parting, earlier, later }: Segmented): number[][] => [
  ...earlier.map(({ year }) => rowOf(year, parting.transition, false)),
  ...later.map(({ year }) => rowOf(year, parting.transition, true))
];

const less = (observed: number, { value, low, high }: Ranged): Ranged => ({
  value: observed - value,
  low: observed - high,
  high: observed - low
});

/**
 * The year, ending 31 March, in which a month lies: that of the transition. A position on 31 March and a count of the year
 * to 31 March have the same one. "2008-11" gives 2009.
 */
export const yearOfMonth = (month: string): number => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return number > 3 ? year + 1 : year;
};
