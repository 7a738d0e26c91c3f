import { formatNumber } from '#lib/domain/index.ts';
import { rowsOf } from '../../../read/table.ts';
import { areaLine, chance, sidesLine, startsLine } from './councils.ts';
import { deathLine } from './documents.ts';
import { listExplanations } from './explanations.ts';
import { basesLines, everyMonth, partLines } from './months.ts';
import { englandsOf, formatCount, turnLine, type Source } from './source.ts';
import { listModels, listRecords, listSeries, longest, otherStarts, seam } from './years.ts';

/** England's rates of every year, with those printed at the time. */
const rates = (source: Source): string[] => {
  const asPrinted = new Map(
    rowsOf(source.tables, 'children_looked_after.csv')
      .filter((row) => row.geographic_level === 'National')
      .map((row) => [row.time_period!, row.looked_after_31_march_rate_as_published!])
  );
  return englandsOf(source, 'children_looked_after', 'looked_after_31_march_rate').map(
    ({ period, value }) => `  ${period}: ${formatNumber(value, 1)} (${asPrinted.get(period)})`
  );
};

/** Children who start and who cease to be looked after, and what the difference leaves in the year to March 2009. */
const flows = (source: Source): string[] => {
  const of = (column: string) =>
    new Map(englandsOf(source, 'children_looked_after', column).map(({ period, value }) => [period, value]));
  const [started, ceased, all] = [of('started'), of('ceased'), of('looked_after_31_march')];
  const more = (column: Map<string, number>) => formatNumber((column.get('2010')! / column.get('2008')! - 1) * 100, 1);
  return [
    ...[...started].map(
      ([year, value]) => `  ${year}: ${formatCount(value)} started, ${formatCount(ceased.get(year)!)} ceased`
    ),
    `  2008 to 2010: ${more(started)}% more started, ${more(ceased)}% more ceased`,
    `  year to March 2009: starts less leavers ${formatCount(started.get('2009')! - ceased.get('2009')!)}, counted ${formatCount(all.get('2009')! - all.get('2008')!)}`
  ];
};

/** The councils that the story tells of: Haringey, and the eight largest rises and falls in starts. */
const told = ({ all: { authorities } }: Source): string[] => {
  const ranked = authorities
    .filter(({ sides }) => sides.started?.percent !== undefined)
    .sort((a, b) => b.sides.started!.percent! - a.sides.started!.percent!);
  // Two councils too small to be compared may be among the ends.
  return [...authorities.filter(({ key }) => key === '309'), ...ranked.slice(0, 10), ...ranked.slice(-10)].map(
    areaLine
  );
};

/** The story: every count that it names and every table that it shows. */
export const listStory = (source: Source): string[] => {
  const { all } = source;
  const plans = listSeries(source, 'child_protection_plans', 'on_plan_31_march');
  const [before, after] = ['2008', '2009'].map(
    (year) =>
      englandsOf(source, 'child_protection_plans', 'on_plan_31_march').find(({ period }) => period === year)!.value
  );
  return [
    deathLine(source),
    ...everyMonth(
      'Care applications, England:',
      all.months.care.filter(({ month }) => month >= '2007-06' && month <= '2011-03')
    ),
    'The same months, before and after:',
    ...basesLines(source),
    ...partLines(source),
    'Children looked after at 31 March per 10,000 children, England (as printed at the time):',
    ...rates(source),
    turnLine(source),
    'Children who started and ceased to be looked after in the year to March, England, rounded to 10:',
    ...flows(source),
    'The earlier line continued, with a 95% band that should leave 5% outside:',
    ...listModels(source, 'connelly', ['looked-after']),
    ...otherStarts(source),
    longest(source),
    ...listRecords(source),
    startsLine(source),
    sidesLine(source, 'started'),
    ...chance(source),
    ...told(source),
    ...all.fifths.map(areaLine),
    'Figures of councils to 2009 are rounded to 5.',
    'Child protection plans at 31 March, England:',
    ...plans,
    `  2008 to 2009: ${formatNumber((after! / before! - 1) * 100, 1)}% more`,
    seam(source),
    ...listExplanations(source),
    'Children looked after at 31 March, England:',
    ...listSeries(source, 'children_looked_after', 'looked_after_31_march')
  ];
};
