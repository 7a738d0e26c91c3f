import * as Plot from '@observablehq/plot';
import { cleanSvg } from '#lib/drawing/clean-svg.ts';
import { layCompare, markOf, type CompareLayout, type CompareSpec, type LaidPanel } from './layout.ts';
import type { Size } from '#lib/drawing/size.ts';
import { isHidden } from '#lib/drawing/status-marks.ts';
import type { AreaMark } from '#lib/drawing/area-mark.ts';
import { labelled } from '#lib/drawing/ticks.ts';
import { horizontalRule, strokes, verticalRule } from '#lib/drawing/rules.ts';
import { colourOf, fillColours, pixels, px, writeAll, type Written } from '#lib/drawing/text.ts';

/** A figure with its place. */
interface Laid {
  cell: AreaMark;
  x: number;
  y: number;
  panel: LaidPanel;
}

const cellsOf = ({ panels }: CompareLayout): Laid[] =>
  panels.flatMap((panel) =>
    panel.panel.cells.map((cell, i) => ({ cell, x: markOf(panel, cell.value), y: panel.rows[i]!, panel }))
  );

/** Steps over the rows, and as faint rules through them; a hair a row, from its name to its figure. */
const axisMarks = ({ panels, size }: CompareLayout): Plot.Markish[] => {
  const ticks = panels.map(({ panel, left, right }) =>
    labelled([0, panel.top], 4, { width: right - left, font: size.font - 1 })
  );
  return [
    ...strokes(
      panels.flatMap(({ x, at }, i) => ticks[i]!.map(({ value }) => verticalRule(x(value), at.top, at.bottom))),
      { className: 'grid', stroke: 'var(--grid)' }
    ),
    ...strokes(
      panels.flatMap(({ rows, left, right }) => rows.map((y) => horizontalRule(y, left, right))),
      { className: 'hair', stroke: 'var(--grid)' }
    ),
    ...strokes(
      panels.map(({ at, left, right }) => horizontalRule(at.top, left, right)),
      { className: 'base', stroke: 'var(--axis)' }
    ),
    ...writeAll(
      panels.flatMap(({ x, at }, i) =>
        ticks[i]!.map(({ value, text }): Written => ({ text, x: x(value), y: at.ticks, anchor: 'middle' }))
      ),
      { font: size.font - 1, fill: 'var(--muted)', className: 'axis' }
    )
  ];
};

/** England's figure as a rule through all rows of a panel. */
const centreMarks = ({ panels }: CompareLayout): Plot.Markish[] =>
  strokes(
    panels.flatMap(({ panel, x, at }) =>
      panel.centre === undefined ? [] : [verticalRule(x(panel.centre), at.top, at.bottom)]
    ),
    { className: 'reference', stroke: 'var(--line-england)', width: 1.25 }
  );

/** What chance leaves open of each figure as a bar, and the figure as a dot; what is not there as an open mark or a word. */
const figureMarks = (cells: readonly Laid[], font: number): Plot.Markish[] => {
  const known = cells.filter(({ cell }) => cell.value !== null);
  const none = cells.filter(({ cell }) => cell.value === null);
  const hidden = none.filter(({ cell }) => isHidden(cell));
  const ink = ({ cell }: Laid): string => colourOf(cell.slot);
  return [
    ...strokes(
      known.flatMap((each) => {
        const { low, high } = each.cell;
        if (low === undefined || high === undefined) return [];
        return [
          horizontalRule(each.y, each.panel.x(low), each.panel.x(Math.min(high, each.panel.panel.top)), ink(each))
        ];
      }),
      { className: 'interval', stroke: 'var(--muted)', width: 12, opacity: 0.35 }
    ),
    Plot.dot(known, {
      x: px(...known.map(({ x }) => x)),
      y: px(...known.map(({ y }) => y)),
      r: 4.5,
      fill: fillColours(known.map(ink)),
      stroke: 'var(--surface)',
      strokeWidth: 0.75,
      className: 'dot'
    }),
    Plot.dot(hidden, {
      x: px(...hidden.map(({ x }) => x)),
      y: px(...hidden.map(({ y }) => y)),
      r: 4,
      symbol: 'diamond',
      fill: 'var(--surface)',
      stroke: fillColours(hidden.map(ink)),
      strokeWidth: 1.5,
      className: 'missing'
    }),
    ...writeAll(
      none.map(({ cell, x, y }): Written => ({ text: cell.text, x: x + 9, y, anchor: 'start' })),
      { font: font - 1, fill: 'var(--muted)', className: 'missing-label', style: 'italic', halo: true }
    )
  ];
};

/** Titles of panels, names of rows, figures at the end of each. */
const wordMarks = (layout: CompareLayout, cells: readonly Laid[]): Plot.Markish[] => {
  const { names, panels, size } = layout;
  const { font } = size;
  return [
    ...writeAll(
      panels.flatMap(({ title, titleAt, at }) =>
        title.map((text, k): Written => ({ text, x: titleAt, y: at.title + k * (font + 2), anchor: 'start' }))
      ),
      { font, fill: 'var(--ink)', className: 'panel-title', weight: 700 }
    ),
    ...writeAll(
      panels
        .filter(({ named }) => named)
        .flatMap(({ rows }) =>
          names.flatMap(({ row, lines }, i) =>
            lines.map((text, k): Written => ({
              text,
              x: 0,
              y: rows[i]! + (k - (lines.length - 1) / 2) * (font + 1),
              anchor: 'start',
              fill: colourOf(row.slot)
            }))
          )
        ),
      { font, fill: 'var(--ink)', className: 'label', weight: 700 }
    ),
    ...writeAll(
      cells.flatMap(({ cell, y, panel }): Written[] =>
        cell.value === null ? [] : [{ text: cell.text, x: panel.edge, y, anchor: 'end', fill: colourOf(cell.slot) }]
      ),
      { font, fill: 'var(--ink)', className: 'figure' }
    )
  ];
};

/**
 * Draws areas beside each other at a width: a row an area, a panel a measure, England's figure ruled through all rows.
 * `document` is the browser's or a light one.
 */
export const drawCompare = (spec: CompareSpec, base: Size, document?: Document): SVGSVGElement => {
  const layout = layCompare(spec, base);
  const cells = cellsOf(layout);
  const svg = Plot.plot({
    ...(document ? { document } : {}),
    ...pixels(layout.size),
    marks: [
      ...axisMarks(layout),
      ...centreMarks(layout),
      ...figureMarks(cells, layout.size.font),
      ...wordMarks(layout, cells)
    ]
  }) as SVGSVGElement;
  return cleanSvg(svg, spec);
};
