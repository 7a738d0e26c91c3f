import { Memo } from '#lib/domain/memo.ts';
import type { Spot } from './hexagons.ts';
import { touches, widthOf, wrap, type Box } from '#lib/drawing/labels.ts';
import { regionOf, type MapGeometry } from './layout.ts';
import type { MapSpec } from './spec.ts';
import { placeText, type Placed } from '#lib/drawing/text.ts';

/** The name of a region in the sea beside it, and where a thin line leads to from there, where it stands far off. */
interface RegionName {
  lines: Placed[];
  leader?: [Spot, Spot];
}

/** How finely places for names are looked for, in pixels. */
const STEP = 8;

/** How far a name stays from the middle of any tile, in tiles. */
const CLEAR = 0.64;

/** How far a name may stand from its region without a line, in tiles from the middle of the nearest. */
const NEAR = 1.05;

const nearestIn = ({ left, right, top, bottom }: Box, { x, y }: Spot): Spot => ({
  x: Math.max(left, Math.min(x, right)),
  y: Math.max(top, Math.min(y, bottom))
});

/** How far the nearest point of a box is from a spot. */
const distanceTo = ({ left, right, top, bottom }: Box, { x, y }: Spot): number => {
  const dx = x < left ? left - x : x > right ? x - right : 0;
  const dy = y < top ? top - y : y > bottom ? y - bottom : 0;
  return Math.sqrt(dx * dx + dy * dy);
};

const distance = (a: Spot, b: Spot): number => Math.sqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2);

const meanOf = (spots: Spot[]): Spot => ({
  x: spots.reduce((sum, { x }) => sum + x, 0) / spots.length,
  y: spots.reduce((sum, { y }) => sum + y, 0) / spots.length
});

/** The lines of a name: one where it is short, two where it is long. */
const linesOf = (label: string): string[] =>
  label.length > 10 ? wrap(label, Math.max(10, Math.ceil(label.length / 2) + 2)) : [label];

/** Half the width and height of the box that lines of text take. */
const halfOf = (lines: string[], font: number): Spot => ({
  x: Math.max(...lines.map((line) => widthOf(line, font))) / 2 + 2,
  y: (lines.length * (font + 2)) / 2 + 1
});

const boxAround = ({ x, y }: Spot, half: Spot): Box => ({
  left: x - half.x,
  right: x + half.x,
  top: y - half.y,
  bottom: y + half.y
});

/** Steps up to an end, those nearest to a middle first. */
const stepsFrom = (middle: number, end: number): number[] =>
  Array.from({ length: Math.ceil(end / STEP) - 1 }, (_, i) => (i + 1) * STEP).sort(
    (a, b) => Math.abs(a - middle) - Math.abs(b - middle)
  );

/** A tile's middle, and the region it is of. */
type Middle = Spot & { region: string | undefined };

// Looking for places is most of the work of a map, and from year to year hardly anything moves: the last few layouts are kept.
const layouts = new Memo<string, RegionName[]>(8);

/**
 * Places for the names of regions: each in the sea, on no tile, on no other name and not on the legend, as near to its region as
 * can be. Regions with the fewest ways out come first.
 */
export const regionNames = (spec: MapSpec, at: MapGeometry): RegionName[] => {
  const tiles = spec.tiles.map((tile) => ({ region: regionOf(tile), ...at.place(tile) }));
  const { legend, pitch, font, foot, width } = at;
  const key = JSON.stringify([tiles, spec.regions, legend.right, legend.top, legend.bottom, pitch, font, foot, width]);
  return layouts.get(key, () => findNames(spec, at, tiles));
};

const findNames = (spec: MapSpec, at: MapGeometry, tiles: Middle[]): RegionName[] => {
  const first = inOrder(spec, at, tiles);
  // A greedy order can push names far off where there is little room: another is then tried, from north and from south.
  const isFar = ({ leader }: RegionName): boolean => leader !== undefined;
  if (first.filter(isFar).length < 2) return first;
  const others = [1, -1].map((way) => inOrder(spec, at, tiles, way));
  const farIn = (names: RegionName[]): number => names.filter(isFar).length + (spec.regions.length - names.length);
  return [first, ...others].reduce((best, each) => (farIn(each) < farIn(best) ? each : best));
};

/** Names put down one after the other: the hardest first, or from the north (1) or from the south (-1). */
const inOrder = (spec: MapSpec, at: MapGeometry, tiles: Middle[], way = 0): RegionName[] => {
  const { legend, pitch, font } = at;
  // Above the map are the maps of two years where they are compared.
  const highest = at.pair ? at.top : 1;
  const taken: Box[] = [
    {
      left: 0,
      right: legend.right + 8,
      top: legend.top - 8,
      bottom: legend.bottom + 4
    }
  ];
  const wanted = spec.regions.flatMap(({ key, label }) => {
    const own = tiles.filter(({ region }) => region === key);
    return own.length
      ? [{ label, own, others: tiles.filter(({ region }) => region !== key), centre: meanOf(own) }]
      : [];
  });
  const find = ({ label, own, others, centre }: (typeof wanted)[number]) => {
    const lines = linesOf(label);
    const half = halfOf(lines, font);
    const clear = pitch * CLEAR;
    let best: { box: Box; spot: Spot; cost: number; tile: Spot; isNear: boolean } | undefined;
    // From the region outwards, so that a good place is found soon, and what is further off need not be looked at.
    const columns = stepsFrom(centre.x, at.width);
    for (const y of stepsFrom(centre.y, at.foot + 20)) {
      if (best && Math.abs(y - centre.y) / 5 + clear >= best.cost) break;
      for (const x of columns) {
        const aside = distance({ x, y }, centre) / 5;
        if (best && aside + clear >= best.cost) break;
        const box = boxAround({ x, y }, half);
        if (box.left < 1 || box.right > at.width - 1 || box.top < highest) continue;
        let tile = own[0]!;
        let away = Infinity;
        for (const each of own) {
          const now = distanceTo(box, each);
          if (now < away) [away, tile] = [now, each];
        }
        const cost = away + aside;
        if (away < clear || (best && cost >= best.cost)) continue;
        if (others.some((each) => distanceTo(box, each) < clear)) continue;
        if (taken.some((other) => touches(box, other))) continue;
        best = { box, spot: { x, y }, cost, tile, isNear: away < pitch * NEAR };
      }
    }
    return best && { lines, ...best };
  };
  const hardestFirst = wanted
    .map((each) => ({ each, first: find(each) }))
    .sort((a, b) =>
      way ? way * (a.each.centre.y - b.each.centre.y) : (b.first?.cost ?? Infinity) - (a.first?.cost ?? Infinity)
    );
  return hardestFirst.flatMap(({ each, first }): RegionName[] => {
    // The best place of all stays the best until a name is put on it.
    const found = first && taken.some((other) => touches(first.box, other)) ? find(each) : first;
    if (!found) return [];
    taken.push(found.box);
    const { spot, lines, box, tile } = found;
    const row = font + 2;
    return [
      {
        lines: lines.map((line, i) =>
          placeText(line, spot.x, spot.y + (i - (lines.length - 1) / 2) * row, 'middle', font)
        ),
        ...(found.isNear ? {} : { leader: [nearestIn(box, tile), tile] as [Spot, Spot] })
      }
    ];
  });
};
