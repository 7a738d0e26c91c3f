import * as Plot from '@observablehq/plot';
import { formatNumber } from '#lib/domain/index.ts';
import { cleanSvg } from '#lib/drawing/clean-svg.ts';
import { isHidden } from '#lib/drawing/status-marks.ts';
import { titleFont } from '#lib/drawing/axis-title.ts';
import type { Size } from '#lib/drawing/size.ts';
import { quartileMarks } from '#lib/figures/year/draw-quartiles.ts';
import { layRank, markAt, type LaidRow, type RankLayout } from './layout.ts';
import { placeReferences, referenceMarks } from '#lib/figures/year/draw-references.ts';
import type { RankSpec } from './spec.ts';
import type { AreaMark } from '#lib/drawing/area-mark.ts';
import { labelled } from '#lib/drawing/ticks.ts';
import { horizontalRule, strokes, verticalRule } from '#lib/drawing/rules.ts';
import { colourOf, fillColours, pixels, px, writeAll, type Written } from '#lib/drawing/text.ts';

export { placeRank, rankSize, RANK_NARROW, RANK_WIDE } from './layout.ts';

interface AreaRow extends LaidRow {
  place: string;
  range: string | undefined;
  area: AreaMark;
}

/** All ranked areas as thin lines in one strip; the chosen ones taller and in their colours. */
const stripMarks = (spec: RankSpec, { x, at: { strip } }: RankLayout): Plot.Markish[] => {
  const plain = spec.strip.filter(({ slot }) => slot === undefined);
  const chosen = spec.strip.filter(({ slot }) => slot !== undefined);
  return [
    ...strokes(
      plain.map(({ value }) => verticalRule(x(value), strip[0] + 5, strip[1])),
      { className: 'strip', stroke: 'var(--muted)', opacity: 0.55 }
    ),
    ...strokes(
      chosen.map(({ value, slot }) => verticalRule(x(value), strip[0], strip[1], colourOf(slot))),
      { className: 'strip chosen', stroke: 'var(--ink)', width: 3 }
    )
  ];
};

/** Hairs that lead from a name to its figure, and dotted ones where areas are left out. */
const hairMarks = ({ rows, size }: RankLayout): Plot.Markish[] =>
  (['area', 'gap'] as const).flatMap((kind) =>
    strokes(
      rows.filter(({ row }) => row.kind === kind).map(({ y }) => horizontalRule(y, size.left, size.width - size.right)),
      kind === 'area'
        ? { className: 'hair', stroke: 'var(--grid)' }
        : { className: 'gap', stroke: 'var(--axis)', dash: '1 4' }
    )
  );

/** What chance leaves open of each figure as a bar, cut at the ends of the axis, and the figure as a dot. */
const figureMarks = (spec: RankSpec, rows: AreaRow[], layout: RankLayout, chosen: boolean): Plot.Markish[] => {
  const own = rows.filter(({ area }) => area.value !== null && (area.slot !== undefined) === chosen);
  const open = own.filter(({ area }) => area.low !== undefined && area.high !== undefined);
  const within = (value: number): number => layout.x(Math.max(spec.domain[0], Math.min(value, spec.domain[1])));
  const kinds = [
    { className: 'dot', of: own.filter(({ area }) => area.status !== 'derived') },
    { className: 'dot derived', of: own.filter(({ area }) => area.status === 'derived') }
  ];
  return [
    // Taller than the dot, so that it shows where it is narrower.
    ...strokes(
      open.map(({ area, y }) => horizontalRule(y, within(area.low!), within(area.high!), colourOf(area.slot))),
      {
        className: 'interval',
        stroke: 'var(--muted)',
        ...(chosen ? { width: 14, opacity: 0.35 } : { width: 9, opacity: 0.25 })
      }
    ),
    ...kinds.map(({ className, of }) => {
      const colours = fillColours(of.map(({ area }) => colourOf(area.slot)));
      return Plot.dot(of, {
        x: px(...of.map(({ area }) => layout.x(area.value!))),
        y: px(...of.map(({ y }) => y)),
        r: (chosen ? 5 : 3.5) - (layout.size.name === 'narrow' ? 0.5 : 0),
        fill: className === 'dot' ? colours : 'var(--surface)',
        stroke: className === 'dot' ? 'var(--surface)' : colours,
        strokeWidth: className === 'dot' ? 0.75 : 1.5,
        className
      });
    })
  ];
};

/** Areas without a figure: an open mark at the end of the axis where it is held back, and the word. */
const missingMarks = (rows: AreaRow[], layout: RankLayout): Plot.Markish[] => {
  const own = rows.filter(({ area }) => area.value === null);
  const hidden = own.filter(({ area }) => isHidden(area));
  return [
    Plot.dot(hidden, {
      x: px(...hidden.map(() => markAt(layout, null))),
      y: px(...hidden.map(({ y }) => y)),
      r: 4,
      symbol: 'diamond',
      fill: 'var(--surface)',
      stroke: fillColours(hidden.map(({ area }) => colourOf(area.slot))),
      strokeWidth: 1.5,
      className: 'missing'
    }),
    ...writeAll(
      own.map(({ area, y }) => ({ text: area.text, x: markAt(layout, null) + 9, y, anchor: 'start' })),
      {
        font: layout.size.font - 1,
        fill: 'var(--muted)',
        className: 'missing-label',
        style: 'italic',
        halo: true
      }
    )
  ];
};

/** Place, name and figure of each row; how many are left out where there is a gap. */
const wordMarks = (rows: AreaRow[], layout: RankLayout, chosen: boolean): Plot.Markish[] => {
  const { size, places, ranges, names } = layout;
  const own = rows.filter(({ area }) => (area.slot !== undefined) === chosen);
  const each = (className: string, texts: Written[]) =>
    writeAll(texts, {
      font: size.font,
      fill: className === 'place' ? 'var(--muted)' : 'var(--ink)',
      className,
      ...(chosen ? { weight: 700 } : {})
    });
  const ink = ({ slot }: AreaMark) => (slot === undefined ? {} : { fill: colourOf(slot) });
  return [
    ...each(
      'place',
      own.map(({ place, area, y }) => ({ text: place, x: places, y, anchor: 'end', ...ink(area) }))
    ),
    ...writeAll(
      own.flatMap(({ range, y }): Written[] => (range ? [{ text: range, x: ranges, y, anchor: 'end' }] : [])),
      { font: size.font - 1, fill: 'var(--muted)', className: 'range' }
    ),
    ...each(
      'label',
      own.flatMap(({ area, lines, y }) =>
        lines.map((text, k): Written => ({
          text,
          x: names,
          y: y + (k - (lines.length - 1) / 2) * (size.font + 1),
          anchor: 'start',
          ...ink(area)
        }))
      )
    ),
    ...each(
      'figure',
      own.flatMap(({ area, y }): Written[] =>
        area.value === null ? [] : [{ text: area.text, x: size.width, y, anchor: 'end', ...ink(area) }]
      )
    )
  ];
};

const gapMarks = ({ rows, names, size }: RankLayout): Plot.Markish[] =>
  writeAll(
    rows.flatMap(({ row, y }): Written[] =>
      row.kind === 'gap'
        ? [
            {
              text: `… ${formatNumber(row.count)} ${row.count === 1 ? 'council' : 'councils'}`,
              x: names,
              y,
              anchor: 'start'
            }
          ]
        : []
    ),
    { font: size.font - 1, fill: 'var(--muted)', className: 'gap-label', style: 'italic' }
  );

/** The steps of the axis under the strip, again at the foot of many rows, and as faint rules through the rows. */
const axisMarks = (spec: RankSpec, { x, size, at, foot }: RankLayout): Plot.Markish[] => {
  const ticks = labelled(spec.domain, 8, {
    width: size.width - size.left - size.right,
    font: size.font - 1
  });
  const bottom = size.height - size.bottom;
  const zero = spec.domain[0] < 0 && spec.domain[1] > 0 ? [0] : [];
  return [
    ...strokes(
      ticks.map(({ value }) => verticalRule(x(value), size.top, bottom)),
      { className: 'grid', stroke: 'var(--grid)' }
    ),
    ...strokes(
      zero.map((value) => verticalRule(x(value), size.top, bottom)),
      { className: 'zero', stroke: 'var(--axis)', width: 1.5 }
    ),
    ...strokes([horizontalRule(at.strip[1], size.left, size.width - size.right)], {
      className: 'base',
      stroke: 'var(--axis)'
    }),
    ...writeAll(
      [at.ticks, ...(foot === undefined ? [] : [foot])].flatMap((y) =>
        ticks.map(({ value, text }): Written => ({ text, x: x(value), y, anchor: 'middle' }))
      ),
      { font: size.font - 1, fill: 'var(--muted)', className: 'axis' }
    ),
    ...writeAll(spec.placeTitle ? [{ text: spec.placeTitle, x: 2, y: at.ticks, anchor: 'start' }] : [], {
      font: size.font - 1,
      fill: 'var(--muted)',
      className: 'place-title'
    }),
    ...writeAll([{ text: spec.axisTitle, x: 2, y: at.title, anchor: 'start' }], {
      font: titleFont(spec, size),
      fill: 'var(--muted)',
      className: 'axis-title'
    })
  ];
};

/**
 * Draws areas in order of their figures at a width: a strip of all, bands between the quartiles, rules for England and a
 * region, then a row an area. `document` is the browser's or a light one while prerendering.
 */
export const drawRank = (spec: RankSpec, base: Size, document?: Document): SVGSVGElement => {
  const layout = layRank(spec, base);
  const { size, x, at } = layout;
  const rows = layout.rows.flatMap(({ row, ...laid }): AreaRow[] =>
    row.kind === 'area' ? [{ ...laid, row, place: row.place, range: row.range, area: row.area }] : []
  );
  const bottom = size.height - size.bottom;
  const quartiles = spec.quartiles?.map(x) as [number, number, number] | undefined;
  const references = referenceMarks(
    placeReferences(
      spec.references,
      { ...spec, x },
      { y: at.references, low: 0, high: size.width, font: size.font - 1 }
    ),
    [
      [at.references + size.font / 2 + 1, at.strip[1]],
      [size.top, bottom]
    ],
    size.font - 1
  );
  const svg = Plot.plot({
    ...(document ? { document } : {}),
    ...pixels(size),
    marks: [
      ...(quartiles
        ? quartileMarks(
            quartiles,
            { top: at.references - size.font / 2 - 2, bottom },
            {
              y: at.quartiles,
              low: 0,
              high: size.width,
              font: size.font - 2,
              axis: [size.left, size.width - size.right]
            }
          )
        : []),
      ...axisMarks(spec, layout),
      ...hairMarks(layout),
      ...references.rules,
      ...stripMarks(spec, layout),
      ...[false, true].flatMap((chosen) => figureMarks(spec, rows, layout, chosen)),
      ...missingMarks(rows, layout),
      ...[false, true].flatMap((chosen) => wordMarks(rows, layout, chosen)),
      ...gapMarks(layout),
      ...references.labels
    ]
  }) as SVGSVGElement;
  return cleanSvg(svg, spec);
};
