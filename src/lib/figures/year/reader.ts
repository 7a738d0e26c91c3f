import type { AreaMark, Placed } from '#lib/drawing/area-mark.ts';
import { keyboardNeighbour, type Direction } from '#lib/drawing/keyboard-neighbour.ts';
import type { ChartReader } from '#lib/ui/chart-reader.ts';

/** How near the pointer has to be to a mark, and to the middle of a row, in pixels of the drawing. */
const NEAR = 60;
const NEAR_ROW = 14;
/** How far from the middle of a shape a pointer may be that is in none: small islands are easier to hit so. */
const NEAR_SHAPE = 14;

const ARROWS: Partial<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down'
};

/** What is read of each area: its figure in words, and what else is to be said of it. */
export type PointedArea = Pick<AreaMark, 'key' | 'label' | 'value' | 'text' | 'detail'>;

interface AreasRead {
  placed: Placed;
  marks: readonly PointedArea[];
  /** What stands after a figure: "per 10,000 children". */
  unit: string;
  /** True where each area has a row across the whole drawing: its row is it, wherever the pointer is in it. */
  inRows: boolean;
  /** True where Enter adds an area or takes it away. */
  picks: boolean;
}

/** Reads a drawing of many areas in one period, area by area. */
export const areaReader = ({ placed, marks, unit, inRows, picks }: AreasRead): ChartReader => {
  const { width, height } = placed;
  const markOf = new Map(marks.map((mark) => [mark.key, mark]));
  // An area may be in several places of a drawing: each has a key of its own, "309", "309 1".
  const counts = new Map<string, number>();
  const places = placed.places.map(({ key, ...at }) => {
    const before = counts.get(key) ?? 0;
    counts.set(key, before + 1);
    return { key: before ? `${key} ${before}` : key, ...at };
  });
  const placeOf = new Map(places.map((place) => [place.key, place]));
  return {
    width,
    height,
    nearest: (x, y) => {
      const under = placed.hit?.({ x, y });
      if (under !== undefined) return places[under]?.key;
      let best: { key: string; far: number } | undefined;
      for (const { key, ...at } of places) {
        const far = Math.hypot(inRows ? 0 : at.x - x, at.y - y);
        if (!best || far < best.far) best = { key, far };
      }
      return best && best.far < (placed.hit ? NEAR_SHAPE : inRows ? NEAR_ROW : NEAR) ? best.key : undefined;
    },
    step: (from, key) => {
      if (key === 'Home') return places[0]?.key;
      if (key === 'End') return places.at(-1)?.key;
      const way = ARROWS[key];
      if (!way) return undefined;
      return from === undefined ? places[0]?.key : keyboardNeighbour(places, from, way);
    },
    read: (id) => {
      const [mark, place] = [markOf.get(id.split(' ')[0]!), placeOf.get(id)];
      if (!mark || !place) return undefined;
      const figure = mark.value === null ? mark.text : `${mark.text} ${unit}`;
      const body = mark.detail ? `${figure}; ${mark.detail}` : figure;
      return {
        title: mark.label,
        body,
        spoken: `${mark.label}: ${body}`,
        x: place.x,
        y: place.y,
        mark: { kind: 'ring' },
        ...(picks ? { area: { key: mark.key, name: mark.label } } : {})
      };
    }
  };
};
