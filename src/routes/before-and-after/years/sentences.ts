import { formatDate, formatNumber, round, type Timing } from '#lib/domain/index.ts';
import { SERIES, hasInterval, type CaseModel, type SeriesKey } from '#lib/statistics/before-after.ts';
import type { ModelComparison, Segmented, Yearly } from '#lib/statistics/segmented.ts';
import type { PlaceboRecord } from '#lib/statistics/placebo.ts';
import type { NoClaim } from '#lib/statistics/no-claim.ts';
import type { Ranged } from '#lib/statistics/regression.ts';
import { inWords } from '../in-words';

/** How each series is named, counted and placed in time. All but the control are rates. */
export const NAMES: Record<SeriesKey, { title: string; unit: string; timing: Timing; short: string }> = {
  'looked-after': {
    title: 'Children looked after at 31 March',
    unit: 'looked after at 31 March, per 10,000 children',
    timing: 'at 31 March',
    short: 'looked after'
  },
  started: {
    title: 'Children starting to be looked after',
    unit: 'starting in the year, per 10,000 children',
    timing: 'year to 31 March',
    short: 'starting to be looked after'
  },
  ceased: {
    title: 'Children ceasing to be looked after',
    unit: 'ceasing in the year, per 10,000 children',
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

/** Rates to a tenth; the number of children, which is published to the child, to 1,000. */
export const formatValue = (value: number, key: SeriesKey): string =>
  // Adding nothing takes the sign off a zero.
  key === 'children' ? formatNumber(round(value / 1000, 0) * 1000 + 0) : formatNumber(round(value, 1) + 0, 1);

const range = ({ low, high }: Ranged, key: SeriesKey): string =>
  `${formatValue(low, key)} to ${formatValue(high, key)}`;

/** "4.9 more (4.1 to 5.8 more)", "0.3 fewer (between 1.2 fewer and 0.6 more, so possibly no change)". */
export const difference = ({ value, low, high }: Ranged, key: SeriesKey, isRanged: boolean): string => {
  const size = `${formatValue(Math.abs(value), key)} ${value >= 0 ? 'more' : 'fewer'}`;
  if (!isRanged) return size;
  if (low > 0) return `${size} (${formatValue(low, key)} to ${formatValue(high, key)} more)`;
  if (high < 0) return `${size} (${formatValue(-high, key)} to ${formatValue(-low, key)} fewer)`;
  return `${size} (between ${formatValue(-low, key)} fewer and ${formatValue(high, key)} more, so possibly no change)`;
};

const when = (key: SeriesKey, year: number): string => {
  // The population of the middle of a year is the base of March of the next.
  if (key === 'children') return `In the middle of ${year - 1}`;
  return SERIES[key].countsAYear ? `In the year to 31 March ${year}` : `On 31 March ${year}`;
};

const observed = (key: SeriesKey, value: number): string => {
  switch (key) {
    case 'looked-after':
      return `${formatValue(value, key)} of every 10,000 children were looked after`;
    case 'started':
      return `${formatValue(value, key)} of every 10,000 children started to be looked after`;
    case 'ceased':
      return `${formatValue(value, key)} of every 10,000 children ceased to be looked after`;
    case 'children':
      return `${formatNumber(value)} children lived in England`;
    default:
      return key satisfies never;
  }
};

const atYear = (
  key: SeriesKey,
  model: CaseModel,
  { year, observed: value, expected, difference: gap }: ModelComparison
): string => {
  const [first, last] = [model.earlier[0]!.year, model.earlier.at(-1)!.year];
  const isRanged = hasInterval(model);
  const between = isRanged ? ` (${range(expected, key)})` : '';
  return `${when(key, year)}, ${observed(key, value)}. On the ${first}–${last} trend it would have been ${formatValue(expected.value, key)}${between}. That is ${difference(gap, key, isRanged)}.`;
};

/** What Durbin and Watson's test says of the years of a fit, with what follows for its range; "" where nothing speaks against it. */
const aboutRange = ({ durbinWatson, residuals: { verdict, limits } }: CaseModel): string => {
  const statistic = `Durbin–Watson ${formatNumber(durbinWatson, 2)}`;
  switch (verdict) {
    case 'go together':
      return `No range is given: neighbouring years go together about these lines (${statistic}), and a range would take them to be independent.`;
    case 'cannot tell':
      return `Whether neighbouring years go together, the test cannot tell (${statistic}, undecided from ${limits.map((each) => formatNumber(each, 2)).join(' to ')}). If they do, the range is too narrow.`;
    case 'do not go together':
      return '';
    default:
      return verdict satisfies never;
  }
};

/** The sentences of a model: the first later year, the last, for counts of a year all of them together, and whether a range may be given. */
export const describeModel = (key: SeriesKey, model: CaseModel): string[] => {
  const { comparisons, later, total } = model;
  const [first, last] = [later[0]!.year, later.at(-1)!.year];
  const sentences = [atYear(key, model, comparisons[0]!), atYear(key, model, comparisons.at(-1)!)];
  if (SERIES[key].countsAYear)
    sentences.push(
      `Over the ${inWords(later.length)} years to March ${last} together (from the year to March ${first}), that is ${difference(total, key, hasInterval(model))}.`
    );
  return [...sentences, aboutRange(model)].filter(Boolean);
};

/** Which years each line is fitted to, and where the year of transition stands. */
export const describeLines = ({ earlier, later, parting: { transition, withTransition } }: Segmented): string[] => {
  const ends = (years: Yearly[]) => `${years[0]!.year} to ${years.at(-1)!.year}`;
  return [
    `Two straight lines are fitted to each series: one to the years to March ${ends(earlier)}, one to those from ${ends(later)}. The earlier line is then continued, dashed, and what was counted is compared with it. The band around it is meant to hold one year’s figure 19 times in 20. On other dates it does not: see its record below.`,
    withTransition
      ? `The year to March ${transition} may hold months before the event and months after. It is counted with the later years.`
      : `The year to March ${transition}, hollow, holds the month of the event, so it may hold months before and months after: it is in neither line.`
  ];
};

/** What is said where nothing can be fitted. */
export const noModel = (event: string): string =>
  `With the event in ${formatDate(event)} too few years lie on one side, so nothing is fitted.`;

const VERDICTS: Record<CaseModel['residuals']['verdict'], string> = {
  'go together': 'neighbouring years go together, so no range is given',
  'cannot tell': 'the test cannot tell whether neighbouring years go together',
  'do not go together': 'no sign that neighbouring years go together'
};

/** How well the lines fit, and whether neighbouring years are alike, in plain words. */
export const qualityOf = (key: SeriesKey, model: CaseModel): string => {
  const { fit, durbinWatson, autocorrelation, residuals } = model;
  const scatter = key === 'children' ? formatValue(fit.deviation, key) : formatNumber(fit.deviation, 2);
  const limits = residuals.limits.map((each) => formatNumber(each, 2)).join(' and ');
  return `${NAMES[key].title}: ${fit.residuals.length} years, ${fit.freedom} degrees of freedom. Years scatter about the lines by ${scatter} (standard deviation). R² ${formatNumber(fit.rSquared, 3)}; correlation of neighbouring years ${formatNumber(autocorrelation, 2)}. Durbin–Watson ${formatNumber(durbinWatson, 2)}, undecided between ${limits}: ${VERDICTS[residuals.verdict]}.`;
};

/** How far a series stood from its continued line, in per cent of that line, in its last year. */
const percentFromLine = ({ comparisons }: Segmented): number => {
  const { difference: gap, expected } = comparisons.at(-1)!;
  return (gap.value / expected.value) * 100;
};

/** What the control shows: the model finds a change where there can be none, so its band is too narrow. */
export const describeControl = (control: CaseModel, record: PlaceboRecord | NoClaim): string[] => {
  const { comparisons } = control;
  const outside = comparisons.filter(({ difference: { low, high } }) => low > 0 || high < 0).length;
  const percent = percentFromLine(control);
  const years = inWords(comparisons.length);
  const finds = !hasInterval(control)
    ? 'Neighbouring years go together about its lines, so it has no band that could be tried.'
    : outside
      ? `It finds one all the same: ${outside === comparisons.length ? `all ${years} later years lie` : `${inWords(outside)} of the ${years} later years ${outside === 1 ? 'lies' : 'lie'}`} outside the band.`
      : `Here it finds none: none of the ${years} later years lies outside the band.`;
  const elsewhere =
    record.kind === 'placebo'
      ? ` Put about each of the ${record.dates.length} years from ${record.dates[0]!.year} to ${record.dates.at(-1)!.year}, the model has ${formatNumber(record.share * 100)}% of later years outside, where a 95% band promises 5%.`
      : '';
  return [
    `A case in the news cannot change how many children live in England. Their number is a control: the model should find no change in it. ${finds} In the middle of ${comparisons.at(-1)!.year - 1} there were ${formatNumber(Math.abs(percent), 1)}% ${percent < 0 ? 'fewer' : 'more'} children than on the earlier line.`,
    `${outside && hasInterval(control) ? 'So the control fails: the band is too narrow.' : 'On other dates the control fails.'}${elsewhere} The other three series are rates for every 10,000 children, so that a growing number of children does not move them. Their bands are made in the same way.`
  ];
};

/** The value of a year of a series; throws where it is not held. */
export const valueIn = (series: Yearly[], year: number): number => {
  const found = series.find((each) => each.year === year);
  if (!found) throw new Error(`before and after: expected a figure for ${year}, found none`);
  return found.value;
};
