import type * as Plot from '@observablehq/plot';
import { formatNumber, formatPeriod, runsOf, type Period } from '#lib/domain/index.ts';
import type { Geometry } from './layout.ts';
import type { ChartLine, TimeSpec } from './spec.ts';
import type { Size } from '#lib/drawing/size.ts';
import { column, charactersThatFit, touches, wrap, type Box } from '#lib/drawing/labels.ts';
import type { FromScales } from '#lib/drawing/svg.ts';
import type { Stroke } from '#lib/drawing/rules.ts';
import { colourOf, placeText, writeAll, type Placed } from '#lib/drawing/text.ts';

interface End {
  line: ChartLine;
  /** The last figure, with its period where other lines go on: "60.6", "88.1 (2022)". */
  value: string;
  x: number;
  y: number;
}

/** A name of a line where it was put. */
interface LineName extends Placed {
  line: ChartLine;
}

/** The names of all lines: those inside the frame, those in the column beside it, and hairs to names that had to move far. */
interface LineNames {
  inside: LineName[];
  outside: LineName[];
  /** The size of the letters of the column. */
  font: number;
  hairs: Stroke[];
}

/** What stands at the end of a line: "Haringey 60.6". */
const nameOf = ({ line, value }: End): string => line.endLabel ?? `${line.short ?? line.label} ${value}`;

/** The last period of which a line has a figure. */
const latestOf = ({ lines }: TimeSpec): Period | undefined =>
  lines
    .flatMap(({ points }) => points.findLast(({ value }) => value !== null)?.period ?? [])
    .sort()
    .at(-1);

/** The least letters a line that are worth a place beside an early end; and no word is broken there. */
const leastOf = (label: string): number => Math.max(8, ...label.split(' ').map((word) => word.length));

/** The lines of a name around a middle. */
const lay = (lines: string[], x: number, middle: number, font: number, row: number): Placed[] =>
  lines.map((words, k) => placeText(words, x, middle + (k - (lines.length - 1) / 2) * row, 'start', font));

/** Small boxes along the lines, which a name should rather not hide. */
export const traces = (spec: TimeSpec, at: Geometry): Box[] =>
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
  const most = charactersThatFit(size.width - size.right - x, size.font);
  const name = nameOf(end);
  if (most < leastOf(name)) return undefined;
  const row = size.font + 2;
  const words = wrap(name, most, 4);
  if (words.some((line) => line.includes('…'))) return undefined;
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
export const layNames = (spec: TimeSpec, at: Geometry, size: Size, taken: Box[]): LineNames => {
  const inside: LineName[] = [];
  const used = [...taken];
  // Few charts have a line that ends early: only those need to know where all lines run.
  let lines: Box[] | undefined;
  const atEdge: End[] = [];
  const latest = latestOf(spec);
  for (const line of spec.lines) {
    const last = line.points.findLast(({ value }) => value !== null);
    if (!last) continue;
    const when = last.period === latest ? '' : ` (${formatPeriod(last.period)})`;
    const value = `${formatNumber(last.value!, spec.dp)}${when}`;
    const end = { line, value, x: at.atPeriod(last.period), y: at.y(last.value!) };
    const isEarly = size.width - size.right - end.x > 40;
    const found = isEarly ? beside(end, size, used, (lines ??= traces(spec, at))) : undefined;
    if (!found) {
      atEdge.push(end);
      continue;
    }
    used.push(...found.map(({ box }) => box));
    inside.push(...found.map((placed) => ({ ...placed, line })));
  }

  const edge = size.width - size.right + 8;
  const laid = column(
    atEdge.map((end) => ({ name: nameOf(end), wanted: end.y })),
    { width: size.width - edge, low: size.top - 7, high: size.height - size.bottom + 7 },
    size.font
  );
  const outside = atEdge.flatMap(({ line }, i) => {
    const { lines, at } = laid.names[i]!;
    return lay(lines, edge, at, laid.font, laid.row).map((placed) => ({ ...placed, line }));
  });
  const hairs = atEdge
    .map(({ line, x, y }, i) => ({
      x1: x + 5,
      y1: y,
      x2: edge - 2,
      y2: laid.names[i]!.at,
      stroke: colourOf(line.slot)
    }))
    .filter(({ y1, y2 }, i) => Math.abs(y2 - y1) > 4 || edge - atEdge[i]!.x > 40);
  return { inside, outside, font: laid.font, hairs };
};

/** Names in the colours of their lines; England's is bolder. */
export const nameMarks = (
  names: (scales: Plot.ScaleFunctions) => readonly LineName[],
  font: FromScales<number>,
  halo: boolean
): Plot.Markish[] =>
  [700, 600].map((weight) =>
    writeAll(
      (scales) =>
        names(scales)
          .filter(({ line }) => (line.slot === 'england') === (weight === 700))
          .map((name) => ({ ...name, fill: colourOf(name.line.slot) })),
      { font, halo, weight, fill: 'var(--ink)', className: 'label' }
    )
  );
