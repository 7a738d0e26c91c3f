import { formatNumber } from '#lib/domain/index.ts';
import { CASES, OTHER_STARTS, SERIES_KEYS, type CaseKey, type SeriesKey } from '#lib/statistics/before-after.ts';
import { DURBIN_WATSON_5 } from '#lib/statistics/durbin-watson.ts';
import { modelOf } from '#lib/statistics/model-of.ts';
import { inTable, inWords, listModel } from './model.ts';
import { englandsOf, withRounding, type Source } from './source.ts';

/** The models of a case, of the series named. */
export const listModels = ({ all }: Source, of: CaseKey, keys: readonly SeriesKey[] = SERIES_KEYS): string[] =>
  keys.flatMap((key) => {
    const model = all.models.find((each) => each.case === of && each.series === key);
    return model ? listModel(key, all.england[key], model) : [];
  });

const otherStarts = ({ all }: Source): string[] =>
  [...OTHER_STARTS, CASES.connelly.from].sort().flatMap((from) =>
    (['looked-after', 'started', 'ceased'] as const).map((key) => {
      const { comparisons: beside } = modelOf(all.england[key], 'connelly', { from })!;
      const [first, last] = [beside[0]!, beside.at(-1)!];
      const words =
        key === 'looked-after'
          ? `; in words ${[first, last].map((each) => inWords(each.difference, key)).join(', ')}`
          : '';
      return `  ${key} from ${from}: ${first.year} ${inTable(first.difference)}; ${last.year} ${inTable(last.difference)}${words}`;
    })
  );

/** Series that no model is fitted to: what the page calls each, its file and its column. */
const DESCRIBED = [
  ['taken into care', 'children_looked_after', 'taken_into_care'],
  ['child protection plans', 'child_protection_plans', 'on_plan_31_march'],
  ['children in need', 'children_in_need', 'in_need_31_march'],
  ['referrals', 'referrals_and_assessments', 'referrals']
] as const;

/** England's figures of a column, one a line, with what rounding leaves open. */
export const listSeries = (source: Source, set: string, column: string): string[] =>
  englandsOf(source, set, column).map((each) => `  ${each.period}: ${withRounding(each)}`);

/** Year by year: the models of the first case, the earlier line begun in other years, and the series without a model. */
export const listYears = (source: Source): string[] => [
  'Bands hold one year’s figure 19 times in 20 (95%). Children are those aged 0 to 17.',
  ...listModels(source, 'connelly'),
  `Limits of Durbin and Watson at the 5% level: ${DURBIN_WATSON_5.map((limit) => formatNumber(limit, 2)).join(' and ')}`,
  'The earlier line begun in other years, differences:',
  ...otherStarts(source),
  ...DESCRIBED.flatMap(([name, set, column]) => [`Described, ${name}, England:`, ...listSeries(source, set, column)])
];
