import type * as Plot from '@observablehq/plot';
import { SAMPLE, type KeyEntry, type KeyKind } from './layout-funnel.ts';
import { SHAPES, pointMark } from './funnel-points.ts';
import { horizontalRule, strokes } from '#lib/drawing/rules.ts';
import { colourOf, writeAll } from '#lib/drawing/text.ts';

/** How England's line, the limits and the widened limits look. */
export const CENTRE = { stroke: 'var(--line-england)', strokeWidth: 1.75 } as const;
export const LIMIT = {
  95: { stroke: 'var(--muted)', strokeWidth: 1.25, strokeDasharray: '4 3' },
  99.8: { stroke: 'var(--muted)', strokeWidth: 1.25 }
} as const;
/** The wider band is under the narrower one, which so is the darker. */
export const BAND = { fill: 'var(--strong-rule)', fillOpacity: 0.13 } as const;

/** The sample of a council that is similar to the chosen one. */
const SIMILAR_R = SHAPES[0].r + 1.25;

/** Samples of what is drawn, each with its words. */
export const keyMarks = (key: KeyEntry[], font: number): Plot.Markish[] => {
  const samples = [
    ['centre', CENTRE],
    ['limit-95', LIMIT[95]],
    ['limit-99.8', LIMIT[99.8]]
  ] as const;
  const middle = (kind: KeyKind, r: number) =>
    key
      .filter((entry) => entry.kind === kind)
      .map(({ x, y }) => ({ x: x + SAMPLE.width / 2, y, colour: colourOf(undefined), r }));
  return [
    ...samples.flatMap(([kind, { stroke, strokeWidth: width, ...rest }]) =>
      strokes(
        key.filter((entry) => entry.kind === kind).map(({ x, y }) => horizontalRule(y, x, x + SAMPLE.width)),
        { className: 'key', stroke, width, ...('strokeDasharray' in rest ? { dash: rest.strokeDasharray } : {}) }
      )
    ),
    ...Object.values(SHAPES).map(({ kind, r }) => pointMark(middle(kind, r), kind, 'key')),
    pointMark(
      middle('similar', SIMILAR_R).map((each) => ({ ...each, colour: colourOf('similar') })),
      'dot',
      'key'
    ),
    pointMark(middle('missing', 3), 'missing', 'key'),
    ...writeAll(
      key.map(({ text, x, y }) => ({ text, x: x + SAMPLE.width + SAMPLE.gap, y, anchor: 'start' as const })),
      { font, fill: 'var(--muted)', className: 'key-label' }
    )
  ];
};
