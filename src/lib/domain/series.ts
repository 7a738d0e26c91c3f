import type { Figure, Status } from './figure.ts';
import type { Level } from './area.ts';
import { ordinal, type Period } from './period.ts';
import type { VariantKey } from './measure.ts';

/** Kinds of break that cut a line: no line, change or test crosses them. */
export const CUTTING_KINDS = ['source', 'definition', 'population'] as const;
/** Kinds of break that only mark it. */
const MARKING_KINDS = ['name', 'quality'] as const;
export const BREAK_KINDS = [...CUTTING_KINDS, ...MARKING_KINDS] as const;

export type BreakKind = (typeof BREAK_KINDS)[number];

/** A change in a series between two periods, with its reason in plain words. */
export interface Break {
  indicator: string;
  /** The one value of the data set's filter that it is of; undefined where it is of all. */
  category?: string;
  level: Level | 'all';
  /** Keys of the authorities it is for; empty where it is for all of the level. */
  areas: string[];
  lastBefore: Period;
  firstAfter: Period;
  kind: BreakKind;
  reason: string;
  /** What the chart says of a mark that is the site's own: where one council's figures give way to the sum of several. */
  seam?: string;
}

/** True for a break that cuts the line. */
export const cuts = (kind: BreakKind): boolean => (CUTTING_KINDS as readonly string[]).includes(kind);

/** What a reader must know of one area or of some periods. */
export interface Note {
  level: Level | 'all';
  /** Key of the authority; undefined where it is for all of the level. */
  area?: string;
  first: Period;
  last: Period;
  note: string;
  /** True where the Department itself graded the figure as of low confidence. */
  lowConfidence?: true;
}

/** A publication that figures came from. */
export interface Source {
  id: string;
  title: string;
  publisher: string;
  published: string;
  url: string;
  licence: string;
  /** What kind of publication it is, as `releases.csv` has it; empty where that is not known, and for what was worked out here. */
  status: string;
  note: string;
}

/** Where a run of periods of one indicator and level came from. `rounding` is the number rounded to, 1 = exact, undefined = not stated. */
export interface Lineage {
  indicator: string;
  level: Level;
  first: Period;
  last: Period;
  rounding?: number;
  source: string;
  note: string;
}

/** One figure of one line at one period, with everything a chart, a table or a download says of it. */
export interface Point extends Figure {
  period: Period;
  /** The figure before it was rounded to its decimal places, where that can be worked out; differences are taken from it. */
  unrounded?: number;
  /** Points of one segment may be compared and joined; points of two may not. */
  segment: number;
  /** How far below and above the figure its true one can lie because counts were rounded, in the unit of the value; 0 where it does not show. */
  below: number;
  above: number;
  /** Indexes into the series file's `lineages`. */
  lineage: number[];
  /** True where the Department itself graded the figure as of low confidence: no change is counted from it. */
  lowConfidence?: true;
  /** Both ends of what chance leaves open, in the unit of the value, where it was asked for and can be worked out. */
  low?: number;
  high?: number;
  /** Of a median: how many published figures it was taken from. */
  used?: number;
  /** The same figure as printed at the time, where the variant has one. */
  printed?: Figure;
}

/** True where rounding leaves a figure open, so far as it shows. */
export const isOpen = ({ value, below, above }: Point): boolean => value !== null && below + above > 0;

type Unroundable = Pick<Point, 'value' | 'unrounded'>;

/** A figure with a number as differences are worked out from it: unrounded where that is known, else as it is printed. */
export const unrounded = (figure: Unroundable): number => figure.unrounded ?? figure.value!;

/** The least that a figure with a number can have been before rounding, in the unit of the value. */
export const lowest = (figure: Unroundable & Pick<Point, 'below'>): number =>
  Math.max(0, unrounded(figure) - figure.below);

/** The most that a figure with a number can have been before rounding, in the unit of the value. */
export const highest = (figure: Unroundable & Pick<Point, 'above'>): number => unrounded(figure) + figure.above;

/** One line of a chart: an area, or one of several lines of an area, in order of time. */
export interface Line {
  /** `<area key>` or `<area key>/<line key>`: unique in a chart. */
  id: string;
  areaKey: string;
  line: string;
  points: Point[];
}

/**
 * The columns of one variant. A series is an area and a line; its arrays run over consecutive `periods`, from `from`.
 * A period in the run without a row in the data set has the value null and the status index of 'absent'.
 */
export interface VariantColumns {
  indicator: string;
  periods: Period[];
  /** Keys of the lines; ["all"] where the variant has one. */
  lines: { key: string; label: string }[];
  /** One entry a series. Indexes into the file's `areas`, into `lines`, into `periods`. */
  area: number[];
  line: number[];
  from: number[];
  value: (number | null)[][];
  /** Runs of one status: [index into STATUS_CODES, length, …]. */
  status: number[][];
  /** Index into `segments` and `lineages`, the distinct patterns over all periods. */
  segment: number[];
  segments: number[][];
  lineage: number[];
  lineages: number[][][];
  /** How far below and above a value the figure before rounding can lie, by series: [] where rounding nowhere shows. */
  below: number[][];
  above: number[][];
  /** Of rates: the children that each is out of, packed by `packChildren`, by series; null where the printed rate stands as it is. */
  outOf?: (number | null)[][];
  /** The figures as printed at the time, laid out like `value` and `status`. */
  printed?: { indicator: string; value: (number | null)[][]; status: number[][] };
}

/** How a status is written in a series file: by its place in this list. 'absent' = no row in the data set. */
export const STATUS_CODES = [
  'ok',
  'suppressed',
  'unavailable',
  'not applicable',
  'unreliable',
  'low',
  'derived',
  'absent'
] as const satisfies readonly (Status | 'absent')[];

/** Everything a measure's page can show: all areas, all periods, all variants, and where each figure came from. */
export interface SeriesFile {
  measure: string;
  /** Area keys. England first, then regions, then authorities. */
  areas: string[];
  variants: Partial<Record<VariantKey, VariantColumns>>;
  breaks: Break[];
  notes: Note[];
  lineages: Lineage[];
  sources: Source[];
}

/** Cuts a line into runs that may be drawn joined: same segment, neighbours in time, all with numbers. */
export const runsOf = (points: Point[]): Point[][] => {
  const runs: Point[][] = [];
  let last: Point | undefined;
  for (const point of points) {
    if (point.value === null) {
      last = undefined;
      continue;
    }
    const joins = last && last.segment === point.segment && ordinal(point.period) - ordinal(last.period) === 1;
    if (joins) runs.at(-1)!.push(point);
    else runs.push([point]);
    last = point;
  }
  return runs;
};

/** A note of `lineage.csv` without the file names of the working copies it was read from. */
export const cleanNote = (note: string): string =>
  note.replace(/;? ?_[0-9a-f]{8}local edition/g, '').replace(/^; ?/, '');
