import { widthOf, wrap } from '#lib/drawing/labels.ts';
import { placeText, type Placed } from '#lib/drawing/text.ts';
import type { Spot } from './hexagons.ts';
import type { MapLayer } from './spec.ts';

/** A segment of the bar: one class, with the number of its councils. */
interface Segment {
  look: number;
  left: number;
  right: number;
  count: Placed;
}

/** A row under the title: a swatch of a class or of what is hatched with its words, or the rest of those words. */
interface LegendRow {
  look: number | 'hatch' | 'rest';
  swatch: Spot;
  text: Placed;
}

/** The legend of a map in pixels. */
export interface Legend {
  left: number;
  top: number;
  right: number;
  bottom: number;
  titles: Placed[];
  /** The bar of classes; absent where classes are named by words, and where there are none. */
  bar?: { top: number; bottom: number; segments: Segment[]; marks: Placed[]; note: Placed };
  /** England's figure over the bar, with its tick. */
  england?: { label: Placed; at: number };
  rows: LegendRow[];
}

/** How much room a legend has, and how it is written. */
interface Room {
  x: number;
  y: number;
  /** How wide it may be. */
  width: number;
  font: number;
}

/** How wide a swatch with its gap is, in letters' sizes. */
const SWATCH = 1.9;

/** A segment is at most this many letters' sizes wide. */
const WIDEST = 5;

/** What the legend says of tiles that are hatched, the commonest reason first, each with how many they are. */
const hatchedOf = ({ tiles }: MapLayer): string => {
  const reasons = tiles.flatMap((tile) => (tile.class === null ? [tile.reason ?? tile.text] : []));
  const count = (reason: string): number => reasons.filter((each) => each === reason).length;
  return [...new Set(reasons)]
    .sort((a, b) => count(b) - count(a))
    .map((reason) => `${reason} (${count(reason)})`)
    .join(' or ');
};

/** The rows of classes that are named by words, the highest first, then what is hatched. */
const rowsOf = (layer: MapLayer, most: number): { look: LegendRow['look']; text: string }[] => [
  ...layer.classes
    .flatMap(({ label, count }, look) => (label === undefined ? [] : [{ look, text: `${label} (${count})` }]))
    .reverse(),
  ...wrap(hatchedOf(layer), most, 3)
    .filter(Boolean)
    .map((text, i) => ({ look: i ? ('rest' as const) : ('hatch' as const), text }))
];

const barOf = (layer: MapLayer, top: number, { x, width, font }: Room): Legend['bar'] => {
  const many = layer.classes.length;
  if (!many || layer.classes[0]!.label !== undefined) return undefined;
  const wide = Math.min(width / many, font * WIDEST);
  const bottom = top + font + 8;
  // Where England's tick cuts a segment, its number is in the wider of both parts.
  const tick = (layer.england?.at ?? -1) * many;
  const middleOf = (look: number): number =>
    tick <= look || tick >= look + 1 ? look + 0.5 : tick - look > 0.5 ? (look + tick) / 2 : (tick + look + 1) / 2;
  return {
    top,
    bottom,
    segments: layer.classes.map(({ count }, look) => ({
      look,
      left: x + look * wide,
      right: x + (look + 1) * wide,
      count: placeText(String(count), x + middleOf(look) * wide, (top + bottom) / 2, 'middle', font)
    })),
    marks: layer.marks.map((text, i) => placeText(text, x + (i + 1) * wide, bottom + font * 0.75 + 2, 'middle', font)),
    note: placeText(
      `In the bar: ${layer.counted}`,
      x,
      bottom + (layer.marks.length ? font * 2 + 6 : font),
      'start',
      font
    )
  };
};

/** Lays out the legend of a map: unit, bar of classes with England's figure, or classes in words; then what is hatched. */
export const layLegend = (layer: MapLayer, room: Room): Legend => {
  const { x, y, width, font } = room;
  const row = font + 6;
  const most = Math.floor(width / (font * 0.6));
  const titles = wrap(layer.unit, most, 3).map((text, i) => placeText(text, x, y + (i + 0.5) * row, 'start', font));
  let next = y + titles.length * row;
  const { england } = layer;
  if (england) next += row;
  const bar = barOf(layer, next + 2, room);
  const right = bar ? bar.segments.at(-1)!.right : x;
  const at = x + (england?.at ?? 0) * (right - x);
  const half = widthOf(england?.text ?? '', font) / 2;
  const middle = Math.max(x + half, Math.min(at, x + width - half));
  if (bar) next = bar.note.y + row / 2;
  const rows = rowsOf(layer, most - 3).map(({ look, text }, i): LegendRow => {
    const middle = next + 2 + (i + 0.5) * (row + 1);
    return {
      look,
      swatch: { x: x + font * 0.65, y: middle },
      text: placeText(text, x + SWATCH * font, middle, 'start', font)
    };
  });
  const texts = [...titles, ...(bar ? [bar.note] : []), ...rows.map(({ text }) => text)];
  return {
    left: x,
    top: y,
    right: Math.max(right, ...texts.map(({ box }) => box.right)),
    bottom: rows.length ? rows.at(-1)!.text.y + row / 2 : next,
    titles,
    ...(bar ? { bar } : {}),
    ...(bar && england
      ? { england: { at, label: placeText(england.text, middle, bar.top - row / 2 - 3, 'middle', font) } }
      : {}),
    rows
  };
};
