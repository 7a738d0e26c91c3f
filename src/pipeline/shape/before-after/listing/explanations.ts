import { formatDate, formatNumber } from '#lib/domain/index.ts';
import { rowsOf } from '../../../read/table.ts';
import { careIn, changed, formatCount, numberIn, turnLine, type Source } from './source.ts';

/** The councils that ended and began on 1 April 2009 on another territory than before, and those they looked after. */
const reorganised = (source: Source): { before: number; after: number } => {
  const rows = rowsOf(source.tables, 'local_authorities.csv');
  const codes = (is: (row: Record<string, string>) => boolean) =>
    new Set(rows.filter(is).map(({ old_la_code }) => old_la_code!));
  const ended = codes(({ end }) => end === '2009-03-31');
  const begun = codes(({ start }) => start === '2009-04-01');
  const sum = (year: string, all: string[]): number =>
    all.reduce(
      (total, code) =>
        total + numberIn(source, 'children_looked_after', 'looked_after_31_march', year, { old_la_code: code }),
      0
    );
  return {
    before: sum(
      '2009',
      [...ended].filter((code) => !begun.has(code))
    ),
    after: sum(
      '2010',
      [...begun].filter((code) => !ended.has(code))
    )
  };
};

const MONTHS = [
  ...['2007-06', '2007-12', '2008-03', '2008-04', '2008-05', '2008-06', '2008-08', '2008-09', '2008-10', '2008-11'],
  ...['2008-12', '2009-03', '2009-06']
];

/** What else was happening: every count that speaks for or against an explanation. */
export const listExplanations = (source: Source): string[] => {
  const stock = (year: string) => numberIn(source, 'children_looked_after', 'looked_after_31_march', year);
  const starts = (year: string) => numberIn(source, 'children_looked_after', 'started', year);
  const plans = (year: string) => numberIn(source, 'child_protection_plans', 'on_plan_31_march', year);
  const need = (category: string) =>
    numberIn(source, 'children_starting_to_be_looked_after_by_need', 'started', '2011', { category_of_need: category });
  const share = (part: number, whole: number) => `${formatNumber((part / whole) * 100, 1)}%`;
  const { before, after } = reorganised(source);
  const each = (years: string[], of: (year: string) => number) =>
    years.map((year) => `${year} ${formatCount(of(year))}`).join(', ');
  const fee = rowsOf(source.tables, 'events.csv').find(({ id }) => id === 'court-fees-rise')!;
  return [
    `Care applications: ${MONTHS.map((month) => `${formatDate(month)} ${formatCount(careIn(source, month))}`).join(', ')}`,
    `${formatDate(fee.date!)}: ${fee.event}`,
    turnLine(source),
    `Looked after at 31 March: ${each(['2004', '2008', '2009', '2010'], stock)}; 2009 to 2010 ${changed(stock('2009'), stock('2010'))}`,
    `Starting in the year to March: ${each(['2000', '2004', '2008', '2009', '2010'], starts)}`,
    `With a plan at 31 March: ${each(['2005', '2007', '2008', '2009', '2010'], plans)}; 2007 to 2008 ${changed(plans('2007'), plans('2008'))}; 2008 to 2009 ${changed(plans('2008'), plans('2009'))}`,
    ...['Family in acute stress', 'Low income'].map(
      (category) =>
        `Starting in the year to March 2011, ${category}: ${formatCount(need(category))}, ${share(need(category), starts('2011'))}`
    ),
    `Councils split on 1 April 2009: looked after ${formatCount(before)} in March 2009, their successors ${formatCount(after)} in March 2010: ${changed(before, after)}, ${share(after - before, stock('2010') - stock('2009'))} of England’s rise`
  ];
};
