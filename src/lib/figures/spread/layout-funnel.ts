import { formatNumber } from '#lib/domain/index.ts';
import { isHidden } from '#lib/drawing/status-marks.ts';
import type { Size } from '#lib/drawing/size.ts';
import { widthOf } from '#lib/drawing/labels.ts';
import type { FunnelSpec, SpreadPoint } from './spec.ts';
import type { Placed } from '#lib/drawing/area-mark.ts';
import { placeText, type Placed as PlacedText } from '#lib/drawing/text.ts';
import { labelled, type Step } from '#lib/drawing/ticks.ts';

/** What the key over a funnel explains. */
export type KeyKind = 'centre' | 'limit-95' | 'limit-99.8' | 'dot' | 'ring' | 'square' | 'similar' | 'missing';

/** An entry of the key: where its sample begins, and the middle of its row. */
export interface KeyEntry {
  kind: KeyKind;
  text: string;
  x: number;
  y: number;
}

/** A point with its place in pixels. */
export interface LaidPoint {
  point: SpreadPoint;
  x: number;
  y: number;
}

/** Everything of a funnel in pixels: one map for the drawing, the pointer and the keyboard. */
export interface FunnelLayout {
  size: Size;
  x: (size: number) => number;
  y: (value: number) => number;
  key: KeyEntry[];
  /** What the bands are called. */
  bandNames: PlacedText[];
  steps: { x: Step[]; y: Step[] };
  /** Areas with a figure, at their figure. */
  points: LaidPoint[];
  /** Areas whose figure is held back, in a lane of their own between the foot of the figures and the axis of size. */
  hidden: LaidPoint[];
  /** Where the axis of figures ends, and where the axis of size lies: the same where nothing is held back. */
  floor: number;
  bottom: number;
}

/** How wide the sample of an entry of the key is, and the room after it and after its words. */
export const SAMPLE = { width: 20, gap: 5, between: 13 } as const;

const keyOf = (spec: FunnelSpec): { kind: KeyKind; text: string }[] => {
  const has = (level: 95 | 99.8, widened: boolean) =>
    spec.limits.some((each) => each.level === level && each.widened === widened);
  const shows = (beyond: SpreadPoint['beyond']) =>
    spec.points.some((point) => point.value !== null && point.beyond === beyond);
  const entries: [KeyKind, string, boolean][] = [
    ['centre', spec.centre.text ?? `${spec.centre.label} ${formatNumber(spec.centre.value, spec.dp)}`, true],
    ['limit-95', '95% limits', has(95, false)],
    ['limit-99.8', '99.8% limits', has(99.8, false)],
    ['dot', 'within 95%', shows(0)],
    ['ring', 'beyond 95%', shows(95)],
    ['square', 'beyond 99.8%', shows(99.8)],
    ['similar', `similar to ${spec.similarTo ?? ''}`, spec.points.some(({ similar }) => similar)],
    ['missing', 'not published', spec.points.some(isHidden)]
  ];
  return entries.flatMap(([kind, text, shown]) => (shown ? [{ kind, text }] : []));
};

/** What the bands are called, at their upper ends on the right: within their edge, or over it where two edges are near. */
const layBandNames = (
  spec: FunnelSpec,
  y: (value: number) => number,
  { size, floor }: { size: Size; floor: number }
): PlacedText[] => {
  const font = size.font - 1;
  const out: PlacedText[] = [];
  for (const { level, points } of spec.limits.filter(({ widened }) => widened).sort((a, b) => b.level - a.level)) {
    const edge = Math.max(size.top, Math.min(y(points.at(-1)!.high), floor));
    const last = out.at(-1);
    const wanted = edge + font * 0.7 + 2;
    const middle = last ? Math.max(wanted, last.y + font + 2) : wanted;
    out.push(placeText(`usual range, ${level}%`, size.width - size.right - 4, middle, 'end', font));
  }
  return out;
};

/** The height of the lane of what is held back: a true zero is not to be taken for it. */
const LANE = 15;

/** The key in as many rows as it needs. */
const layKey = (spec: FunnelSpec, { width, font }: Size): KeyEntry[] => {
  const letters = font - 1;
  let [x, y] = [2, font + 14];
  return keyOf(spec).map(({ kind, text }) => {
    const wide = SAMPLE.width + SAMPLE.gap + widthOf(text, letters);
    if (x > 2 && x + wide > width) [x, y] = [2, y + letters + 6];
    const entry = { kind, text, x, y };
    x += wide + SAMPLE.between;
    return entry;
  });
};

/** Round sizes for an axis of square roots: 1, 2 and 5 times powers of ten, from the largest, as they leave each other room. */
const sizeSteps = ([low, high]: readonly [number, number], x: (size: number) => number, size: Size): Step[] => {
  const out: Step[] = [];
  let free = size.width;
  for (let power = 9; power >= 0; power--)
    for (const each of [5, 2, 1]) {
      const value = each * 10 ** power;
      const text = formatNumber(value);
      const half = widthOf(text, size.font - 1) / 2;
      if (value < low || value > high || x(value) + half > free || x(value) - half < 0) continue;
      out.unshift({ value, text });
      free = x(value) - half - 8;
    }
  return out;
};

/** About so many lines across: five or six are enough to read a figure by. */
const GRIDLINES = 5;

/** Lays a funnel out under its key. The axis of size is one of square roots. */
export const layFunnel = (spec: FunnelSpec, base: Size): FunnelLayout => {
  const font = base.font - 1;
  const ySteps = labelled(spec.domain, GRIDLINES, { width: base.height, font: 1 });
  const key = layKey(spec, base);
  const size: Size = {
    ...base,
    left: Math.round(Math.max(0, ...ySteps.map(({ text }) => widthOf(text, font))) + 10),
    top: key.at(-1)!.y + font + 4
  };
  const [low, high] = spec.sizes.map(Math.sqrt) as [number, number];
  const placed = spec.points.filter((point) => point.size >= spec.sizes[0] && point.size <= spec.sizes[1]);
  const hidden = placed.filter(isHidden);
  const bottom = size.height - size.bottom;
  const floor = bottom - (hidden.length ? LANE : 0);
  const x = (each: number): number =>
    size.left + ((Math.sqrt(each) - low) / (high - low || 1)) * (size.width - size.left - size.right);
  const y = (value: number): number =>
    floor - ((value - spec.domain[0]) / (spec.domain[1] - spec.domain[0] || 1)) * (floor - size.top);
  return {
    size,
    x,
    y,
    key,
    bandNames: layBandNames(spec, y, { size, floor }),
    steps: { x: sizeSteps(spec.sizes, x, size), y: ySteps },
    points: placed.flatMap((point) =>
      point.value === null ? [] : [{ point, x: x(point.size), y: y(point.at ?? point.value) }]
    ),
    hidden: hidden.map((point) => ({ point, x: x(point.size), y: bottom - LANE / 2 + 1 })),
    floor,
    bottom
  };
};

/** The places of the areas on a funnel, in pixels of the drawing: those held back stand in their lane. */
export const placeFunnel = (spec: FunnelSpec, base: Size): Placed => {
  const { size, points, hidden } = layFunnel(spec, base);
  const places = [...points, ...hidden].map(({ point, x, y }) => ({ key: point.key, x, y }));
  return { width: size.width, height: size.height, places };
};
