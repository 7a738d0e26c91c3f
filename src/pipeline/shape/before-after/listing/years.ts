import { formatNumber } from '#lib/domain/index.ts';
import { LONG_SERIES_CRITICAL } from '#lib/statistics/break-search.ts';
import { CASES, OTHER_STARTS, SERIES_KEYS, type CaseKey, type SeriesKey } from '#lib/statistics/before-after.ts';
import { modelOf } from '#lib/statistics/model-of.ts';
import { modelledSeries } from '#lib/statistics/modelled-series.ts';
import type { NoClaim } from '#lib/statistics/no-claim.ts';
import type { PlaceboRecord } from '#lib/statistics/placebo.ts';
import { inTable, listModel, listResiduals } from './model.ts';
import { breaksOf, englandsOf, formatCount, withRounding, type Source } from './source.ts';

/** The models of a case, of the series named. */
export const listModels = ({ all }: Source, of: CaseKey, keys: readonly SeriesKey[] = SERIES_KEYS): string[] =>
  keys.flatMap((key) => {
    const model = all.models.find((each) => each.case === of && each.series === key);
    return model ? listModel(key, modelledSeries(all.england, key), model) : [];
  });

/** The earlier line begun in other years. */
export const otherStarts = ({ all }: Source): string[] =>
  [...OTHER_STARTS, CASES.connelly.from].sort().flatMap((from) =>
    (['looked-after', 'started', 'ceased'] as const).map((key) => {
      const model = modelOf(modelledSeries(all.england, key), 'connelly', { from })!;
      const [first, last] = [model.comparisons[0]!, model.comparisons.at(-1)!];
      return `  ${key} from ${from}: ${first.year} ${inTable(first.difference, key, model)}; ${last.year} ${inTable(last.difference, key, model)}; ${listResiduals(model)}`;
    })
  );

/** The longest earlier line, of numbers: the difference in its first and last year. */
export const longest = ({ all: { longest: model } }: Source): string => {
  const gaps = [model.comparisons[0]!, model.comparisons.at(-1)!].map(
    ({ year, difference }) =>
      `${year} ${formatCount(Math.abs(Math.round(difference.value / 10) * 10))} ${difference.value < 0 ? 'fewer' : 'more'}`
  );
  return `  looked after, number, from ${model.earlier[0]!.year}: ${gaps.join('; ')}; ${listResiduals(model)}`;
};

const percent = (share: number): string => `${formatNumber(share * 100)}%`;

/** A model's record on other dates: how many dates, the share of later years outside, and each date's count. */
const listRecord = (name: string, record: PlaceboRecord | NoClaim): string[] =>
  record.kind === 'no claim'
    ? [`  ${name}: none, ${record.why}`]
    : [
        `  ${name}: ${record.dates.length} dates, ${record.dates[0]!.year} to ${record.dates.at(-1)!.year}, ${percent(record.share)} of later years outside; all ${record.dates[0]!.of} outside: ${record.allOutside.join(', ') || 'none'}`,
        `    ${record.dates.map(({ year, outside }) => `${year}: ${outside}`).join(', ')}`
      ];

/** The share of later years outside the band of each series, by number. */
export const listShares = ({ all: { records } }: Source): string[] =>
  (['looked-after', 'started', 'ceased'] as const).flatMap((key) => listRecord(`${key}, number`, records[key].number));

/** The record of every series on other dates. */
export const listRecords = ({ all: { records } }: Source): string[] =>
  SERIES_KEYS.flatMap((key) => {
    const { number, rate } = records[key];
    return [...listRecord(`${key}, number`, number), ...(rate ? listRecord(`${key}, rate`, rate) : [])];
  });

const search = ({ all: { search: found } }: Source): string =>
  found.kind === 'no claim'
    ? `  none: ${found.why}`
    : `  ${found.year}: F ${formatNumber(found.supF, 1)}; chance alone past ${formatNumber(found.critical, 1)} once in 20, past ${formatNumber(LONG_SERIES_CRITICAL, 1)} in long series: ${found.isClear ? 'more' : 'not more'} than chance`;

/** Child protection plans over the change of source. */
export const seam = ({ all: { seam: bounds } }: Source): string =>
  `  ${formatCount(bounds.lastBefore)} to ${formatCount(bounds.firstAfter)}, ${formatCount(Math.abs(bounds.change))}: real from ${formatCount(bounds.least)} to ${formatCount(bounds.most)}, drawn from ${formatCount(bounds.lastBefore + bounds.least)} to ${formatCount(bounds.lastBefore + bounds.most)}`;

/** Series that no model is fitted to: what the page calls each, its file and its column. */
const DESCRIBED = [
  ['taken into care', 'children_looked_after', 'taken_into_care'],
  ['child protection plans', 'child_protection_plans', 'on_plan_31_march'],
  ['children in need', 'children_in_need', 'in_need_31_march'],
  ['referrals', 'referrals_and_assessments', 'referrals']
] as const;

/** England's figures of a column, one a line, with what rounding leaves open, and what is said of its breaks. */
export const listSeries = (source: Source, set: string, column: string): string[] => [
  ...englandsOf(source, set, column).map((each) => `  ${each.period}: ${withRounding(each)}`),
  ...breaksOf(source, set, column)
];

/** Year by year: the models of the first case, their record on other dates, the search, and the series without a model. */
export const listYears = (source: Source): string[] => [
  'Bands are meant to hold one year’s figure 19 times in 20 (95%, 5 in 100 outside). Children are those aged 0 to 17; rates are for every 10,000.',
  ...listModels(source, 'connelly'),
  'The same models about other dates, five years on each side:',
  ...listRecords(source),
  'The plainest break in the yearly growth of starts:',
  search(source),
  'The earlier line begun in other years, differences; Durbin and Watson at the 5% level:',
  ...otherStarts(source),
  longest(source),
  'Child protection plans, last year of the old return and first of the census:',
  seam(source),
  ...DESCRIBED.flatMap(([name, set, column]) => [`Described, ${name}, England:`, ...listSeries(source, set, column)])
];
