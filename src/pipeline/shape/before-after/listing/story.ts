import { formatNumber } from '#lib/domain/index.ts';
import { rowsOf } from '../../../read/table.ts';
import { startsLine } from './councils.ts';
import { deathLine } from './documents.ts';
import { listShares } from './years.ts';
import { careIn, englandsOf, formatCount, turnLine, type Source } from './source.ts';

/** The story: the months from the death to the verdicts, rates of every year, the months of the verdicts, and how many councils went each way. */
export const listStory = (source: Source): string[] => {
  const asPrinted = new Map(
    rowsOf(source.tables, 'children_looked_after.csv')
      .filter((row) => row.geographic_level === 'National')
      .map((row) => [row.time_period!, row.looked_after_31_march_rate_as_published!])
  );
  return [
    deathLine(source),
    'Children looked after at 31 March per 10,000 children, England (as printed at the time):',
    ...englandsOf(source, 'children_looked_after', 'looked_after_31_march_rate').map(
      ({ period, value }) => `  ${period}: ${formatNumber(value, 1)} (${asPrinted.get(period)})`
    ),
    `Care applications, October to December 2008: ${['2008-10', '2008-11', '2008-12'].map((month) => formatCount(careIn(source, month))).join(', ')}`,
    turnLine(source),
    startsLine(source),
    'A model’s record on other dates, where a 95% band should leave 5% outside:',
    ...listShares(source)
  ];
};
