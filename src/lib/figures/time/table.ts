import {
  STATUS_MEANING,
  STATUS_WORDS,
  formatNumber,
  formatPeriod,
  highest,
  isOpen,
  list,
  lowest,
  type Figure,
  type Period,
  type Point
} from '#lib/domain/index.ts';
import { differenceBetween } from '#lib/series/compare.ts';
import type { Picture, PictureBreak, PictureLine } from './picture.ts';

/** A cell as it reads. `range` is what rounding leaves open, or that the figure was worked out. */
export interface Cell {
  text: string;
  /** Why there is no number, or how it was worked out. */
  why?: string;
  range?: string;
  /** Both ends of the 95% interval, where it is shown. */
  interval?: string;
}

export interface Column {
  id: string;
  label: string;
  /** The same figure as printed at the time. */
  printed: boolean;
  /** How the figure stands to England's of the same period. */
  against?: boolean;
  /** The unit, where the table has two. */
  unit?: string;
  /** True where the unit is not that of the chart. */
  isOther?: boolean;
}

export type TableRow =
  | {
      kind: 'figures';
      /** A period, or an area's key. */ period: Period;
      label: string;
      marked?: boolean;
      cells: Cell[];
    }
  | { kind: 'break'; id: string; text: string };

/** The figures of a chart as a table: a row a period, the latest first, with a row wherever a line is cut or marked. */
export interface TableView {
  columns: Column[];
  rows: TableRow[];
}

export const NOT_HELD: Cell = { text: '–', why: 'No figure held' };

/** What rounding leaves open of a figure, where it does: "38 to 42" of 40 to the nearest 5. */
export const rangeOf = (point: Point, dp: number): string | undefined =>
  isOpen(point) ? `${formatNumber(lowest(point), dp)} to ${formatNumber(highest(point), dp)}` : undefined;

const toCell = (figure: Figure, dp: number, range?: string): Cell => {
  if (figure.value === null) return { text: STATUS_WORDS[figure.status], why: STATUS_MEANING[figure.status] };
  const text = formatNumber(figure.value, dp);
  return {
    text,
    ...(range ? { range } : {}),
    ...(figure.status === 'derived' ? { why: STATUS_MEANING.derived, range: STATUS_WORDS.derived } : {})
  };
};

const intervalOf = (point: Point, dp: number): string =>
  `95%: ${formatNumber(point.low!, dp)} to ${formatNumber(point.high!, dp)}`;

/** A figure of a line with what else is known of it: of a median of how many, and its interval. */
export const cellOf = (point: Point, dp: number): Cell => ({
  ...toCell(point, dp, rangeOf(point, dp)),
  ...(point.used === undefined
    ? {}
    : {
        why: `The median of the ten most similar councils; ${point.used} of them have a figure.`,
        range: `${point.used} used`
      }),
  ...(point.low === undefined || point.high === undefined ? {} : { interval: intervalOf(point, dp) })
});

const KIND_WORDS: Record<PictureBreak['kind'], string> = {
  source: 'Break: the source changes',
  definition: 'Break: the definition changes',
  population: 'Break: the population base changes',
  name: 'The name changes',
  quality: 'The quality changes'
};

/** A break in words: what changes, between which periods, for which lines, and why. */
export const describeBreak = (each: PictureBreak): string => {
  const which = each.only.length ? ` (${list(each.only)})` : '';
  const what = each.seam ? 'One council gives way to several' : KIND_WORDS[each.kind];
  return `${what} between ${formatPeriod(each.lastBefore)} and ${formatPeriod(each.firstAfter)}${which}. ${each.reason}`;
};

/** How a figure stands to England's: higher, similar or lower by the 95% limits, and by how much. */
const againstCell = (picture: Picture, line: PictureLine, point: Point, england: Point | undefined): Cell => {
  const side = picture.sideAt(line, point);
  if (!side || point.value === null || !england || england.value === null) return { text: '–' };
  const by = differenceBetween(england, point, picture.dp);
  return { text: side, range: `${by > 0 ? '+' : ''}${formatNumber(by, picture.dp)}` };
};

/** Lays a picture out as a table. */
export const tabulate = (picture: Picture): TableView => {
  const shown = picture.lines.flatMap((line) => {
    const printed =
      picture.unit !== 'index' && line.points.some((point) => point.printed && point.printed.value !== null);
    const against = line.area.level !== 'National' && line.points.some((point) => picture.sideAt(line, point));
    return [
      { line, printed: false, against: false },
      ...(against ? [{ line, printed: false, against }] : []),
      ...(printed ? [{ line, printed, against: false }] : [])
    ];
  });
  const england = picture.lines.find(({ area }) => area.level === 'National');
  const byPeriod = new Map(
    picture.lines.map((line) => [line.id, new Map(line.points.map((point) => [point.period, point]))])
  );
  const periods = [...new Set(picture.lines.flatMap((line) => line.points.map(({ period }) => period)))]
    .sort()
    .reverse();
  const printedDp = (point: Point): number => (Number.isInteger(point.printed?.value) ? 0 : 1);
  const rows = periods.flatMap((period, i): TableRow[] => {
    const later = periods[i - 1];
    const between = picture.breaks.filter(
      ({ firstAfter }) => later !== undefined && period < firstAfter && firstAfter <= later
    );
    return [
      ...between.map((each) => ({
        kind: 'break' as const,
        id: `${each.indicator}-${each.level}-${each.firstAfter}-${each.kind}`,
        text: describeBreak(each)
      })),
      {
        kind: 'figures',
        period,
        label: formatPeriod(period),
        cells: shown.map(({ line, printed, against }) => {
          const point = byPeriod.get(line.id)?.get(period);
          if (!point) return NOT_HELD;
          if (against) return againstCell(picture, line, point, england && byPeriod.get(england.id)?.get(period));
          if (!printed) return cellOf(point, picture.dp);
          return point.printed ? toCell(point.printed, printedDp(point)) : NOT_HELD;
        })
      }
    ];
  });
  return {
    columns: shown.map(({ line, printed, against }) => ({
      id: line.id,
      label: line.label,
      printed,
      ...(against ? { against } : {})
    })),
    rows
  };
};
