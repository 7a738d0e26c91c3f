import type { RowOf, TIME_COLUMNS } from '#lib/domain/columns.ts';
import { highest, isOpen, lowest, symbolOf, unitsOf, type Figure, type Point, type Source } from '#lib/domain/index.ts';
import { differenceBetween } from '#lib/series/compare.ts';
import type { Picture, PictureLine } from './picture.ts';
import { sourceTitles } from '#lib/domain/source-titles.ts';
import { describeBreak } from './table.ts';

type Interval = 'interval_95_low' | 'interval_95_high';
type TimeRow = RowOf<typeof TIME_COLUMNS>;

/** One row of a download: exactly one figure of the chart, with its codes, its status and its source; intervals where they are shown. */
type DownloadRow = Omit<TimeRow, Interval> & Partial<Pick<TimeRow, Interval>>;

const number = (figure: Figure | undefined): string =>
  figure === undefined || figure.value === null ? '' : String(figure.value);

const fixed = (value: number, dp: number): string => String(Number(value.toFixed(Math.max(dp, 2))));

const end = (value: number | undefined): string => (value === undefined ? '' : fixed(value, 2));

/** What a row's line is: its key, or of a median how it was taken. */
const lineOf = ({ line, similarTo }: PictureLine, { used }: Point): string =>
  similarTo ? `median of the ten most similar, ${used} used` : line === 'all' ? '' : line;

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
        geographic_level: line.area.level,
        area_key: line.area.key,
        area_code: line.area.code,
        area_name: line.area.name,
        measure: picture.measure.slug,
        line: lineOf(line, point),
        unit: picture.base ? `${unit} (${picture.base} = 100)` : unit,
        value: number(point),
        symbol: symbolOf[point.status] ?? '',
        status: point.status,
        rounding_low: isOpen(point) ? fixed(lowest(point), picture.dp) : '',
        rounding_high: isOpen(point) ? fixed(highest(point), picture.dp) : '',
        ...(hasIntervals ? { interval_95_low: end(point.low), interval_95_high: end(point.high) } : {}),
        as_printed_at_the_time: number(point.printed),
        as_printed_symbol: point.printed ? (symbolOf[point.printed.status] ?? '') : '',
        against_england: side ?? '',
        difference_from_england:
          side && theirs && theirs.value !== null ? String(differenceBetween(theirs, point, picture.dp)) : '',
        segment: String(point.segment),
        break_before: crossed.map(describeBreak).join(' '),
        source: sourceTitles(point.lineage, file),
        address
      };
    })
  );
};
