import type { Size } from '#lib/drawing/size.ts';
import { charactersThatFit, widthOf, wrap } from '#lib/drawing/labels.ts';
import type { RankRow, RankSpec } from './spec.ts';
import type { Placed } from '#lib/drawing/area-mark.ts';

/** Sizes of the ranked chart before its rows are known: `layRank` sets margins and height. */
export const RANK_NARROW: Size = {
  name: 'narrow',
  width: 344,
  height: 0,
  top: 0,
  right: 0,
  bottom: 0,
  left: 0,
  font: 12
};
export const RANK_WIDE: Size = { ...RANK_NARROW, name: 'wide', width: 760, font: 13 };

/** More rows than this have the axis at their foot as well. */
const MANY_ROWS = 24;

/** A row with its place: the middle, the height and the lines of the name. */
export interface LaidRow {
  row: RankRow;
  y: number;
  height: number;
  lines: string[];
}

/** Everything of a ranked chart in pixels: one map for the drawing, the pointer and the keyboard. */
export interface RankLayout {
  size: Size;
  x: (value: number) => number;
  rows: LaidRow[];
  /** Where ranks end, and where their ranges do. */
  places: number;
  ranges: number;
  /** Where names begin. */
  names: number;
  /** Middles of the rows of text above the rows of areas, and both ends of the strip. */
  at: { title: number; quartiles: number; references: number; ticks: number; strip: readonly [number, number] };
  /** The steps of the axis again at the foot; undefined where the rows are few. */
  foot: number | undefined;
}

const areasOf = (rows: readonly RankRow[]) => rows.flatMap((row) => (row.kind === 'area' ? [row] : []));

/** Names that are kept for lists are turned round only where that saves a line: "Kingston upon Hull, City of". */
const linesOf = (label: string, most: number): string[] =>
  label.length <= most ? [label] : wrap(label.replace(/, (City|County) of$/, ''), most, 3);

const longest = (texts: string[], font: number): number => Math.max(0, ...texts.map((text) => widthOf(text, font)));

/** Lays the rows out under their head: strip of all areas, axis, names of the quarters and of the rules. */
export const layRank = (spec: RankSpec, base: Size): RankLayout => {
  const { font, width } = base;
  const narrow = base.name === 'narrow';
  const areas = areasOf(spec.rows);
  const places = Math.ceil(
    longest(
      areas.map(({ place }) => place),
      font
    )
  );
  const range = longest(
    areas.map(({ range = '' }) => range),
    font - 1
  );
  const ranges = Math.ceil(places + (range ? range + 6 : 0));
  const names = ranges + 7;
  // What the ranges take is taken from the names, so that the axis stays as wide as it can.
  const most = charactersThatFit(narrow ? 116 - (range ? 12 : 0) : 276, font);
  const lines = spec.rows.map((row) => (row.kind === 'area' ? linesOf(row.area.label, most) : []));
  const left = Math.round(names + longest(lines.flat(), font) + 10);
  const right = Math.round(
    Math.max(
      longest(
        areas.flatMap(({ area }) => (area.value === null ? [] : [area.text])),
        font
      ) + 10,
      24
    )
  );

  const title = font * 0.6 + 2;
  const quartiles = title + font + 5;
  const references = (spec.quartiles ? quartiles : title) + font + 4;
  const strip = [references + font / 2 + 4, references + font / 2 + 20] as const;
  const ticks = strip[1] + font / 2 + 5;
  const top = Math.round(ticks + font / 2 + 5);

  let y = top;
  const rows = spec.rows.map((row, i): LaidRow => {
    const height = Math.max(narrow ? 20 : 18, lines[i]!.length * (font + 1) + 7);
    y += height;
    return { row, y: y - height / 2, height, lines: lines[i]! };
  });
  const many = rows.length > MANY_ROWS;
  const bottom = many ? font + 12 : 4;
  const size = { ...base, left, right, top, bottom, height: Math.round(y + bottom) };
  const [low, high] = spec.domain;
  return {
    size,
    x: (value) => left + ((value - low) / (high - low || 1)) * (width - left - right),
    rows,
    places,
    ranges,
    names,
    at: { title, quartiles, references, ticks, strip },
    foot: many ? y + font / 2 + 6 : undefined
  };
};

/** The size of a ranked chart: its height follows from its rows, its margins from their words. */
export const rankSize = (spec: RankSpec, base: Size): Size => layRank(spec, base).size;

/** Where the mark of a row stands: its figure, or the left end of the axis where there is none. */
export const markAt = ({ x, size }: RankLayout, value: number | null): number =>
  value === null ? size.left : x(value);

/** The places of the areas that have a row, in pixels of the drawing: for the pointer and the keyboard. */
export const placeRank = (spec: RankSpec, base: Size): Placed => {
  const layout = layRank(spec, base);
  const { width, height } = layout.size;
  const places = layout.rows.flatMap(({ row, y }) =>
    row.kind === 'area' ? [{ key: row.area.key, x: markAt(layout, row.area.value), y }] : []
  );
  return { width, height, places };
};
