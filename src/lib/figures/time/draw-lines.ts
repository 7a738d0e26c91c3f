import * as Plot from '@observablehq/plot';
import { runsOf, type Point } from '#lib/domain/index.ts';
import type { Geometry } from './layout.ts';
import type { ChartLine } from './spec.ts';
import { isHidden, isHollow } from '#lib/drawing/status-marks.ts';
import { colourOf, fillColours, scaled, type Place } from '#lib/drawing/text.ts';

type Mark = Plot.Markish;

/** A line and where it is drawn: in the units of Plot's scales, or in pixels where small charts have axes of their own. */
export interface LineAt {
  line: ChartLine;
  at: Pick<Geometry, 'atPeriod' | 'y'>;
  /** The foot of the axis. */
  foot: number;
  /** Grey and thin: a line that is only there to compare with. */
  quiet?: boolean;
}

/** The dashes of lines, by `dash`. */
export const DASHES = [undefined, '6 3', '1.5 3.5', '9 3 2 3'] as const;

const colour = ({ line, quiet }: LineAt): string => (quiet ? 'var(--quiet)' : colourOf(line.slot));

const widthOfLine = ({ line, quiet }: LineAt): number =>
  quiet ? 1.5 : line.slot === 'england' ? 2.5 : line.slot === 'region' ? 1.25 : 2;

/** Neighbours in the order of drawing that share a dash: one mark each, as every mark costs time. */
const byDash = (lines: LineAt[]): LineAt[][] => {
  const groups: LineAt[][] = [];
  for (const each of lines) {
    if (groups.at(-1)?.[0]?.line.dash === each.line.dash) groups.at(-1)!.push(each);
    else groups.push([each]);
  }
  return groups;
};

/** The joined runs of lines. */
export const runMarks = (lines: LineAt[], place: Place = scaled): Mark[] =>
  byDash(lines).flatMap((group) => {
    const joined = group.flatMap((each, i) =>
      runsOf(each.line.points)
        .filter((run) => run.length > 1)
        .flatMap((run, k) => run.map((point) => ({ each, point, run: `${i} ${k}` })))
    );
    if (!joined.length) return [];
    return Plot.line(joined, {
      x: place(joined.map(({ each, point }) => each.at.atPeriod(point.period))),
      y: place(joined.map(({ each, point }) => each.at.y(point.value!))),
      z: 'run',
      stroke: fillColours(joined.map(({ each }) => colour(each))),
      strokeWidth: ({ each }: { each: LineAt }) => widthOfLine(each),
      strokeDasharray: DASHES[group[0]!.line.dash],
      strokeLinejoin: 'round',
      className: 'line'
    });
  });

/** A point with its place and its line's colour. */
interface Inked {
  point: Point;
  colour: string;
  x: number;
  y: number;
}

/** Points that stand alone and the last of each line; open ones for what is worked out, and on the axis for what is held back. */
export const dotMarks = (lines: LineAt[], place: Place = scaled): Mark[] => {
  const inked = (wanted: (line: ChartLine) => Point[], height: (each: LineAt, point: Point) => number): Inked[] =>
    lines.flatMap((each) =>
      wanted(each.line).map((point) => ({
        point,
        colour: colour(each),
        x: each.at.atPeriod(point.period),
        y: height(each, point)
      }))
    );
  const alone = (line: ChartLine): Point[] => {
    const runs = runsOf(line.points);
    const before = runs.slice(0, -1).filter((run) => run.length === 1);
    return [...before.flat(), ...(runs.at(-1)?.slice(-1) ?? [])].filter((point) => !isHollow(line, point));
  };
  const value = ({ at }: LineAt, point: Point): number => at.y(point.value!);
  const dots = (own: Inked[], options: Plot.DotOptions): Mark[] =>
    own.length ? [Plot.dot(own, { x: place(own.map(({ x }) => x)), y: place(own.map(({ y }) => y)), ...options })] : [];
  const open = (own: Inked[]): Plot.DotOptions => ({
    fill: 'var(--surface)',
    stroke: fillColours(own.map(({ colour }) => colour)),
    strokeWidth: 1.5
  });
  const closed = inked(alone, value);
  const derived = inked((line) => line.points.filter((point) => isHollow(line, point)), value);
  const missing = inked(
    ({ points }) => points.filter(isHidden),
    ({ foot }) => foot
  );
  return [
    ...dots(closed, { r: 3, fill: fillColours(closed.map(({ colour }) => colour)), className: 'dot' }),
    ...dots(derived, { r: 3.5, ...open(derived), className: 'dot derived' }),
    ...dots(missing, { r: 4, symbol: 'diamond', ...open(missing), className: 'missing' })
  ];
};
