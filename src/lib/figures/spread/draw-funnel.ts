import * as Plot from '@observablehq/plot';
import { titleFont } from '#lib/drawing/axis-title.ts';
import type { Size } from '#lib/drawing/size.ts';
import { BAND, CENTRE, LIMIT, keyMarks } from './funnel-key.ts';
import { layFunnel, type FunnelLayout } from './layout-funnel.ts';
import { hiddenMark, pointColour, pointMarks, radius } from './funnel-points.ts';
import type { Box } from '#lib/drawing/labels.ts';
import { within } from './clip-line.ts';
import { nameHairs, placeNames } from '#lib/drawing/place-labels.ts';
import type { FunnelSpec, Limits, SpreadPoint } from './spec.ts';
import { horizontalRule, strokes, verticalRule } from '#lib/drawing/rules.ts';
import { px, writeAll } from '#lib/drawing/text.ts';

/** Limits widened for what differs between areas beyond chance, as bands that end at the axis. */
const bandMarks = (spec: FunnelSpec, layout: FunnelLayout): Plot.Markish[] => {
  const clamp = (value: number): number => Math.max(layout.size.top, Math.min(layout.y(value), layout.floor));
  return spec.limits
    .filter(({ widened }) => widened)
    .sort((a, b) => b.level - a.level)
    .map(({ points }) =>
      Plot.areaY(points, {
        x: px(...points.map(({ size }) => layout.x(size))),
        y1: px(...points.map(({ low }) => clamp(low))),
        y2: px(...points.map(({ high }) => clamp(high))),
        ...BAND,
        className: 'widened'
      })
    );
};

/** Limits of chance alone as lines, cut where they leave the axis. */
const limitMarks = (spec: FunnelSpec, layout: FunnelLayout): Plot.Markish[] =>
  spec.limits
    .filter(({ widened }) => !widened)
    .map(({ level, points }: Limits) => {
      const pieces = (['low', 'high'] as const)
        .flatMap((side) =>
          within(
            points.map((each) => ({ x: layout.x(each.size), y: layout.y(each[side]) })),
            layout.size.top,
            layout.floor
          )
        )
        .flatMap((piece, i) => piece.map((dot) => ({ ...dot, piece: i })));
      return Plot.line(pieces, {
        x: px(...pieces.map(({ x }) => x)),
        y: px(...pieces.map(({ y }) => y)),
        z: pieces.map(({ piece }) => piece),
        ...LIMIT[level],
        className: `limit limit-${String(level).replace('.', '-')}`
      });
    });

const axisMarks = (spec: FunnelSpec, layout: FunnelLayout): Plot.Markish[] => {
  const { size, x, y, steps, bottom } = layout;
  const right = size.width - size.right;
  const font = size.font - 1;
  return [
    ...strokes(
      steps.y.map(({ value }) => horizontalRule(y(value), size.left, right)),
      { className: 'grid', stroke: 'var(--grid)' }
    ),
    ...strokes([horizontalRule(bottom, size.left, right)], { className: 'base', stroke: 'var(--axis)' }),
    ...strokes(
      steps.x.map(({ value }) => verticalRule(x(value), bottom, bottom + 5)),
      { className: 'tick', stroke: 'var(--axis)' }
    ),
    ...writeAll(
      [
        ...steps.y.map(({ value, text }) => ({ text, x: size.left - 6, y: y(value), anchor: 'end' as const })),
        ...steps.x.map(({ value, text }) => ({ text, x: x(value), y: bottom + 13, anchor: 'middle' as const }))
      ],
      { font, fill: 'var(--muted)', className: 'axis' }
    ),
    ...writeAll([{ text: spec.axisTitle, x: 2, y: size.font / 2 + 2, anchor: 'start' }], {
      font: titleFont(spec, size),
      fill: 'var(--muted)',
      className: 'axis-title'
    }),
    ...writeAll([{ text: spec.sizeTitle, x: right, y: bottom + 31, anchor: 'end' }], {
      font: titleFont({ axisTitle: spec.sizeTitle }, size),
      fill: 'var(--muted)',
      className: 'axis-title'
    })
  ];
};

/** Whose name is put first: a chosen one's, then those of similar ones. */
const turnOf = ({ slot, similar }: SpreadPoint): number => (slot !== undefined ? 0 : similar ? 1 : 2);

/** Names beside points: of chosen areas always, of others where there is room. */
const nameMarks = (spec: FunnelSpec, layout: FunnelLayout): Plot.Markish[] => {
  const { size, points, hidden } = layout;
  const font = size.font - 1;
  const wanted = [...points, ...hidden]
    .filter(({ point }) => point.named)
    .sort((a, b) => turnOf(a.point) - turnOf(b.point));
  const right = size.width - size.right;
  const centre = layout.y(spec.centre.value);
  const line: Box = { left: size.left, right, top: centre - 1, bottom: centre + 1 };
  const names = wanted.map(({ point, x, y }) => ({
    name: point.value === null ? `${point.label}: ${point.text}` : point.label,
    x,
    y,
    r: radius(point),
    must: point.slot !== undefined,
    tries: point.similar === true && size.name !== 'narrow'
  }));
  const put = placeNames(
    names,
    [...points, ...hidden].map(({ point, x, y }) => ({ x, y, r: radius(point) })),
    [line, ...layout.bandNames.map(({ box }) => box)],
    { left: size.left + 2, right: size.width, top: size.top - 4, bottom: layout.bottom - 1 },
    font
  );
  return [
    ...nameHairs(
      put
        .filter(({ hair }) => hair)
        .map(({ index, placed }) => ({
          from: names[index]!,
          to: placed.box,
          colour: pointColour(wanted[index]!.point)
        }))
    ),
    ...[true, false].flatMap((chosen) =>
      writeAll(
        put
          .filter(({ index }) => names[index]!.must === chosen)
          .map(({ index, placed }) => ({
            ...placed,
            ...(turnOf(wanted[index]!.point) < 2 ? { fill: pointColour(wanted[index]!.point) } : {})
          })),
        { font, fill: 'var(--ink)', className: 'label', halo: true, ...(chosen ? { weight: 700 } : {}) }
      )
    )
  ];
};

/** The marks of a funnel plot and its size. */
export const funnelMarks = (spec: FunnelSpec, base: Size): { size: Size; marks: Plot.Markish[] } => {
  const layout = layFunnel(spec, base);
  const { size, points, hidden, y } = layout;
  return {
    size,
    marks: [
      ...bandMarks(spec, layout),
      ...axisMarks(spec, layout),
      ...limitMarks(spec, layout),
      ...strokes([horizontalRule(y(spec.centre.value), size.left, size.width - size.right)], {
        className: 'centre',
        stroke: CENTRE.stroke,
        width: CENTRE.strokeWidth
      }),
      hiddenMark(hidden, false),
      ...pointMarks(points, false),
      ...writeAll(layout.bandNames, {
        font: size.font - 1,
        fill: 'var(--muted)',
        className: 'band-label',
        halo: true
      }),
      hiddenMark(hidden, true),
      ...pointMarks(points, true),
      ...keyMarks(layout.key, size.font - 1),
      ...nameMarks(spec, layout)
    ]
  };
};
