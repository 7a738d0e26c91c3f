import type * as Plot from '@observablehq/plot';
import { charactersThatFit, shortenName, touches, widthOf, type Box } from './labels.ts';
import { strokes } from './rules.ts';
import { placeText, type Placed } from './text.ts';

/** A mark that wants its name beside it. */
interface Named {
  name: string;
  x: number;
  y: number;
  /** Radius of the mark. */
  r: number;
  /** Named even where that is far off or hides other marks; others are left without a name then. */
  must: boolean;
  /** Tried far off too, with a hair, where it hides few marks. */
  tries?: boolean;
}

/** A name where it was put, with its place in the list, and where a hair leads from if it is far from its mark. */
interface PutName {
  index: number;
  placed: Placed;
  hair: boolean;
}

/** Distances from a mark at which a name is tried, the nearest first. */
const NEAR = [4];
const FAR = [4, 12, 20, 30, 42, 56, 72, 90, 110, 140, 170];

/** What a name that is tried far off may cost: three marks under it and some way off. */
const MOST_COST = 5;

const around = ({ name, x, y, r }: Named, far: number, font: number): Placed[] => {
  const [side, over] = [r + far, r + far + font / 2];
  return [
    placeText(name, x + side, y, 'start', font),
    placeText(name, x - side, y, 'end', font),
    placeText(name, x, y - over, 'middle', font),
    placeText(name, x, y + over, 'middle', font),
    placeText(name, x + side, y - over, 'start', font),
    placeText(name, x + side, y + over, 'start', font),
    placeText(name, x - side, y - over, 'end', font),
    placeText(name, x - side, y + over, 'end', font)
  ];
};

const nearest = ({ x, y }: { x: number; y: number }, { left, right, top, bottom }: Box): { x: number; y: number } => ({
  x: Math.max(left, Math.min(x, right)),
  y: Math.max(top, Math.min(y, bottom))
});

/** Small boxes along the hair from a mark to a name. */
const along = (from: Named, to: Box): Box[] => {
  const end = nearest(from, to);
  return Array.from({ length: 12 }, (_, i) => {
    const part = i / 12;
    return square({ x: from.x + part * (end.x - from.x), y: from.y + part * (end.y - from.y), r: 0.5 });
  });
};

const square = ({ x, y, r }: { x: number; y: number; r: number }): Box => ({
  left: x - r,
  right: x + r,
  top: y - r,
  bottom: y + r
});

/** Anywhere in the room, over or under a mark as far as the edges allow: for a name that finds no place near it. */
const anywhere = ({ name, x }: Named, room: Box, font: number): Placed[] => {
  const half = Math.min(widthOf(name, font), room.right - room.left) / 2;
  const middle = Math.max(room.left + half, Math.min(x, room.right - half));
  const rows = Math.floor((room.bottom - room.top - font) / (font / 2));
  return Array.from({ length: Math.max(0, rows) }, (_, i) =>
    placeText(name, middle, room.top + font / 2 + (i * font) / 2, 'middle', font)
  );
};

const distance = (from: Named, to: Box): number => {
  const end = nearest(from, to);
  // To a tenth of a pixel, so that of equal places the first is taken.
  return Math.round(10 * (Math.hypot(end.x - from.x, end.y - from.y) - from.r)) / 10;
};

/**
 * Puts names beside their marks so that none lies on another, on a named mark, on what is `taken` or outside the room, each as
 * near as can be and where it hides the fewest of the other `marks`. First come, first served: the most important first.
 */
export const placeNames = (
  named: readonly Named[],
  marks: readonly { x: number; y: number; r: number }[],
  taken: readonly Box[],
  room: Box,
  font: number
): PutName[] => {
  const blocked: Box[] = [...taken, ...named.filter(({ must }) => must).map(square)];
  const others = marks.map(square);
  const written: Box[] = [];
  const most = charactersThatFit(room.right - room.left, font);
  const out: PutName[] = [];
  named.forEach((each, index) => {
    const short = { ...each, name: shortenName(each.name, most) };
    const own = square(each);
    const options = [
      ...(each.must || each.tries ? FAR : NEAR).flatMap((far) => around(short, far, font)),
      ...(each.must ? anywhere(short, room, font) : [])
    ]
      .map((placed) => ({ placed, far: distance(each, placed.box) }))
      .filter(({ far }) => far >= NEAR[0]! - 0.2)
      .filter(
        ({ placed: { box } }) =>
          box.left >= room.left - 0.01 &&
          box.right <= room.right + 0.01 &&
          box.top >= room.top &&
          box.bottom <= room.bottom + 0.01 &&
          !blocked.some((other) => touches(box, other))
      )
      .map(({ placed, far }) => ({ placed, far, hair: far > 2 * NEAR[0]! }))
      .filter(
        ({ placed, hair }) =>
          !hair || !along(each, placed.box).some((dot) => written.some((other) => touches(dot, other)))
      )
      .map(({ placed, far, hair }) => ({
        placed,
        hair,
        cost: far / 24 + others.filter((other) => touches(placed.box, other) && !touches(other, own)).length
      }))
      .filter(({ cost }) => each.must || cost < (each.tries ? MOST_COST : 1));
    const best = options.reduce<(typeof options)[number] | undefined>(
      (least, option) => (!least || option.cost < least.cost ? option : least),
      undefined
    );
    if (!best) return;
    blocked.push(best.placed.box, ...(best.hair ? along(each, best.placed.box) : []));
    written.push(best.placed.box);
    out.push({ index, placed: best.placed, hair: best.hair });
  });
  return out;
};

/** Hairs from marks to names that are far from them: from the edge of the mark to the nearest edge of the name. */
export const nameHairs = (
  hairs: readonly { from: { x: number; y: number; r: number }; to: Box; colour: string }[]
): Plot.Markish[] => {
  const lines = hairs.map(({ from: { x, y, r }, to, colour }) => {
    const end = nearest({ x, y }, to);
    const part = r / (Math.hypot(end.x - x, end.y - y) || 1);
    return { x1: x + part * (end.x - x), y1: y + part * (end.y - y), x2: end.x, y2: end.y, stroke: colour };
  });
  return strokes(lines, { className: 'leader', stroke: 'var(--muted)', width: 0.75 });
};
