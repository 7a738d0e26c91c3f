import { formatDate, formatNumber, type Timing } from '#lib/domain/index.ts';
import { SERIES, type SeriesKey } from '#lib/statistics/before-after.ts';
import type { ModelComparison, Segmented, Yearly } from '#lib/statistics/segmented.ts';
import type { Ranged } from '#lib/statistics/regression.ts';

/** How each series is named, counted and placed in time. */
export const NAMES: Record<SeriesKey, { title: string; unit: string; timing: Timing; short: string }> = {
  'looked-after': {
    title: 'Children looked after at 31 March',
    unit: 'children looked after at 31 March',
    timing: 'at 31 March',
    short: 'looked after'
  },
  started: {
    title: 'Children starting to be looked after',
    unit: 'children starting in the year to 31 March',
    timing: 'year to 31 March',
    short: 'starting to be looked after'
  },
  ceased: {
    title: 'Children ceasing to be looked after',
    unit: 'children ceasing in the year to 31 March',
    timing: 'year to 31 March',
    short: 'ceasing to be looked after'
  },
  children: {
    title: 'All children aged 0 to 17: the control',
    unit: 'children, at the middle of the year before',
    timing: 'at 31 March',
    short: 'children aged 0 to 17'
  }
};

/** How many times a base goes into a fitted value, to the nearest whole. A fit is exact to some twelve digits, and a half within them is a half. */
export const toNearest = (value: number, base = 1): number => Math.round(Number((value / base).toPrecision(12)));

/** Counts are published to the nearest 10 or 100; what is worked out from them is said to the nearest 10, of the population to 1,000. */
const rounded = (value: number, key: SeriesKey): string => {
  const to = key === 'children' ? 1000 : 10;
  return formatNumber(toNearest(value, to) * to);
};

const range = ({ low, high }: Ranged, key: SeriesKey): string => `${rounded(low, key)} to ${rounded(high, key)}`;

/** "5,960 more (5,150 to 6,770 more)", "350 fewer, though the range takes in none (…)". */
export const difference = ({ value, low, high }: Ranged, key: SeriesKey): string => {
  const size = rounded(Math.abs(value), key);
  const way = value >= 0 ? 'more' : 'fewer';
  if (low > 0) return `${size} more (${rounded(low, key)} to ${rounded(high, key)} more)`;
  if (high < 0) return `${size} fewer (${rounded(-high, key)} to ${rounded(-low, key)} fewer)`;
  return `${size} ${way}, but the range reaches from ${rounded(-low, key)} fewer to ${rounded(high, key)} more, so it may be no difference at all`;
};

const when = (key: SeriesKey, year: number): string => {
  // The population of the middle of a year is the base of March of the next.
  if (key === 'children') return `In the middle of ${year - 1}`;
  return SERIES[key].countsAYear ? `In the year to 31 March ${year}` : `On 31 March ${year}`;
};

const observedSays = (key: SeriesKey, value: string): string => {
  switch (key) {
    case 'looked-after':
      return `${value} children were looked after`;
    case 'started':
      return `${value} children started to be looked after`;
    case 'ceased':
      return `${value} children ceased to be looked after`;
    case 'children':
      return `${value} children lived in England`;
    default:
      return key satisfies never;
  }
};

const atYear = (
  key: SeriesKey,
  model: Segmented,
  { year, observed, expected, difference: gap }: ModelComparison
): string => {
  const [first, last] = [model.earlier[0]!.year, model.earlier.at(-1)!.year];
  return `${when(key, year)}, ${observedSays(key, formatNumber(observed))}. Had the line of ${first} to ${last} gone on, it would have been ${rounded(expected.value, key)} (${range(expected, key)}). That is ${difference(gap, key)}.`;
};

const WORDS = ['three', 'four', 'five', 'six'];

const wordOf = (count: number): string => WORDS[count - 3] ?? String(count);

/** The sentences of a model: the first later year, the last, and for counts of a year all of them together. */
export const describeModel = (key: SeriesKey, model: Segmented): string[] => {
  const { comparisons: beside, later, total } = model;
  const [first, last] = [later[0]!.year, later.at(-1)!.year];
  const sentences = [atYear(key, model, beside[0]!), atYear(key, model, beside.at(-1)!)];
  if (SERIES[key].countsAYear)
    sentences.push(
      `Over the ${wordOf(later.length)} years to March ${last} together (from the year to March ${first}), that is ${difference(total, key)}.`
    );
  return sentences;
};

/** Which years each line is fitted to, and where the year of transition stands. */
export const describeLines = ({ earlier, later, parting: { transition, withTransition } }: Segmented): string[] => {
  const ends = (years: Yearly[]) => `${years[0]!.year} to ${years.at(-1)!.year}`;
  return [
    `Two straight lines are fitted to each series: one to the years to March ${ends(earlier)}, one to those from ${ends(later)}. The earlier line is then continued, dashed, with a band within which one year’s figure would lie 19 times in 20 if that line had gone on. What was counted is set against it.`,
    withTransition
      ? `The year to March ${transition} may hold months before the event and months after. It is counted with the later years.`
      : `The year to March ${transition}, hollow, holds the month of the event, so it may hold months before and months after: it is in neither line.`
  ];
};

/** What is said where nothing can be fitted. */
export const noModel = (event: string): string =>
  `With the event in ${formatDate(event)} too few years lie on one side, so nothing is fitted.`;

/** How well the lines fit, and whether neighbouring years are alike, in plain words. */
export const qualityOf = (key: SeriesKey, model: Segmented): string => {
  const { fit, durbinWatson, autocorrelation } = model;
  const alike =
    Math.abs(autocorrelation) >= 0.5
      ? 'a sign that neighbouring years go together'
      : 'no strong sign that neighbouring years go together';
  return `${NAMES[key].title}: ${fit.residuals.length} years, ${fit.freedom} degrees of freedom; years scatter about the lines by ${rounded(fit.deviation, key)} (standard deviation); R² ${formatNumber(fit.rSquared, 3)}; Durbin–Watson ${formatNumber(durbinWatson, 2)}, correlation of neighbouring years ${formatNumber(autocorrelation, 2)}: ${alike}.`;
};

/** How far a series stood from its continued line, in per cent of that line, in a year. */
const percentBeside = (model: Segmented, year: number): number => {
  const { difference: gap, expected } = model.comparisons.find((each) => each.year === year)!;
  return (gap.value / expected.value) * 100;
};

/** What the control says: it should not move after the event. */
export const describeControl = (control: Segmented, lookedAfter: Segmented): string[] => {
  const last = control.comparisons.at(-1)!.year;
  const [children, cared] = [percentBeside(control, last), percentBeside(lookedAfter, last)];
  return [
    `A case in the news cannot change how many children live in England, so their number serves as a control: a series that should go on as before. It did not quite stand still: in the middle of ${last - 1} it was ${formatNumber(children, 1)}% above its own earlier line.`,
    `So part of the rise in the other counts goes with there being more children. It is a small part: on 31 March ${last} the number looked after stood ${formatNumber(cared, 1)}% above its line.`
  ];
};

/** The value of a year of a series; throws where it is not held. */
export const valueIn = (series: Yearly[], year: number): number => {
  const found = series.find((each) => each.year === year);
  if (!found) throw new Error(`before and after: expected a figure for ${year}, found none`);
  return found.value;
};
