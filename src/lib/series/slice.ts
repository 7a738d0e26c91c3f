import {
  STATUS_CODES,
  type Figure,
  type Line,
  type Period,
  type Point,
  type SeriesFile,
  type Status,
  type VariantColumns,
  type VariantKey
} from '#lib/domain/index.ts';
import { MemoOf } from '#lib/domain/memo.ts';
import { unpackRate } from './unrounded-rate.ts';

/** Unfolds runs of [status, length, …]; 'absent' where the data set has no row. */
const statuses = (runs: number[]): (Status | 'absent')[] => {
  const out: (Status | 'absent')[] = [];
  for (let i = 0; i < runs.length; i += 2) for (let n = 0; n < runs[i + 1]!; n++) out.push(STATUS_CODES[runs[i]!]!);
  return out;
};

/** The counts of the same area and line as a series of rates, by period: what unrounded rates are worked out from. */
const countsBehind = (file: SeriesFile, rates: VariantColumns, at: number): Map<Period, number> => {
  const counts = file.variants.number;
  if (!counts) throw new Error(`series file of ${file.measure}: expected the counts behind its rates, found none`);
  const place = counts.area.findIndex(
    (area, i) => area === rates.area[at] && counts.lines[counts.line[i]!]!.key === rates.lines[rates.line[at]!]!.key
  );
  if (place < 0) return new Map();
  return new Map(
    counts.value[place]!.flatMap((count, i) =>
      count === null ? [] : [[counts.periods[counts.from[place]! + i]!, count] as const]
    )
  );
};

/** The periods of which the Department graded an area's figure as of low confidence. */
const lowConfidencePeriods = (file: SeriesFile, area: string): Set<Period> =>
  new Set(file.notes.flatMap((note) => (note.lowConfidence && note.area === area ? [note.first] : [])));

const pointsOf = (file: SeriesFile, columns: VariantColumns, at: number): Point[] => {
  const outOf = columns.outOf?.[at];
  const counts = outOf && countsBehind(file, columns, at);
  const from = columns.from[at]!;
  const status = statuses(columns.status[at]!);
  const printedStatus = columns.printed ? statuses(columns.printed.status[at]!) : [];
  const segments = columns.segments[columns.segment[at]!]!;
  const lineages = columns.lineages[columns.lineage[at]!]!;
  const lowConfidence = lowConfidencePeriods(file, file.areas[columns.area[at]!]!);
  const points: Point[] = [];
  columns.value[at]!.forEach((value, i) => {
    const own = status[i]!;
    if (own === 'absent') return;
    const printed = printedStatus[i];
    const period = columns.periods[from + i]!;
    const count = counts?.get(period);
    const packed = outOf?.[i];
    points.push({
      period,
      value,
      ...(value !== null && count !== undefined && typeof packed === 'number'
        ? { unrounded: unpackRate(count, value, packed) }
        : {}),
      status: own,
      segment: segments[from + i]!,
      below: columns.below[at]![i] ?? 0,
      above: columns.above[at]![i] ?? 0,
      lineage: lineages[from + i]!,
      ...(lowConfidence.has(period) ? { lowConfidence: true } : {}),
      ...(printed && printed !== 'absent' && columns.printed
        ? { printed: { value: columns.printed.value[at]![i]!, status: printed } satisfies Figure }
        : {})
    });
  });
  return points;
};

// A view of one year asks for every area at each choice: what was unfolded once is kept as long as its columns are.
const unfolded = new MemoOf<VariantColumns, readonly Line[]>();

const linesOf = (file: SeriesFile, columns: VariantColumns, area: string): Line[] => {
  const place = file.areas.indexOf(area);
  if (place < 0) return [];
  return columns.area.flatMap((each, at) => {
    if (each !== place) return [];
    const line = columns.lines[columns.line[at]!]!;
    return [
      {
        id: line.key === 'all' ? area : `${area}/${line.key}`,
        areaKey: area,
        line: line.key,
        points: pointsOf(file, columns, at)
      }
    ];
  });
};

/**
 * All lines that a variant holds of one area, in the variant's order; empty where it holds none. The same lines each time: they
 * are to be read, not changed.
 */
export const slice = (file: SeriesFile, variant: VariantKey, area: string): readonly Line[] => {
  const columns = file.variants[variant];
  return columns ? unfolded.get(columns, area, () => linesOf(file, columns, area)) : [];
};

/** The keys of all areas of which a variant holds anything. */
export const areasOf = (file: SeriesFile, variant: VariantKey): string[] => {
  const columns = file.variants[variant];
  return columns ? [...new Set(columns.area)].map((at) => file.areas[at]!) : [];
};
