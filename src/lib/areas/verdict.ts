import {
  BASE_YEAR,
  ENGLAND,
  formatNumber,
  inProse,
  list,
  variantOf,
  type Area,
  type Period,
  type Status
} from '#lib/domain/index.ts';
import { measureOf } from '#lib/domain/catalogue/index.ts';
import { changeRange } from '#lib/figures/claims.ts';
import { resultIn, yearFor, type FigureStore } from '#lib/figures/year/figure-store.ts';
import { comparableAt, findPoint } from '#lib/series/compare.ts';
import { TOO_SMALL } from '#lib/series/denominator.ts';
import { isWhy } from '#lib/series/estimates.ts';
import { slice } from '#lib/series/slice.ts';
import type { Tested } from '#lib/series/tested-changes.ts';
import type { ChangeVerdict } from '#lib/statistics/change-test.ts';
import type { Side } from '#lib/statistics/difference.ts';
import { WITHOUT } from './card.ts';
import { similarGroup, type GroupMedian } from './similar-councils.ts';
import { boundsWords } from './similar-sentences.ts';
import { changeFrom } from './trends-and-changes.ts';

const MEASURE = 'looked-after';

type ChangeInterval = Omit<Extract<Tested, { verdict: ChangeVerdict }>, 'verdict'>;

/** What the first sentence of an area's page claims: the rate of children looked after, and what it is set beside. Rates per 10,000. */
export interface Verdict {
  period: Period;
  value: number | null;
  status: Status;
  /** True where the area has ended, so that the year is its last. */
  isLast: boolean;
  isTooSmall: boolean;
  /** The rate of March 2008, where it can be compared; `tested` where the change could be, with its 95% interval. */
  before?: { value: number; tested?: ChangeVerdict; interval?: ChangeInterval };
  /** England's rate of the same year; `side` by the 95% limits round it. */
  england?: { value: number; side?: Side };
  /** The median of the ten most similar councils; `side` by the 95% limits round the rate of all eleven together. */
  similar?: { median: GroupMedian; side?: Side };
}

/** The verdict on an area; undefined where nothing is held of it in the newest year, or in its last. */
export const verdictOf = (store: FigureStore, area: Area): Verdict | undefined => {
  const measure = measureOf(MEASURE)!;
  const variant = variantOf(measure, 'rate')!;
  const lineOf = (key: string) => slice(store.series(MEASURE), 'rate', key)[0];
  const line = lineOf(area.key);
  const period = yearFor(store, measure, 'rate', area);
  const point = line && period !== undefined ? findPoint(line, period) : undefined;
  if (!line || !point || period === undefined) return undefined;
  const isTooSmall = TOO_SMALL.includes(area.key);
  const isCouncil = area.level === 'Local authority';
  const compared = { store, measure, variant, period };

  const from = point.value === null ? undefined : comparableAt(line, point, BASE_YEAR);
  const { tested } = changeFrom(compared, area, BASE_YEAR);
  const theirs = lineOf(ENGLAND);
  const england = theirs && findPoint(theirs, period)?.value;
  const picture = isCouncil ? store.year(measure, 'rate', period) : undefined;
  const side = picture && resultIn(picture, area)?.against?.side;
  const group = isCouncil && !isTooSmall && point.value !== null ? similarGroup(compared, area) : undefined;
  return {
    period,
    value: point.value,
    status: point.status,
    isLast: isCouncil && area.ended !== undefined,
    isTooSmall,
    ...(from && from.value !== null
      ? {
          before: {
            value: from.value,
            ...(isWhy(tested) ? {} : { tested: tested.verdict, interval: { low: tested.low, high: tested.high } })
          }
        }
      : {}),
    ...(england != null ? { england: { value: england, ...(side ? { side } : {}) } } : {}),
    ...(group?.median
      ? { similar: { median: group.median, ...(group.pooled ? { side: group.pooled.side } : {}) } }
      : {})
  };
};

const CHANGES: Record<ChangeVerdict, (before: string) => string> = {
  rose: (before) => `up from ${before} in March ${BASE_YEAR}`,
  fell: (before) => `down from ${before} in March ${BASE_YEAR}`,
  'no clear change': (before) => `not clearly different from March ${BASE_YEAR} (${before})`
};

const AGAINST_ENGLAND: Record<Side, string> = {
  higher: 'higher than England',
  similar: 'similar to England',
  lower: 'lower than England'
};

const AGAINST_SIMILAR: Record<Side, string> = {
  higher: 'higher than the councils most like it',
  similar: 'in line with the councils most like it',
  lower: 'lower than the councils most like it'
};

const rate = (value: number): string => formatNumber(value, 1);

/**
 * What the test of the change since March 2008 leaves open, and what it allows for. Where zero is outside the interval and the change is
 * still not clear, it is the test of all councils together that it does not pass.
 */
export const describeInterval = ({ before, period }: Verdict): string[] => {
  if (!before?.tested || !before.interval) return [];
  const { low, high } = before.interval;
  const isApart = low > 0 || (high !== null && high < 0);
  const years = Number(period) - Number(BASE_YEAR);
  const oneYear = years > 1 ? `one year, not in ${years}` : 'a year';
  return [
    `The 95% interval of the change since March ${BASE_YEAR} is ${changeRange(before.interval, 1)}. It allows for chance and for how far councils’ rates usually move in ${oneYear}.`,
    ...(before.tested === 'no clear change' && isApart
      ? ['Once all councils are tested together, the change is not clear.']
      : [])
  ];
};

/** What was tested, as one sentence, then what was not, each by itself. */
const besides = (verdict: Verdict): string[] => {
  const { before, england, similar, isTooSmall } = verdict;
  const tested: string[] = [];
  const rest: string[] = [];
  if (before?.tested) tested.push(CHANGES[before.tested](rate(before.value)));
  else if (before) rest.push(`It was ${rate(before.value)} in March ${BASE_YEAR}.`);
  if (england?.side) tested.push(`${AGAINST_ENGLAND[england.side]} (${rate(england.value)})`);
  else if (england) rest.push(`England’s rate was ${rate(england.value)}.`);
  const variant = variantOf(measureOf(MEASURE)!, 'rate')!;
  if (similar?.side) tested.push(`${AGAINST_SIMILAR[similar.side]} (median ${boundsWords(similar.median, variant)})`);
  else if (similar) rest.push(`The median of the councils most like it was ${boundsWords(similar.median, variant)}.`);
  if (isTooSmall) rest.push('So few children live there that it is not ranked or tested.');
  return [...(tested.length ? [`That is ${list(tested)}.`] : []), ...rest];
};

/** The verdict in a sentence or two, and a short one for what could not be tested. */
export const describeHeadline = (verdict: Verdict, area: Area): string => {
  const place = inProse({ ...area, ended: undefined } as Area);
  const when = `in March ${verdict.period}${verdict.isLast ? ', its last year' : ''}`;
  const level =
    verdict.value === null
      ? `How many in every 10,000 children in ${place} were looked after ${when} ${WITHOUT[verdict.status] ?? 'is not in our data'}.`
      : `${rate(verdict.value)} in every 10,000 children in ${place} were looked after ${when}.`;
  return [level, ...besides(verdict)].join(' ');
};

/** The verdict in words, with what the test of its change leaves open. */
export const describeVerdict = (verdict: Verdict, area: Area): string =>
  [describeHeadline(verdict, area), ...describeInterval(verdict)].join(' ');
