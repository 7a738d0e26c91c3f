import * as Plot from '@observablehq/plot';
import { formatNumber, runsOf, toDecimalYear, type Point } from '../domain/index.ts';
import { clean } from './clean.ts';
import {
  MOST_NAMED_EVENTS,
  eventsOnAxis,
  fit,
  geometry,
  ticks,
  type ChartLine,
  type Geometry,
  type Size,
  type TimeSpec
} from './frame.ts';
import { cluster, dodge, stack, wrap } from './labels.ts';

type Mark = Plot.Markish;

// A place in pixels of the drawing, past Plot's scales: drawing, pointer and keyboard share one geometry.
const px = (...places: number[]) => ({ value: places, scale: null });

const DASHES = [undefined, '6 3', '1.5 3.5'] as const;

const x = (spec: TimeSpec) => (point: Point) => toDecimalYear(point.period, spec.timing);

/** True where a figure exists and is held back, not reliable or rounded away: a mark on the axis says so. A gap has none. */
const isHidden = ({ status }: Point): boolean => status === 'suppressed' || status === 'unreliable' || status === 'low';

/** One label for the marks on the axis, at the first of them. */
const hiddenLabel = (spec: TimeSpec, at: Geometry, size: Size): Mark[] => {
  const first = spec.lines
    .flatMap(({ points }) => points.filter(isHidden))
    .sort((a, b) => a.period.localeCompare(b.period))[0];
  if (!first) return [];
  const place = at.atPeriod(first.period);
  const flip = place + 80 > size.width - size.right;
  return [
    Plot.text(['not published'], {
      x: px(place + (flip ? 4 : -4)),
      y: px(size.height - size.bottom - size.font - (spec.breaks.length ? size.font + 2 : 0)),
      text: (words: string) => words,
      textAnchor: flip ? 'end' : 'start',
      fontSize: size.font - 2,
      fill: 'var(--muted)',
      stroke: 'var(--surface)',
      strokeWidth: 4,
      className: 'missing-label'
    })
  ];
};

/** The joined runs of a line; points that stand alone are dots, and so is the last. */
const lineMarks = (spec: TimeSpec, line: ChartLine): Mark[] => {
  const colour = `var(--line-${line.slot})`;
  const runs = runsOf(line.points);
  const joined = runs.filter((run) => run.length > 1).flatMap((run, i) => run.map((point) => ({ point, run: i })));
  const last = runs.at(-1)?.at(-1);
  const dots = [...runs.filter((run) => run.length === 1).flat(), ...(last ? [last] : [])];
  const derived = line.points.filter(({ status }) => status === 'derived');
  const missing = line.points.filter(isHidden);
  const place = x(spec);
  return [
    Plot.line(joined, {
      x: ({ point }) => place(point),
      y: ({ point }) => point.value,
      z: 'run',
      stroke: colour,
      strokeWidth: line.slot === 'england' ? 2.5 : 2,
      strokeDasharray: DASHES[line.dash],
      strokeLinejoin: 'round',
      className: `line line-${line.slot}`
    }),
    Plot.dot(
      dots.filter(({ status }) => status !== 'derived'),
      { x: place, y: 'value', r: 3, fill: colour, className: 'dot' }
    ),
    Plot.dot(derived, {
      x: place,
      y: 'value',
      r: 3.5,
      fill: 'var(--surface)',
      stroke: colour,
      strokeWidth: 1.5,
      className: 'dot derived'
    }),
    // Not published: an open mark on the axis.
    Plot.dot(missing, {
      x: place,
      y: 0,
      r: 4,
      symbol: 'diamond',
      fill: 'var(--surface)',
      stroke: colour,
      strokeWidth: 1.5,
      className: 'missing'
    })
  ];
};

/** Names at the ends of the lines, moved apart, with a hair where one had to move far. */
const endLabels = (spec: TimeSpec, at: Geometry, size: Size): Mark[] => {
  const most = size.name === 'narrow' ? 11 : 20;
  const all = spec.lines.flatMap((line) => {
    const last = line.points.findLast(({ value }) => value !== null);
    return last ? [{ line, last, words: wrap(line.label, most) }] : [];
  });
  // A line that ends well before the edge is named where it ends.
  const isEarly = ({ last }: { last: Point }): boolean => size.width - size.right - at.atPeriod(last.period) > 40;
  const early = all.filter(isEarly);
  const ends = all.filter((end) => !isEarly(end));
  const tall = ends.some(({ words }) => words.length > 1);
  const row = size.font + 2;
  const room = (size.height - size.top - size.bottom) / Math.max(ends.length, 1);
  const gap = Math.min(tall ? row * 2 : row + 2, room);
  const places = dodge(
    ends.map(({ last }) => at.y(last.value!)),
    gap,
    size.top,
    size.height - size.bottom
  );
  const edge = size.width - size.right + 10;
  const inside = early.map(({ line, last }) =>
    Plot.text([line.label], {
      x: px(at.atPeriod(last.period) + 7),
      y: px(at.y(last.value!)),
      text: (words: string) => words,
      textAnchor: 'start',
      fontSize: size.font,
      fontWeight: 600,
      fill: `var(--line-${line.slot})`,
      stroke: 'var(--surface)',
      strokeWidth: 4,
      className: 'label'
    })
  );
  const outside = ends.flatMap(({ line, last, words }, i) => {
    const [toX, toY] = [at.atPeriod(last.period), at.y(last.value!)];
    const moved = Math.abs(places[i]! - toY) > 4;
    return [
      ...(moved
        ? [
            Plot.link([0], {
              x1: px(toX + 5),
              y1: px(toY),
              x2: px(edge - 2),
              y2: px(places[i]!),
              stroke: `var(--line-${line.slot})`,
              strokeWidth: 0.75,
              strokeOpacity: 0.7,
              className: 'leader'
            })
          ]
        : []),
      ...words.map((word, k) =>
        Plot.text([word], {
          x: px(edge),
          y: px(places[i]! + (k - (words.length - 1) / 2) * row),
          text: () => word,
          textAnchor: 'start',
          fontSize: size.font,
          fontWeight: line.slot === 'england' ? 700 : 600,
          fill: `var(--line-${line.slot})`,
          className: 'label'
        })
      )
    ];
  });
  return [...inside, ...outside];
};

const eventMarks = (spec: TimeSpec, at: Geometry, size: Size): Mark[] => {
  const events = eventsOnAxis(spec, at);
  const places = events.map((event) => at.x(event.at));
  const numbered = events.length > MOST_NAMED_EVENTS;
  const font = size.font - 1;
  const groups = numbered ? cluster(places, 14) : places.map((_, i) => [i]);
  const labels = groups.map((group) => {
    const [first, last] = [group[0]!, group.at(-1)!];
    const text = numbered ? (first === last ? `${first + 1}` : `${first + 1}–${last + 1}`) : events[first]!.label;
    const centre = (places[first]! + places[last]!) / 2;
    const width = text.length * font * 0.56;
    // Of two that stand close, the first is named to the left of its rule and the second to the right.
    const crowded = places[first + 1] !== undefined && places[first + 1]! - centre < width;
    const flip = !numbered && (centre + width > size.width - 4 || (crowded && centre - width > 0));
    const from = numbered ? centre - width / 2 : flip ? centre - width : centre;
    return { text, centre, flip, from, to: from + width };
  });
  const rows = stack(labels, 3);
  return [
    Plot.ruleX(places, {
      x: px(...places),
      y1: px(...places.map(() => size.top - 8)),
      y2: px(...places.map(() => size.height - size.bottom)),
      stroke: 'var(--event)',
      strokeWidth: 1,
      className: 'event'
    }),
    ...labels.map(({ text, centre, flip }, i) =>
      Plot.text([text], {
        x: px(centre + (numbered ? 0 : flip ? -3 : 3)),
        y: px(size.top - 14 - rows[i]! * (font + 3)),
        text: () => text,
        textAnchor: numbered ? 'middle' : flip ? 'end' : 'start',
        fontSize: font,
        fill: 'var(--event-ink)',
        className: 'event-label'
      })
    )
  ];
};

const breakMarks = (spec: TimeSpec, at: Geometry, size: Size): Mark[] => {
  const font = size.font - 2;
  const marks = spec.breaks.map((each) => ({
    ...each,
    place: (at.atPeriod(each.lastBefore) + at.atPeriod(each.firstAfter)) / 2
  }));
  const unique = marks.filter(
    (each, i) => marks.findIndex(({ place, label }) => place === each.place && label === each.label) === i
  );
  const labels = unique.map((each) => {
    const width = each.label.length * font * 0.55;
    const flip = each.place + width > size.width - size.right + 6;
    return { ...each, flip, from: flip ? each.place - width : each.place, to: flip ? each.place : each.place + width };
  });
  const order = labels.map((_, i) => i).sort((a, b) => labels[a]!.from - labels[b]!.from);
  const stacked = stack(
    order.map((i) => labels[i]!),
    3
  );
  const rows = order.reduce<number[]>((all, i, k) => ((all[i] = stacked[k]!), all), []);
  return labels.flatMap(({ label, cut, place, flip }, i) => [
    Plot.ruleX([place], {
      x: px(place),
      y1: px(size.top),
      y2: px(size.height - size.bottom),
      stroke: 'var(--break)',
      strokeWidth: cut ? 1.25 : 1,
      strokeDasharray: cut ? '5 3' : '1 3',
      className: cut ? 'break' : 'mark'
    }),
    Plot.text([label], {
      x: px(place + (flip ? -4 : 4)),
      y: px(size.height - size.bottom - 10 - rows[i]! * (font + 3)),
      text: () => label,
      textAnchor: flip ? 'end' : 'start',
      fontSize: font,
      fontStyle: 'italic',
      fill: 'var(--break)',
      stroke: 'var(--surface)',
      strokeWidth: 4,
      className: 'break-label'
    })
  ]);
};

/**
 * Draws lines over time at a size: segments cut at breaks, gaps as gaps, events as rules, names at the line ends.
 * `document` is the browser's or a light one while prerendering. Plot makes marks, scales and axes; the places of labels
 * are ours, in pixels, so that drawing, pointer and keyboard share one geometry.
 */
export const drawTime = (spec: TimeSpec, given: Size, document?: Document): SVGSVGElement => {
  const size = fit(given, spec);
  const at = geometry(spec, size);
  const marked = ticks(spec, at, size);
  const yTicks = size.name === 'narrow' ? 4 : 6;
  const svg = Plot.plot({
    ...(document ? { document } : {}),
    width: size.width,
    height: size.height,
    marginTop: size.top,
    marginRight: size.right,
    marginBottom: size.bottom,
    marginLeft: size.left,
    x: { type: 'linear', domain: at.domain },
    y: { type: 'linear', domain: [0, spec.top] },
    marks: [
      Plot.axisY({
        ticks: yTicks,
        tickSize: 0,
        tickPadding: 6,
        fontSize: size.font,
        label: null,
        fill: 'var(--muted)',
        tickFormat: (value: number) => formatNumber(value, Number.isInteger(value) ? 0 : 1),
        className: 'axis'
      }),
      Plot.gridY({ ticks: yTicks, stroke: 'var(--grid)', strokeOpacity: 1, className: 'grid' }),
      Plot.ruleY([0], { stroke: 'var(--axis)', className: 'base' }),
      Plot.axisX(
        marked.map(({ at }) => at),
        {
          tickFormat: (_: number, i: number) => marked[i]!.label,
          tickSize: 5,
          stroke: 'var(--axis)',
          fontSize: size.font,
          label: null,
          fill: 'var(--muted)',
          className: 'axis'
        }
      ),
      Plot.text([spec.axisTitle], {
        frameAnchor: 'top-left',
        dx: -size.left + 2,
        dy: -size.top + 2,
        text: (words: string) => words,
        textAnchor: 'start',
        lineAnchor: 'top',
        fontSize: size.font,
        fill: 'var(--muted)',
        className: 'axis-title'
      }),
      ...breakMarks(spec, at, size),
      ...eventMarks(spec, at, size),
      ...[...spec.lines].reverse().flatMap((line) => lineMarks(spec, line)),
      ...hiddenLabel(spec, at, size),
      ...endLabels(spec, at, size)
    ]
  }) as SVGSVGElement;
  return clean(svg, spec);
};
