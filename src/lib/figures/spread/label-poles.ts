import { charactersThatFit, shortenName, touches, type Box } from '#lib/drawing/labels.ts';
import type { AreaMark } from '#lib/drawing/area-mark.ts';
import { placeText, type Placed } from '#lib/drawing/text.ts';

/** A dot that may have a name. */
interface Named {
  point: AreaMark & { named: boolean };
  x: number;
  y: number;
}

/** A name over its dot, to one side of the upper end of a pole. */
export interface Flag<Dot extends Named> {
  dot: Dot;
  placed: Placed;
}

/** The room that the pole of a name takes up. */
const poleOf = ({ x, y }: Named, { y: top }: Placed): Box => ({ left: x - 1, right: x + 1, top, bottom: y });

/**
 * Names over a pile of dots of a radius, those of chosen areas first, each in the lowest row where it hides no dot and no
 * other name. A name that nobody chose is left away where it would cross the pole of another.
 */
export const placeFlags = <Dot extends Named>(
  dots: readonly Dot[],
  r: number,
  room: Box,
  font: number
): Flag<Dot>[] => {
  const boxes = dots.map(({ x, y }) => ({ left: x - r, right: x + r, top: y - r, bottom: y + r }));
  const out: Flag<Dot>[] = [];
  const wanted = dots
    .filter(({ point }) => point.named)
    .sort((a, b) => Number(a.point.slot === undefined) - Number(b.point.slot === undefined));
  for (const dot of wanted) {
    const most = charactersThatFit(Math.max(dot.x - room.left, room.right - dot.x) - 5, font);
    const name = shortenName(dot.point.label, most);
    const options: Placed[] = [];
    for (let y = dot.y - r - font / 2 - 2; y >= room.top + font / 2; y -= (font + 3) / 4)
      options.push(placeText(name, dot.x + 5, y, 'start', font), placeText(name, dot.x - 5, y, 'end', font));
    const free = options.filter(
      ({ box }) =>
        box.left >= room.left &&
        box.right <= room.right &&
        !boxes.some((other) => touches(box, other)) &&
        !out.some((other) => touches(box, other.placed.box))
    );
    const clear = free.find(
      (placed) =>
        !out.some(
          (other) =>
            touches(placed.box, poleOf(other.dot, other.placed)) || touches(poleOf(dot, placed), other.placed.box)
        )
    );
    const best = clear ?? (dot.point.slot === undefined ? undefined : free[0]);
    if (best) out.push({ dot, placed: best });
  }
  return out;
};
