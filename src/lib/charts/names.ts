import * as Plot from '@observablehq/plot';
import { runsOf, type Point } from '../domain/index.ts';
import type { ChartLine, Geometry, Size, TimeSpec } from './frame.ts';
import { column, fits, touches, wrap, type Box } from './labels.ts';
import { put, px, write, type Placed } from './writing.ts';

interface End {
  line: ChartLine;
  last: Point;
  x: number;
  y: number;
}

const look = (line: ChartLine, font: number, halo: boolean) => ({
  font,
  halo,
  weight: line.slot === 'england' ? 700 : 600,
  fill: `var(--line-${line.slot})`,
  className: 'label'
});

/** The least letters a line that are worth a place beside an early end; and no word is broken there. */
const leastOf = (label: string): number => Math.max(8, ...label.split(' ').map((word) => word.length));

/** The lines of a name around a middle. */
const lay = (lines: string[], x: number, middle: number, font: number, row: number): Placed[] =>
  lines.map((words, k) => put(words, x, middle + (k - (lines.length - 1) / 2) * row, 'start', font));

/** Small boxes along the lines, which a name should rather not hide. */
const traces = (spec: TimeSpec, at: Geometry): Box[] =>
  spec.lines
    .flatMap(({ points }) => runsOf(points))
    .flatMap((run) =>
      run.flatMap((point, i) => {
        const before = run[i - 1] ?? point;
        return [0.25, 0.5, 0.75, 1].map((part) => {
          const x = at.atPeriod(before.period) + part * (at.atPeriod(point.period) - at.atPeriod(before.period));
          const y = at.y(before.value! + part * (point.value! - before.value!));
          return { left: x - 1, right: x + 1, top: y - 1, bottom: y + 1 };
        });
      })
    );

/** Where the name of a line that ends before the edge stands: right of its end, as near as other names leave room. */
const beside = (end: End, size: Size, taken: Box[], lines: Box[]): Placed[] | undefined => {
  const x = end.x + 7;
  const most = fits(size.width - size.right - x, size.font);
  if (most < leastOf(end.line.label)) return undefined;
  const row = size.font + 2;
  const words = wrap(end.line.label, most, 3);
  const half = (words.length * row) / 2;
  const [low, high] = [size.top + half, size.height - size.bottom + 7 - half];
  const wanted = Math.max(low, Math.min(end.y, high));
  // Here, a little below, a little above, further below …; away from lines where that is near.
  for (const [avoided, steps] of [
    [[...taken, ...lines], 10],
    [taken, 80]
  ] as const)
    for (let step = 0; step < steps; step++) {
      const middle = wanted + Math.ceil(step / 2) * (step % 2 ? 1 : -1) * (row / 4);
      const found = lay(words, x, middle, size.font, row);
      const isFree = !found.some(({ box }) => avoided.some((other) => touches(box, other)));
      if (middle >= low && middle <= high && isFree) return found;
    }
  return undefined;
};

/**
 * Names at the ends of the lines, none on another: at the edge in a column, with a hair where one had to move far, and for a
 * line that ends well before the edge beside its end. `taken` are places inside that are already written on.
 */
export const nameMarks = (spec: TimeSpec, at: Geometry, size: Size, taken: Box[]): Plot.Markish[] => {
  const marks: Plot.Markish[] = [];
  const used = [...taken];
  const lines = traces(spec, at);
  const atEdge: End[] = [];
  for (const line of spec.lines) {
    const last = line.points.findLast(({ value }) => value !== null);
    if (!last) continue;
    const end = { line, last, x: at.atPeriod(last.period), y: at.y(last.value!) };
    const isEarly = size.width - size.right - end.x > 40;
    const found = isEarly ? beside(end, size, used, lines) : undefined;
    if (!found) {
      atEdge.push(end);
      continue;
    }
    used.push(...found.map(({ box }) => box));
    marks.push(...found.map((each) => write(each, look(line, size.font, true))));
  }

  const edge = size.width - size.right + 8;
  const laid = column(
    atEdge.map(({ line, y }) => ({ name: line.label, wanted: y })),
    { width: size.width - edge, low: size.top - 7, high: size.height - size.bottom + 7 },
    size.font
  );
  atEdge.forEach(({ line, x, y }, i) => {
    const name = laid.names[i]!;
    if (Math.abs(name.at - y) > 4 || edge - x > 40)
      marks.push(
        Plot.link([0], {
          x1: px(x + 5),
          y1: px(y),
          x2: px(edge - 2),
          y2: px(name.at),
          stroke: `var(--line-${line.slot})`,
          strokeWidth: 0.75,
          strokeOpacity: 0.7,
          className: 'leader'
        })
      );
    for (const each of lay(name.lines, edge, name.at, laid.font, laid.row))
      marks.push(write(each, look(line, laid.font, false)));
  });
  return marks;
};
