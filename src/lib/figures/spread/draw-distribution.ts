import * as Plot from '@observablehq/plot';
import { layDistribution, type DistributionLayout } from './layout-distribution.ts';
import { titleFont } from '#lib/drawing/axis-title.ts';
import type { Size } from '#lib/drawing/size.ts';
import { nameHairs } from '#lib/drawing/place-labels.ts';
import { quartileMarks } from '#lib/figures/year/draw-quartiles.ts';
import { placeReferences, referenceMarks } from '#lib/figures/year/draw-references.ts';
import type { DistributionSpec } from './spec.ts';
import { labelled } from '#lib/drawing/ticks.ts';
import { horizontalRule, strokes, verticalRule } from '#lib/drawing/rules.ts';
import { colourOf, fillColours, px, writeAll } from '#lib/drawing/text.ts';

const groundOf = ({ size }: DistributionLayout): number => size.height - size.bottom;

const nameMarks = (layout: DistributionLayout): Plot.Markish[] => {
  const names = layout.flags;
  const font = layout.size.font - 1;
  return [
    ...nameHairs(
      names.map(({ dot, placed }) => ({
        from: { x: dot.x, y: dot.y, r: layout.r },
        to: { left: dot.x, right: dot.x, top: placed.box.top, bottom: placed.box.top + 2 },
        colour: colourOf(dot.point.slot)
      }))
    ),
    ...[true, false].flatMap((chosen) =>
      writeAll(
        names
          .filter(({ dot }) => (dot.point.slot !== undefined) === chosen)
          .map(({ dot, placed }) => ({ ...placed, ...(chosen ? { fill: colourOf(dot.point.slot) } : {}) })),
        { font, fill: 'var(--ink)', className: 'label', halo: true, ...(chosen ? { weight: 700 } : {}) }
      )
    )
  ];
};

const dotMarks = ({ dots, r }: DistributionLayout): Plot.Markish[] =>
  [false, true].map((chosen) => {
    const own = dots.filter(({ point }) => (point.slot !== undefined) === chosen);
    return Plot.dot(own, {
      x: px(...own.map(({ x }) => x)),
      y: px(...own.map(({ y }) => y)),
      r,
      fill: chosen ? fillColours(own.map(({ point }) => colourOf(point.slot))) : colourOf(undefined),
      fillOpacity: chosen ? 1 : 0.55,
      ...(chosen ? { stroke: 'var(--ink)', strokeWidth: 1.5 } : {}),
      className: chosen ? 'point chosen' : 'point'
    });
  });

/** The marks of a plain distribution and its size. */
export const distributionMarks = (spec: DistributionSpec, base: Size): { size: Size; marks: Plot.Markish[] } => {
  const layout = layDistribution(spec, base);
  const { size, x, at } = layout;
  const ground = groundOf(layout);
  const right = size.width - size.right;
  const font = size.font - 1;
  const ticks = labelled(spec.domain, 8, { width: right - size.left, font });
  const references = referenceMarks(
    placeReferences(spec.references, { ...spec, x }, { y: at.references, low: 0, high: size.width, font }),
    [[at.references + size.font / 2 + 1, ground]],
    font
  );
  const quartiles = spec.quartiles?.map(x) as [number, number, number] | undefined;
  return {
    size,
    marks: [
      ...(quartiles
        ? quartileMarks(
            quartiles,
            { top: at.references - size.font / 2 - 2, bottom: ground },
            { y: at.quartiles, low: 0, high: size.width, font: font - 1, axis: [size.left, right] }
          )
        : []),
      ...references.rules,
      ...strokes([horizontalRule(ground, size.left, right)], { className: 'base', stroke: 'var(--axis)' }),
      ...strokes(
        ticks.map(({ value }) => verticalRule(x(value), ground, ground + 5)),
        { className: 'tick', stroke: 'var(--axis)' }
      ),
      ...writeAll(
        ticks.map(({ value, text }) => ({ text, x: x(value), y: ground + 13, anchor: 'middle' as const })),
        { font, fill: 'var(--muted)', className: 'axis' }
      ),
      ...writeAll([{ text: spec.axisTitle, x: 2, y: at.title, anchor: 'start' }], {
        font: titleFont(spec, size),
        fill: 'var(--muted)',
        className: 'axis-title'
      }),
      ...dotMarks(layout),
      ...nameMarks(layout),
      ...references.labels
    ]
  };
};
