import * as Plot from '@observablehq/plot';
import type { KeyKind, LaidPoint } from './layout-funnel.ts';
import type { SpreadPoint } from './spec.ts';
import { colourOf, fillColours, px } from '#lib/drawing/text.ts';

/** The shape of a point by how far out it is; filled or open. */
export const SHAPES = {
  0: { kind: 'dot', symbol: 'circle', r: 2.75 },
  95: { kind: 'ring', symbol: 'circle', r: 3.25 },
  99.8: { kind: 'square', symbol: 'square', r: 3.1 }
} as const satisfies Record<SpreadPoint['beyond'], { kind: KeyKind; symbol: 'circle' | 'square'; r: number }>;

/** The colour of a point: that of a chosen area, of those similar to the first, or grey. */
export const pointColour = ({ slot, similar }: Pick<SpreadPoint, 'slot' | 'similar'>): string =>
  colourOf(slot ?? (similar ? 'similar' : undefined));

/** The radius of a point: chosen ones are larger, and similar ones a little. */
export const radius = (point: SpreadPoint): number =>
  SHAPES[point.beyond].r + (point.slot !== undefined ? 2 : point.similar ? 1.25 : 0);

/** Points of one kind: their shape says how far out they are, their colour and size whether they were chosen. */
export const pointMark = (
  points: readonly { x: number; y: number; colour: string; r: number }[],
  kind: 'dot' | 'ring' | 'square' | 'missing',
  className: string
): Plot.Markish => {
  const colours = fillColours(points.map(({ colour }) => colour));
  const open = kind === 'ring' || kind === 'missing';
  return Plot.dot(points, {
    x: px(...points.map(({ x }) => x)),
    y: px(...points.map(({ y }) => y)),
    r: px(...points.map(({ r }) => r)),
    symbol: kind === 'square' ? 'square' : kind === 'missing' ? 'diamond' : 'circle',
    fill: open ? 'var(--surface)' : colours,
    stroke: open ? colours : 'var(--surface)',
    strokeWidth: open ? 1.5 : 0.75,
    className
  });
};

/** Areas with a figure, those that were chosen or the others. */
export const pointMarks = (points: readonly LaidPoint[], chosen: boolean): Plot.Markish[] =>
  ([0, 95, 99.8] as const).map((beyond) => {
    const { kind } = SHAPES[beyond];
    const own = points
      .filter(({ point }) => point.beyond === beyond && (point.slot !== undefined) === chosen)
      // Similar ones lie on the others.
      .sort((a, b) => Number(a.point.similar ?? false) - Number(b.point.similar ?? false));
    return pointMark(
      own.map(({ point, x, y }) => ({ x, y, colour: pointColour(point), r: radius(point) })),
      kind,
      `point ${kind}`
    );
  });

/** Areas whose figure is held back, as open marks in their lane. */
export const hiddenMark = (hidden: readonly LaidPoint[], chosen: boolean): Plot.Markish =>
  pointMark(
    hidden
      .filter(({ point }) => (point.slot !== undefined) === chosen)
      .map(({ point, x, y }) => ({ x, y, colour: colourOf(point.slot), r: chosen ? 5 : 3 })),
    'missing',
    'missing'
  );
