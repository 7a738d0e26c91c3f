import { englandsOf, formatCount, type Source } from './source.ts';
import { listModels, listSeries, listShares } from './years.ts';
import { CASE_KEYS } from '#lib/statistics/before-after.ts';

const SHOWN = ['looked-after', 'started', 'ceased'] as const;

/** How many of the years after each case lie above, within and below the band of the earlier line. */
const positions = ({ all }: Source): string[] =>
  CASE_KEYS.flatMap((of) =>
    SHOWN.map((key) => {
      const { comparisons } = all.models.find((each) => each.case === of && each.series === key)!;
      const [above, below] = [
        comparisons.filter(({ difference }) => difference.low > 0).length,
        comparisons.filter(({ difference }) => difference.high < 0).length
      ];
      return `  ${of}, ${key}: above ${above}, within ${comparisons.length - above - below}, below ${below} of ${comparisons.length}`;
    })
  );

/** And since: the long series, the later cases, and where the years after each lie. */
export const listSince = (source: Source): string[] => [
  'Children looked after at 31 March, England:',
  ...listSeries(source, 'children_looked_after', 'looked_after_31_march'),
  'Years after beside the band of the earlier line:',
  ...positions(source),
  'On other dates, where a 95% band should leave 5% outside and the rates are for every 10,000:',
  ...listShares(source),
  ...listModels(source, 'rotherham', SHOWN),
  ...listModels(source, 'arthur-and-star', SHOWN),
  'Unaccompanied asylum-seeking children looked after at 31 March, England:',
  ...englandsOf(source, 'children_looked_after', 'asylum_seeking_31_march')
    .filter(({ period }) => ['2021', '2023'].includes(period))
    .map(({ period, value }) => `  ${period}: ${formatCount(value)}`)
];
