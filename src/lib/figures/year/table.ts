import { STATUS_MEANING, STATUS_WORDS, capital, formatNumber, formatPeriod, byItself } from '#lib/domain/index.ts';
import { changeRange } from '#lib/figures/claims.ts';
import { standsTo } from '#lib/series/compare.ts';
import { isWhy } from '#lib/series/estimates.ts';
import { placeSign } from '#lib/statistics/rank.ts';
import { TOO_SMALL } from '#lib/series/denominator.ts';
import { noDifferenceWords } from '#lib/figures/time/sentences.ts';
import type { AreaResult } from './area-result.ts';
import { rangeOf, type Cell, type TableView } from '#lib/figures/time/table.ts';
import { givenDeprivation } from './given-deprivation.ts';
import { RANGE_HEAD, rangeSign } from './rank-detail.ts';
import { resultsOf, type YearPicture } from './picture.ts';

const figure = ({ point }: AreaResult, dp: number): Cell => {
  if (point.value === null) return { text: STATUS_WORDS[point.status], why: STATUS_MEANING[point.status] };
  const text = formatNumber(point.value, dp);
  if (point.status === 'derived') return { text, why: STATUS_MEANING.derived, range: STATUS_WORDS.derived };
  const range = rangeOf(point, dp);
  return range ? { text, range } : { text };
};

const NONE: Cell = { text: '–' };

const against = ({ against }: AreaResult, dp: number): Cell => {
  if (!against) return NONE;
  const size =
    noDifferenceWords(standsTo(against), { same: 'the same', within: 'within rounding', nearly: 'nearly the same' }) ??
    `${against.by > 0 ? '+' : ''}${formatNumber(against.by, dp)}`;
  return against.side ? { text: against.side, range: size } : { text: size };
};

const place = ({ rank, area }: AreaResult): Cell =>
  rank
    ? rank.last === undefined
      ? { text: placeSign(rank) }
      : { text: placeSign(rank), why: 'Bounds: figures that are not published can lie on either side' }
    : TOO_SMALL.includes(area.key)
      ? { text: 'not ranked', why: 'So few children that a figure means little' }
      : NONE;

const rankRange = ({ range }: AreaResult): Cell => (range ? { text: rangeSign(range) } : NONE);

const verdict = ({ tested }: AreaResult): Cell =>
  !tested ? NONE : isWhy(tested) ? { text: 'not tested', why: capital(tested.why) } : { text: tested.verdict };

const changeInterval = ({ tested }: AreaResult, dp: number): Cell =>
  !tested || isWhy(tested) ? NONE : { text: changeRange(tested, dp) };

const changed = ({ change }: AreaResult, dp: number): Cell => {
  if (!change)
    return { text: 'not comparable', why: 'One of the two figures is missing, or a break lies between them' };
  const { by } = change;
  const text = `${by > 0 ? '+' : ''}${formatNumber(by, dp)}`;
  return change.beyondRounding || by === 0 ? { text } : { text, range: 'within rounding' };
};

/** A council against the rate usual at its deprivation, where the funnel is drawn so. */
const deprivationColumns = ({ adjusted, againstDeprivation, dp }: YearPicture) => {
  if (!againstDeprivation || !adjusted || isWhy(adjusted)) return [];
  const cellOf =
    (say: (given: NonNullable<ReturnType<typeof givenDeprivation>>) => Cell) =>
    (result: AreaResult): Cell => {
      const given = result.area.level === 'Local authority' ? givenDeprivation(result, adjusted) : undefined;
      return given ? say(given) : NONE;
    };
  return [
    { label: 'Rate usual at its deprivation', cell: cellOf(({ expected }) => ({ text: formatNumber(expected, dp) })) },
    { label: 'Times that rate', cell: cellOf(({ times }) => ({ text: formatNumber(times, 2) })) },
    {
      label: 'Against it, by the wider 99.8% limits',
      cell: cellOf(({ side, low, high }) => ({
        text: side,
        range: `${formatNumber(low, dp)} to ${formatNumber(high, dp)}`
      }))
    }
  ];
};

/** A period's figures as a table: England, the regions marked, then every authority in its order, those without a place last. */
export const tabulateYear = (picture: YearPicture): TableView => {
  const { dp, since, england, kind } = picture;
  const hasInterval = picture.ranked.some(({ interval }) => interval);
  const isTested = picture.tests !== undefined && !isWhy(picture.tests);
  const columns: { label: string; cell: (result: AreaResult) => Cell }[] = [
    ...(since === undefined
      ? [{ label: `Rank (1 = ${picture.order === 'low' ? 'lowest' : 'highest'})`, cell: place }]
      : []),
    ...(picture.ranked.some(({ range }) => range) ? [{ label: RANGE_HEAD, cell: rankRange }] : []),
    ...(isTested ? [{ label: 'By our test', cell: verdict }] : []),
    ...(since === undefined
      ? []
      : [{ label: `Change since ${formatPeriod(since)}`, cell: (result: AreaResult) => changed(result, dp) }]),
    ...(isTested
      ? [{ label: '95% interval of the change', cell: (result: AreaResult) => changeInterval(result, dp) }]
      : []),
    ...(since === undefined
      ? []
      : [
          {
            label: `${picture.unitLabel}, ${formatPeriod(since)}`,
            cell: ({ change }: AreaResult): Cell =>
              change ? { text: formatNumber(change.from.value!, dp) } : { text: '–' }
          }
        ]),
    { label: `${picture.unitLabel}, ${formatPeriod(picture.year)}`, cell: (result) => figure(result, dp) },
    ...(hasInterval && since === undefined
      ? [
          {
            label: '95% interval',
            cell: ({ interval }: AreaResult): Cell =>
              interval ? { text: `${formatNumber(interval.low, dp)} to ${formatNumber(interval.high, dp)}` } : NONE
          }
        ]
      : []),
    ...(england && since === undefined
      ? [
          {
            label: kind ? 'Against England, by 95% limits' : 'Against England',
            cell: (result: AreaResult): Cell => (result.area.level === 'National' ? NONE : against(result, dp))
          }
        ]
      : []),
    ...deprivationColumns(picture)
  ];
  const all = resultsOf(picture);
  return {
    columns: columns.map(({ label }, i) => ({ id: String(i), label, printed: false })),
    rows: all.map((result) => ({
      kind: 'figures' as const,
      period: result.area.key,
      label: result.label,
      ...(result.slot === undefined ? {} : { marked: true }),
      cells: columns.map(({ cell }) => cell(result))
    }))
  };
};

/** The caption of a view of one period: what, when. */
export const yearCaption = (picture: YearPicture): string => {
  const line = picture.line ? `${picture.measure.title}: ${picture.line.label.toLowerCase()}` : picture.measure.title;
  const when =
    picture.since === undefined
      ? byItself(picture.year, picture.variant.timing)
      : `change from ${formatPeriod(picture.since)} to ${formatPeriod(picture.year)}`;
  return `${line}, ${picture.unitLabel}, ${when}`;
};
