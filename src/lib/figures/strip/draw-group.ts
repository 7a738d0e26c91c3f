import * as Plot from '@observablehq/plot';
import { formatNumber } from '#lib/domain/index.ts';
import { cleanSvg } from '#lib/drawing/clean-svg.ts';
import { niceTop } from '#lib/drawing/ticks.ts';
import { placeText, px, writeAll } from '#lib/drawing/text.ts';
import type { Interval } from '#lib/statistics/interval.ts';

/** A council's figure with its 95% interval. */
export interface GroupFigure {
  value: number;
  interval: Interval;
  isOwn: boolean;
}

/** A council among those most like it: a row each, the highest first, over the limits of chance round the figure of all together. */
export interface GroupSpec {
  title: string;
  description: string;
  figures: readonly GroupFigure[];
  limits: Interval;
}

const WIDTH = 344;
const ROW = 9;
const FONT = 12;
const PAD = 7;

/** The rows of one look: a bar from end to end, and a dot. */
const rows = (figures: readonly (GroupFigure & { y: number })[], colour: string, width: number, className: string) => [
  Plot.ruleY(figures, {
    x1: ({ interval }: GroupFigure) => interval.low,
    x2: ({ interval }: GroupFigure) => interval.high,
    y: px(...figures.map(({ y }) => y)),
    stroke: colour,
    strokeWidth: width,
    className
  }),
  Plot.dot(figures, {
    x: 'value',
    y: px(...figures.map(({ y }) => y)),
    r: width + 1.5,
    fill: colour,
    className
  })
];

/** Draws the rows, this council's in orange, on an axis from zero. */
export const drawGroup = (spec: GroupSpec, document?: Document): SVGSVGElement => {
  const { figures, limits } = spec;
  const top = niceTop(Math.max(limits.high, ...figures.map(({ interval }) => interval.high)));
  const sorted = [...figures].sort((a, b) => b.value - a.value).map((each, i) => ({ ...each, y: i * ROW + ROW / 2 }));
  const foot = sorted.length * ROW;
  const height = foot + FONT + 6;
  const ends = [
    placeText('0', 0, foot + 10, 'start', FONT),
    placeText(formatNumber(top), WIDTH, foot + 10, 'end', FONT)
  ];
  const svg = Plot.plot({
    ...(document ? { document } : {}),
    width: WIDTH,
    height,
    margin: 0,
    marginLeft: PAD,
    marginRight: PAD,
    x: { type: 'linear', domain: [0, top], axis: null },
    y: { type: 'linear', domain: [0, height], range: [0, height], axis: null },
    marks: [
      Plot.rectX([limits], {
        x1: 'low',
        x2: 'high',
        y1: px(0),
        y2: px(foot),
        fill: 'var(--strong-rule)',
        fillOpacity: 0.3,
        className: 'limits'
      }),
      ...rows(
        sorted.filter(({ isOwn }) => !isOwn),
        'var(--muted)',
        1,
        'others'
      ),
      ...rows(
        sorted.filter(({ isOwn }) => isOwn),
        'var(--line-1)',
        3,
        'own'
      ),
      ...writeAll(ends, { font: FONT, fill: 'var(--muted)', className: 'ends' })
    ]
  }) as SVGSVGElement;
  return cleanSvg(svg, spec);
};
