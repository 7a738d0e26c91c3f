import { noClaim, type NoClaim } from './no-claim.ts';
import { fitSegments, type Yearly } from './segmented.ts';

/** A year at which nothing need have happened, and how many of the years after it lay outside the model's 95% band. */
interface PlaceboDate {
  year: number;
  outside: number;
  of: number;
}

/** The record of a model's band on every date that allows it. */
export interface PlaceboRecord {
  kind: 'placebo';
  dates: PlaceboDate[];
  /** The share of all later years that lay outside: 0.05 is what a 95% band promises. */
  share: number;
  /** The years after which every later year lay outside. */
  allOutside: number[];
}

/** How many years a model has on each side of a date, and whether the year of the date is counted with the later ones. */
export interface ModelShape {
  before: number;
  after: number;
  withTransition: boolean;
}

const FIVE_EACH: ModelShape = { before: 5, after: 5, withTransition: false };

const NO_PLACEBO = 'no year has enough years before and after it';

/**
 * How often later years fall outside the 95% prediction band of the earlier line, for a break put at every year that has
 * enough years on each side; five, and the year itself left out, unless another shape is given (placebo tests in time: Abadie, Diamond and Hainmueller 2015, American Journal of
 * Political Science 59: 495-510). The model is that of `fitSegments`, fitted to those years alone. A band that is as good as it says
 * has about one year in twenty outside. `series` may hold any figure by year, in any order; a year that is missing takes with it
 * the dates that need it.
 */
export const placeboRecord = (
  series: readonly Yearly[],
  { before, after, withTransition }: ModelShape = FIVE_EACH
): PlaceboRecord | NoClaim<typeof NO_PLACEBO> => {
  const of = after + (withTransition ? 1 : 0);
  const dates = [...series]
    .sort((a, b) => a.year - b.year)
    .flatMap(({ year }): PlaceboDate[] => {
      const found = fitSegments([...series], {
        from: year - before,
        to: year + after,
        transition: year,
        withTransition
      });
      if (!found || found.earlier.length < before || found.later.length < of) return [];
      const outside = found.comparisons.filter(
        ({ observed, expected }) => observed < expected.low || observed > expected.high
      );
      return [{ year, outside: outside.length, of }];
    });
  if (!dates.length) return noClaim(NO_PLACEBO);
  const sum = (get: (date: PlaceboDate) => number): number => dates.reduce((total, date) => total + get(date), 0);
  return {
    kind: 'placebo',
    dates,
    share: sum(({ outside }) => outside) / (dates.length * of),
    allOutside: dates.filter(({ outside }) => outside === of).map(({ year }) => year)
  };
};
