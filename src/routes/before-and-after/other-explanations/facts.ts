import { formatNumber } from '#lib/domain/index.ts';
import { readPublished } from '#lib/server/published.ts';
import { readTable } from '#lib/server/tables.ts';
import type { BeforeAfter } from '#lib/statistics/before-after.ts';
import { turnAt } from '#lib/statistics/run-of-years.ts';
import { applications, lookedAfter, lookupCell, onPlan, started } from '../lookup-cell';

/** A count in words of the page: "34,100". */
export const formatCount = (value: number): string => formatNumber(value);

/** A change with its size and its share: "4,900 more, or 16.8%". Throws where there is none to tell. */
export const change = (from: number, to: number): string => {
  if (from === to) throw new Error(`expected a change from ${from}, found none`);
  const by = Math.abs(to - from);
  return `${formatCount(by)} ${to > from ? 'more' : 'fewer'}, or ${formatNumber((by / from) * 100, 1)}%`;
};

const REORGANISED = '2009-04-01';

/** The authorities of 1 April 2009: those whose territory was split, with those that came after, and those that kept theirs. */
const reorganised = () => {
  const rows = readTable('local_authorities.csv').rows;
  const ended = rows.filter(({ end }) => end === '2009-03-31');
  const begun = rows.filter(({ start }) => start === REORGANISED);
  const codes = new Set(ended.map(({ old_la_code }) => old_la_code));
  const begunCodes = new Set(begun.map(({ old_la_code }) => old_la_code));
  const split = ended.filter(({ old_la_code }) => !begunCodes.has(old_la_code!));
  const successors = begun.filter(({ old_la_code }) => !codes.has(old_la_code!));
  const kept = begun.filter(({ old_la_code }) => codes.has(old_la_code!));
  const sum = (year: string, all: Record<string, string>[]) =>
    all.reduce((total, { old_la_code }) => total + lookedAfter(year, old_la_code!), 0);
  return {
    split: split.map(({ la_name }) => la_name!).sort(),
    successors: successors.map(({ la_name }) => la_name!).sort(),
    kept: kept.map(({ la_name }) => la_name!).sort(),
    before: sum('2009', split),
    after: sum('2010', successors)
  };
};

/** All counts that the other explanations are told with, out of the published data sets. */
export const explanationFacts = () => ({
  /** How many years in a row the number looked after fell to March 2008, and rose after. */
  turn: turnAt(readPublished<BeforeAfter>('before-and-after.json').england['looked-after'], 2008),
  /** England’s children looked after on 31 March of a year. */
  lookedAfter: (year: string) => lookedAfter(year),
  started,
  onPlan,
  applications,
  reorganised: reorganised(),
  lowIncome: lookupCell({
    set: 'children_starting_to_be_looked_after_by_need',
    column: 'started',
    period: '2011',
    having: { category_of_need: 'Low income' }
  }),
  acuteStress: lookupCell({
    set: 'children_starting_to_be_looked_after_by_need',
    column: 'started',
    period: '2011',
    having: { category_of_need: 'Family in acute stress' }
  })
});

export type ExplanationFacts = ReturnType<typeof explanationFacts>;
