import {
  ENGLAND,
  isAuthority,
  type Level,
  type SeriesFile,
  type VariantColumns,
  type VariantKey
} from '#lib/domain/index.ts';

const levelOf = (key: string): Level =>
  key === ENGLAND ? 'National' : isAuthority(key) ? 'Local authority' : 'Regional';

/** Patterns over all periods that are in use, each once, with the place of each. */
class Patterns<T> {
  readonly all: T[][] = [];
  readonly #places = new Map<string, number>();

  add(pattern: T[]): number {
    const key = JSON.stringify(pattern);
    const place = this.#places.get(key) ?? this.all.push(pattern) - 1;
    this.#places.set(key, place);
    return place;
  }
}

/** The series of some areas; patterns hold nothing outside the periods of these series. */
const pickSeries = (columns: VariantColumns, places: number[], renumber: (lineage: number) => number) => {
  const kept = columns.area.flatMap((area, i) => (places.includes(area) ? [i] : []));
  const pick = <T>(values: T[]): T[] => kept.map((i) => values[i]!);
  const segments = new Patterns<number>();
  const lineages = new Patterns<number[]>();
  const within = <T, Kept>(pattern: T[], i: number, keep: (value: T) => Kept, none: Kept): Kept[] => {
    const [from, count] = [columns.from[i]!, columns.value[i]!.length];
    return pattern.slice(0, from + count).map((value, period) => (period >= from ? keep(value) : none));
  };
  return {
    ...columns,
    area: pick(columns.area).map((area) => places.indexOf(area)),
    line: pick(columns.line),
    from: pick(columns.from),
    value: pick(columns.value),
    status: pick(columns.status),
    segment: kept.map((i) => segments.add(within(columns.segments[columns.segment[i]!]!, i, (each) => each, 0))),
    segments: segments.all,
    lineage: kept.map((i) =>
      lineages.add(within(columns.lineages[columns.lineage[i]!]!, i, (each) => each.map(renumber), []))
    ),
    lineages: lineages.all,
    below: pick(columns.below),
    above: pick(columns.above),
    ...(columns.outOf ? { outOf: pick(columns.outOf) } : {}),
    ...(columns.printed
      ? { printed: { ...columns.printed, value: pick(columns.printed.value), status: pick(columns.printed.status) } }
      : {})
  };
};

/** Rates, with the counts that unrounded rates are worked out from: what a page of rates carries. */
export const RATES: VariantKey[] = ['rate', 'number'];

/**
 * The part of a series file that concerns some areas, with the variants named (all by default): what a prerendered page carries.
 * Lineages, sources, breaks and notes that none of these figures has are left out.
 */
export const restrict = (
  file: SeriesFile,
  keys: string[],
  variantKeys = Object.keys(file.variants) as VariantKey[]
): SeriesFile => {
  const places = keys.map((key) => file.areas.indexOf(key)).filter((place) => place >= 0);
  const areas = places.map((place) => file.areas[place]!);
  const levels = new Set(areas.map(levelOf));
  const used: number[] = [];
  const renumber = (lineage: number): number => {
    const place = used.indexOf(lineage);
    return place >= 0 ? place : used.push(lineage) - 1;
  };
  const variants: SeriesFile['variants'] = {};
  for (const key of variantKeys) {
    const columns = file.variants[key];
    if (columns) variants[key] = pickSeries(columns, places, renumber);
  }
  const lineages = used.map((lineage) => file.lineages[lineage]!);
  const sources = new Set(lineages.map(({ source }) => source));
  const concerns = (level: Level | 'all', of: readonly string[]): boolean =>
    of.length ? of.some((key) => areas.includes(key)) : level === 'all' || levels.has(level);
  return {
    ...file,
    areas,
    variants,
    breaks: file.breaks.filter((each) => concerns(each.level, each.areas)),
    notes: file.notes.filter((note) => concerns(note.level, note.area ? [note.area] : [])),
    lineages,
    sources: file.sources.filter(({ id }) => sources.has(id))
  };
};
