import * as Plot from '@observablehq/plot';
import { shadeMarks } from './shades.ts';
import { bandMarks } from '#lib/figures/time/draw-bands.ts';
import { cleanSvg } from '#lib/drawing/clean-svg.ts';
import { eventsOnAxis, ticks } from '#lib/figures/time/layout.ts';
import type { TimeSpec } from '#lib/figures/time/spec.ts';
import { axisWords, startsAboveZero, titleFont } from '#lib/drawing/axis-title.ts';
import type { Size } from '#lib/drawing/size.ts';
import { DASHES, dotMarks, runMarks } from '#lib/figures/time/draw-lines.ts';
import { isBreakOf, roomFor } from './key.ts';
import { MOST_YEARS, layPanels, type Panel, type PanelLayout } from './layout.ts';
import { shadesOn } from '#lib/figures/time/shading.ts';
import { formatStep } from '#lib/drawing/ticks.ts';
import { colourOf, inPixels, pixels, px, writeAll } from '#lib/drawing/text.ts';

type Mark = Plot.Markish;

interface Rule {
  x: number;
  top: number;
  bottom: number;
}

/** Upright rules of one look. */
const rules = (own: Rule[], options: Plot.RuleXOptions): Mark[] =>
  own.length
    ? [
        Plot.ruleX(own, {
          x: px(...own.map(({ x }) => x)),
          y1: px(...own.map(({ top }) => top)),
          y2: px(...own.map(({ bottom }) => bottom)),
          ...options
        })
      ]
    : [];

/** Level rules of one look. */
const levels = (own: { y: number; left: number; right: number }[], options: Plot.RuleYOptions): Mark[] =>
  own.length
    ? [
        Plot.ruleY(own, {
          y: px(...own.map(({ y }) => y)),
          x1: px(...own.map(({ left }) => left)),
          x2: px(...own.map(({ right }) => right)),
          ...options
        })
      ]
    : [];

const EVENT = { stroke: 'var(--event)', strokeWidth: 1, className: 'event' };
const BREAK = { stroke: 'var(--break)', strokeWidth: 1.25, strokeDasharray: '5 3', className: 'break' };
const MARK = { stroke: 'var(--break)', strokeWidth: 1, strokeDasharray: '1 3', className: 'mark' };

/** Grid, foot and ticks of every panel; steps beside the first of each row, years under all. */
const axes = (spec: TimeSpec, { panels, steps, font }: PanelLayout, size: Size): Mark[] => {
  const years = panels.flatMap((panel) =>
    ticks(spec, panel.at, size, MOST_YEARS).map(({ at, label }) => ({ x: panel.at.x(at), label, bottom: panel.bottom }))
  );
  const look = { font, fill: 'var(--muted)', className: 'axis' };
  return [
    ...levels(
      panels.flatMap(({ left, right, at }) => steps.map((value) => ({ y: at.y(value), left, right }))),
      { stroke: 'var(--grid)', className: 'grid' }
    ),
    ...levels(
      panels.map(({ left, right, bottom }) => ({ y: bottom, left, right })),
      {
        stroke: 'var(--axis)',
        ...(startsAboveZero(spec) ? { strokeDasharray: '2 3' } : {}),
        className: 'base'
      }
    ),
    ...rules(
      years.map(({ x, bottom }) => ({ x, top: bottom, bottom: bottom + 4 })),
      { stroke: 'var(--axis)', className: 'tick' }
    ),
    ...writeAll(
      panels.flatMap(({ left, at, first }) =>
        first
          ? steps.map((value) => ({ text: formatStep(value), x: left - 5, y: at.y(value), anchor: 'end' as const }))
          : []
      ),
      look
    ),
    ...writeAll(
      years.map(({ x, label, bottom }) => ({ text: label, x, y: bottom + 7, anchor: 'middle' })),
      { ...look, lineAnchor: 'top' }
    ),
    ...writeAll([{ text: axisWords(spec), x: 2, y: 2, anchor: 'start' }], {
      font: titleFont(spec, size),
      fill: 'var(--muted)',
      className: 'axis-title',
      lineAnchor: 'top'
    })
  ];
};

/** Rules at events and where a line of the panel is cut or marked. */
const notes = (spec: TimeSpec, panels: Panel[]): Mark[] => {
  const events = panels.flatMap(({ at, top, bottom }) =>
    eventsOnAxis(spec, at).map((event) => ({ x: at.x(event.at), top, bottom }))
  );
  const breaks = (cut: boolean): Rule[] =>
    panels.flatMap(({ at, top, bottom, lines, behind }) => {
      const own = spec.breaks.filter((each) => each.cut === cut && isBreakOf(each, [...lines, ...behind]));
      const places = own.map((each) => (at.atPeriod(each.lastBefore) + at.atPeriod(each.firstAfter)) / 2);
      return [...new Set(places)].map((x) => ({ x, top, bottom }));
    });
  return [...rules(breaks(true), BREAK), ...rules(breaks(false), MARK), ...rules(events, EVENT)];
};

const titles = (panels: Panel[], size: Size): Mark[] =>
  writeAll(
    panels.flatMap(({ title, lines, left, top }) =>
      title.map((text, i) => ({
        text,
        x: left,
        y: top - 8 - (title.length - 1 - i) * (size.font + 2),
        anchor: 'start' as const,
        fill: colourOf(lines[0]?.slot)
      }))
    ),
    { font: size.font, weight: 600, fill: 'var(--ink)', className: 'label' }
  );

/** What the signs in the panels mean. */
const keyMarks = ({ key, font }: PanelLayout): Mark[] => {
  const upright = key.map(({ x, y, sign }) => ({ sign, x: x + 4, top: y - 6, bottom: y + 6 }));
  const of = (sign: string): Rule[] => upright.filter((each) => each.sign === sign);
  const shades = key.flatMap((item) =>
    item.sign === 'shade'
      ? [
          {
            ...item,
            label: item.text,
            from: '',
            to: '',
            left: item.x,
            right: item.x + 16,
            top: item.y - 6,
            bottom: item.y + 6
          }
        ]
      : []
  );
  return [
    ...shadeMarks(shades),
    ...rules(of('event'), { ...EVENT, className: 'key' }),
    ...rules(of('break'), { ...BREAK, className: 'key' }),
    ...rules(of('mark'), { ...MARK, className: 'key' }),
    ...key.flatMap((item) =>
      item.sign === 'line'
        ? levels([{ y: item.y, left: item.x, right: item.x + 18 }], {
            stroke: item.quiet ? 'var(--quiet)' : 'var(--ink)',
            strokeWidth: item.quiet ? 1.5 : 2,
            strokeDasharray: DASHES[item.dash],
            className: 'key'
          })
        : item.sign === 'missing'
          ? [
              Plot.dot([0], {
                x: px(item.x + 6),
                y: px(item.y),
                r: 4,
                symbol: 'diamond',
                stroke: 'var(--muted)',
                fill: 'var(--surface)',
                className: 'key'
              })
            ]
          : []
    ),
    ...writeAll(
      key.map(({ text, sign, x, y }) => ({ text, x: x + roomFor(sign), y, anchor: 'start' })),
      { font, fill: 'var(--muted)', className: 'key-label' }
    )
  ];
};

/**
 * Draws the lines of a spec as small charts beside each other, an area each, on the same axes, with England thin and grey
 * behind; one key under them says what their signs mean. The context of a spec is left out: small charts are to be quiet.
 * `document` is the browser's or a light one while prerendering.
 */
export const drawPanels = (spec: TimeSpec, size: Size, document?: Document): SVGSVGElement => {
  const layout = layPanels(spec, size);
  const { panels } = layout;
  const own = panels.flatMap(({ lines, at, bottom }) =>
    [...lines].reverse().map((line) => ({ line, at, foot: bottom }))
  );
  const behind = panels.flatMap((panel) =>
    panel.behind.map((line) => ({ line, at: panel.at, foot: panel.bottom, quiet: true }))
  );
  const svg = Plot.plot({
    ...(document ? { document } : {}),
    ...pixels(layout),
    marks: [
      ...shadeMarks(
        panels.flatMap(({ at, top, bottom }) =>
          shadesOn(spec.shading ?? [], at).map((each) => ({ ...each, top, bottom }))
        )
      ),
      ...axes(spec, layout, size),
      ...notes(spec, panels),
      ...(spec.bands ? bandMarks(own, inPixels) : []),
      ...runMarks(behind, inPixels),
      ...runMarks(own, inPixels),
      ...dotMarks([...behind, ...own], inPixels),
      ...titles(panels, size),
      ...keyMarks(layout)
    ]
  }) as SVGSVGElement;
  return cleanSvg(svg, spec);
};
