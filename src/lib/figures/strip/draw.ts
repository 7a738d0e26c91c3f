import * as Plot from '@observablehq/plot';
import { formatNumber } from '#lib/domain/index.ts';
import { cleanSvg } from '#lib/drawing/clean-svg.ts';
import { touches } from '#lib/drawing/labels.ts';
import { horizontalRule, strokes, verticalRule } from '#lib/drawing/rules.ts';
import { element, groupMark } from '#lib/drawing/svg.ts';
import { placeText, px, writeAll, type Placed } from '#lib/drawing/text.ts';
import type { Interval } from '#lib/statistics/interval.ts';

/** All councils in one year as ticks on one line, with one of them as a dot. */
export interface StripSpec {
  /** Name and description for those who do not see it. */
  title: string;
  description: string;
  /** The figures of all councils that are ranked; those on one pixel share a tick. */
  values: readonly number[];
  own: { value: number; interval?: Interval | undefined };
  england?: number | undefined;
  dp: number;
}

const WIDTH = 344;
const HEIGHT = 40;
const FONT = 12;
/** Room at both ends for half a dot. */
const PAD = 7;
const LINE = 12;
const WORDS = 32;

/** Both ends of the strip in words, shorter where England's name stands close. */
const words = ({ values, england, dp }: StripSpec, x: (value: number) => number): Placed[] => {
  const name = england === undefined ? undefined : placeText('England', x(england), WORDS, 'middle', FONT);
  const end = (word: string, value: number, at: number, anchor: 'start' | 'end'): Placed[] => {
    const figure = formatNumber(value, dp);
    const found = [`${word} ${figure}`, figure]
      .map((text) => placeText(text, at, WORDS, anchor, FONT))
      .find(({ box }) => !name || !touches(box, name.box));
    return found ? [found] : [];
  };
  return [
    ...end('lowest', Math.min(...values), 0, 'start'),
    ...end('highest', Math.max(...values), WIDTH, 'end'),
    ...(name ? [name] : [])
  ];
};

/** Draws the strip: a tick a council in one path, England's in ink, this council's dot with its 95% interval. */
export const drawStrip = (spec: StripSpec, document?: Document): SVGSVGElement => {
  const { values, own, england } = spec;
  const shown = [...values, own.value, ...(own.interval ? [own.interval.high, own.interval.low] : [])];
  const svg = Plot.plot({
    ...(document ? { document } : {}),
    width: WIDTH,
    height: HEIGHT,
    margin: 0,
    marginLeft: PAD,
    marginRight: PAD,
    x: { type: 'linear', domain: [Math.min(...shown), Math.max(...shown)], axis: null },
    y: { type: 'linear', domain: [0, HEIGHT], range: [0, HEIGHT], axis: null },
    marks: [
      groupMark(
        { class: 'councils', stroke: 'var(--quiet)', 'stroke-opacity': 0.5 },
        ({ x }) => [
          [...new Set(values.map((value) => Math.round(x!(value))))].map((at) => `M${at} ${LINE - 6}v12`).join('')
        ],
        (d, owner) => element(owner, 'path', { d })
      ),
      ...strokes(({ x }) => (england === undefined ? [] : [verticalRule(x!(england), 1, LINE + 11)]), {
        className: 'england',
        stroke: 'var(--line-england)',
        width: 2
      }),
      ...strokes(({ x }) => (own.interval ? [horizontalRule(LINE, x!(own.interval.low), x!(own.interval.high))] : []), {
        className: 'interval',
        stroke: 'var(--line-1)',
        width: 3
      }),
      Plot.dot([own.value], {
        x: [own.value],
        y: px(LINE),
        r: 6,
        fill: 'var(--line-1)',
        stroke: 'var(--surface)',
        className: 'own'
      }),
      ...writeAll(({ x }) => words(spec, x!), { font: FONT, fill: 'var(--muted)', className: 'ends' })
    ]
  }) as SVGSVGElement;
  return cleanSvg(svg, spec);
};
