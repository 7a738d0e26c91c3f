import type { CHANGE_COLUMNS, RowOf, TIME_COLUMNS } from '#lib/domain/columns.ts';
import { symbolOf, unitsOf, type Point, type Source } from '#lib/domain/index.ts';
import { areaCells, figureCells, numberCell } from '#lib/domain/row-cells.ts';
import { differenceBetween } from '#lib/series/compare.ts';
import { isWhy } from '#lib/series/estimates.ts';
import { untestable } from '#lib/series/tested-changes.ts';
import { earlierFigures } from './earlier-figures.ts';
import type { Picture, PictureLine } from './picture.ts';
import { sourceTitles } from '#lib/domain/source-titles.ts';
import { describeBreak } from './table.ts';

type Interval = 'interval_95_low' | 'interval_95_high';
type TimeRow = RowOf<typeof TIME_COLUMNS>;

/** One row of a download: exactly one figure of the chart, with its codes, its status and its source; intervals where they are shown. */
type DownloadRow = Omit<TimeRow, Interval> & Partial<Pick<TimeRow, Interval>>;

const end = (value: number | undefined): string => (value === undefined ? '' : String(Number(value.toFixed(2))));

/** What a row's line is: its key, or of a median how it was taken. */
const lineOf = ({ line, similarTo }: PictureLine, { used }: Point): string =>
  similarTo ? `median of the ten most similar, ${used} used` : line === 'all' ? '' : line;

type ChangeCells = Pick<TimeRow, (typeof CHANGE_COLUMNS)[number]>;

const NO_CHANGE: ChangeCells = {
  change_since: '',
  value_then: '',
  change: '',
  change_verdict: '',
  change_95_low: '',
  change_95_high: '',
  change_why: ''
};

/** Why the change of a line is not tested where the picture has no test of it. */
const whyUntested = ({ area, similarTo }: PictureLine): string =>
  similarTo
    ? 'a median is not tested'
    : (untestable(area)?.why ??
      'the chart of this page comes without the tests; that of the page of the measure has them');

/** The change since the figure that the sentences compare with first: that of March 2008, else the first comparable one; and its test. */
const changeCells = (picture: Picture, line: PictureLine, point: Point): ChangeCells => {
  const { base, first } = point.value === null ? {} : earlierFigures(picture, line, point);
  const from = base ?? first;
  if (!from) return NO_CHANGE;
  const tested = picture.changeAt(line, from, point) ?? { why: whyUntested(line) };
  const plain = {
    change_since: from.period,
    value_then: numberCell(from),
    change: String(differenceBetween(from, point, picture.dp))
  };
  if (isWhy(tested)) return { ...NO_CHANGE, ...plain, change_verdict: 'not tested', change_why: tested.why };
  return {
    ...NO_CHANGE,
    ...plain,
    change_verdict: tested.verdict,
    change_95_low: end(tested.low),
    change_95_high: end(tested.high ?? undefined)
  };
};

/** The rows of a picture, line by line in order of time. `sources` and `lineages` are the series file's; `address` is the view's. */
export const toRows = (
  picture: Picture,
  file: { sources: Source[]; lineages: { source: string; note: string }[] },
  address: string
): DownloadRow[] => {
  const unit = unitsOf(picture.measure).find(({ key }) => key === picture.unit)?.label ?? picture.unit;
  // The columns of intervals are there when the intervals are.
  const hasIntervals = picture.lines.some(({ points }) => points.some(({ low }) => low !== undefined));
  const england = new Map(
    picture.lines.find(({ area }) => area.level === 'National')?.points.map((point) => [point.period, point])
  );
  return picture.lines.flatMap((line) =>
    line.points.map((point, i) => {
      const side = picture.sideAt(line, point);
      const theirs = england.get(point.period);
      const before = line.points[i - 1];
      const crossed = picture.breaks.filter(
        ({ firstAfter, only }) =>
          before &&
          before.period < firstAfter &&
          firstAfter <= point.period &&
          (!only.length || only.includes(line.label))
      );
      return {
        time_period: point.period,
        time: picture.variant.timing,
        ...areaCells(line.area, picture.measure.slug),
        line: lineOf(line, point),
        unit: picture.base ? `${unit} (${picture.base} = 100)` : unit,
        ...figureCells(point),
        ...(hasIntervals ? { interval_95_low: end(point.low), interval_95_high: end(point.high) } : {}),
        as_printed_at_the_time: numberCell(point.printed),
        as_printed_symbol: point.printed ? (symbolOf[point.printed.status] ?? '') : '',
        against_england: side ?? '',
        difference_from_england:
          side && theirs && theirs.value !== null ? String(differenceBetween(theirs, point, picture.dp)) : '',
        ...changeCells(picture, line, point),
        segment: String(point.segment),
        break_before: crossed.map(describeBreak).join(' '),
        source: sourceTitles(point.lineage, file),
        address
      };
    })
  );
};
