import { formatNumber } from '#lib/domain/index.ts';
import type { AreaMark, Placed } from '#lib/drawing/area-mark.ts';
import type { PointedArea } from './reader.ts';

/** The places of marks at a size, in the order in which keys go through them. */
interface PlaceColumns {
  width: number;
  height: number;
  /** Numbers of the marks; absent where that order is theirs. */
  mark?: number[];
  x: number[];
  y: number[];
}

/** The places of a drawing that is another one at another scale: `x` and `y` are the factor and what is added. */
interface ScaledPlaces {
  width: number;
  height: number;
  scaled: { x: [number, number]; y: [number, number] };
}

/**
 * What pointer and keys read of a prerendered drawing, a column a property: a page of 150 councils is so half as long as with
 * an object for each.
 */
export interface PrerenderedMarks {
  /** What stands after a figure: "per 10,000 children". */
  unit: string;
  dp: number;
  /** True where each area has a row across the whole drawing. */
  inRows?: boolean;
  key: string[];
  label: string[];
  value: (number | null)[];
  /** By number of the mark, the figures that read otherwise than their value: "not published". */
  text: Record<number, string>;
  /** Ranks with their ranges: the words that most share, with their numbers, a column each; by number of the mark the others. */
  detail: { words: string[]; numbers: (number | null)[][]; other: Record<number, string> };
  narrow: PlaceColumns;
  wide: PlaceColumns | ScaledPlaces;
}

const toPlaces = (marks: readonly AreaMark[], { width, height, places }: Placed): PlaceColumns => {
  const numberOf = new Map(marks.map(({ key }, i) => [key, i]));
  const mark = places.map(({ key }) => numberOf.get(key)!);
  return {
    width,
    height,
    ...(mark.every((each, i) => each === i) ? {} : { mark }),
    x: places.map(({ x }) => Math.round(x)),
    y: places.map(({ y }) => Math.round(y))
  };
};

/** The factor and the addend that take one row of numbers to another, to the nearest pixel; undefined where none do. */
const scaleOf = (from: readonly number[], to: readonly number[]): [number, number] | undefined => {
  if (from.length !== to.length || !from.length) return undefined;
  const [low, high] = [from.indexOf(Math.min(...from)), from.indexOf(Math.max(...from))];
  const factor = from[high] === from[low] ? 1 : (to[high]! - to[low]!) / (from[high]! - from[low]!);
  const added = to[low]! - factor * from[low]!;
  return from.every((each, i) => Math.abs(factor * each + added - to[i]!) < 1)
    ? [Number(factor.toFixed(5)), Math.round(added * 100) / 100]
    : undefined;
};

/** Places at a size, as a scale of those at another where they are the same picture: a map's are sent once. */
const packScaled = (
  from: PlaceColumns,
  to: PlaceColumns,
  places: { from: Placed; to: Placed }
): PrerenderedMarks['wide'] => {
  if (from.mark?.join() !== to.mark?.join()) return to;
  const along = (side: 'x' | 'y') =>
    scaleOf(
      places.from.places.map((each) => each[side]),
      places.to.places.map((each) => each[side])
    );
  const [x, y] = [along('x'), along('y')];
  return x && y ? { width: to.width, height: to.height, scaled: { x, y } } : to;
};

/** A text as its words and the numbers between them. */
const partsOf = (text: string): { words: string[]; numbers: number[] } => {
  const parts = text.split(/(\d+)/);
  return {
    words: parts.filter((_, i) => i % 2 === 0),
    numbers: parts.filter((_, i) => i % 2 === 1).map(Number)
  };
};

const weave = (words: readonly string[], numbers: readonly (number | null)[]): string =>
  words.map((word, at) => word + (at < words.length - 1 ? String(numbers[at]) : '')).join('');

/** Texts that differ in their numbers alone, as ranks do, which so are 1.4 KB less of a page of 150 councils. */
const packDetails = (details: readonly (string | undefined)[]): PrerenderedMarks['detail'] => {
  const split = details.map((text) => (text === undefined ? undefined : partsOf(text)));
  const words = split.find((each) => each)?.words ?? [];
  const shared = split.map((each, i) =>
    each && words.length > 1 && weave(words, each.numbers) === details[i] ? each : null
  );
  return {
    words,
    numbers: words.slice(1).map((_, at) => shared.map((each) => (each ? each.numbers[at]! : null))),
    other: Object.fromEntries(
      details.flatMap((text, i) => (text === undefined || shared[i] ? [] : [[i, text] as const]))
    )
  };
};

/** The text of a mark: the shared words round its numbers, else its own. */
const unpackDetail = ({ words, numbers, other }: PrerenderedMarks['detail'], i: number): string | undefined =>
  typeof numbers[0]?.[i] === 'number'
    ? weave(
        words,
        numbers.map((column) => column[i]!)
      )
    : other[i];

/** Packs the marks of a drawing, with where they are at both sizes. */
export const packMarks = (
  marks: readonly AreaMark[],
  {
    unit,
    dp,
    inRows,
    narrow,
    wide
  }: { unit: string; dp: number; inRows?: boolean | undefined; narrow: Placed; wide: Placed }
): PrerenderedMarks => {
  const textOf = (value: number | null): string | undefined => (value === null ? undefined : formatNumber(value, dp));
  const entries = <T>(of: (mark: AreaMark) => T | undefined): Record<number, T> =>
    Object.fromEntries(marks.flatMap((mark, i) => (of(mark) === undefined ? [] : [[i, of(mark)!]])));
  return {
    unit,
    dp,
    ...(inRows ? { inRows } : {}),
    key: marks.map(({ key }) => key),
    label: marks.map(({ label }) => label),
    value: marks.map(({ value }) => value),
    text: entries(({ value, text }) => (textOf(value) === text ? undefined : text)),
    detail: packDetails(marks.map(({ detail }) => detail)),
    narrow: toPlaces(marks, narrow),
    wide: packScaled(toPlaces(marks, narrow), toPlaces(marks, wide), { from: narrow, to: wide })
  };
};

/** The marks that were packed. */
export const unpackMarks = ({ key, label, value, text, detail, dp }: PrerenderedMarks): PointedArea[] =>
  key.map((each, i) => {
    const own = unpackDetail(detail, i);
    return {
      key: each,
      label: label[i]!,
      value: value[i]!,
      text: text[i] ?? formatNumber(value[i]!, dp),
      ...(own === undefined ? {} : { detail: own })
    };
  });

/** Where the marks that were packed are at a size. */
export const unpackPlaces = ({ key, narrow, wide }: PrerenderedMarks, size: 'narrow' | 'wide'): Placed => {
  const at = size === 'narrow' ? narrow : wide;
  const { mark, x, y } = 'scaled' in at ? narrow : at;
  const [[fx, ax], [fy, ay]] =
    'scaled' in at
      ? [at.scaled.x, at.scaled.y]
      : [
          [1, 0],
          [1, 0]
        ];
  return {
    width: at.width,
    height: at.height,
    places: x.map((each, i) => ({ key: key[mark ? mark[i]! : i]!, x: fx * each + ax, y: fy * y[i]! + ay }))
  };
};
