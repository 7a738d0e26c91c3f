import { knownStatus } from '#lib/domain/data-release.ts';
import {
  cuts,
  type AreaRecord,
  type Break,
  type BreakKind,
  type Level,
  type Note,
  type Period,
  type Source,
  type Variant
} from '#lib/domain/index.ts';
import { DERIVED_FILE, placeOfDerived, suppressedIn } from './derived-figures.ts';
import { rowsOf, type Tables } from '../read/table.ts';

/** The columns of `data/` that a variant draws or shows beside. */
const columnsOf = (variant: Variant): string[] =>
  [
    ...(variant.lines?.map((line) => line.indicator) ?? [variant.indicator]),
    ...(variant.printed ? [variant.printed.indicator] : [])
  ].map((indicator) => `${variant.dataSet}/${indicator}`);

/** The breaks of a measure's columns. */
export const shapeBreaks = (tables: Tables, variants: readonly Variant[]): Break[] => {
  const wanted = new Set(variants.flatMap(columnsOf));
  return rowsOf(tables, 'breaks.csv')
    .filter((row) => wanted.has(`${row.data_set}/${row.indicator}`))
    .map((row) => ({
      indicator: row.indicator!,
      level: row.geographic_level as Break['level'],
      areas: (row.old_la_codes ?? '').split(' ').filter(Boolean),
      lastBefore: row.last_before!,
      firstAfter: row.first_after!,
      kind: row.kind as BreakKind,
      reason: row.reason!
    }));
};

/** How many cutting breaks of an indicator lie before a period: points of one number may be compared. */
export const segmentAt = (breaks: Break[], indicator: string, area: AreaRecord, period: Period): number =>
  breaks.filter(
    (each) =>
      each.indicator === indicator &&
      cuts(each.kind) &&
      (each.level === 'all' || each.level === area.level) &&
      (!each.areas.length || each.areas.includes(area.key)) &&
      each.firstAfter <= period
  ).length;

/** The notes of a measure's data sets, the Department's own doubt about a figure of the first census years, and sums that leave something out. */
export const shapeNotes = (tables: Tables, variants: readonly Variant[]): Note[] => {
  const sets = new Set(variants.map((variant) => variant.dataSet));
  const columns = new Set(variants.flatMap(columnsOf));
  const written = rowsOf(tables, 'data_notes.csv')
    .filter((row) => sets.has(row.data_set!))
    .map((row) => ({
      level: row.geographic_level as Note['level'],
      ...(row.old_la_code ? { area: row.old_la_code } : {}),
      first: row.first_period!,
      last: row.last_period!,
      note: row.note!
    }));
  const doubted = rowsOf(tables, 'data_confidence_2010_2012.csv')
    .filter((row) => row.grade === '1' && columns.has(`${row.data_set}/${row.indicator}`))
    .map((row) => ({
      level: 'Local authority' as const,
      area: row.old_la_code!,
      first: row.time_period!,
      last: row.time_period!,
      note: `The Department itself graded this authority’s figure for ${row.time_period} as of low confidence.`,
      lowConfidence: true as const
    }));
  const short = rowsOf(tables, DERIVED_FILE)
    .filter((row) => columns.has(`${row.data_set}/${row.indicator}`) && suppressedIn(row.how!))
    .map((row) => ({
      level: row.geographic_level as Level,
      area: placeOfDerived(row),
      first: row.time_period!,
      last: row.time_period!,
      note: `${row.how}.`
    }));
  return [...written, ...doubted, ...short];
};

/** The publications of some ids. */
export const shapeSources = (tables: Tables, ids: Set<string>): Source[] => {
  const statuses = new Map(rowsOf(tables, 'releases.csv').map(({ source, status = '' }) => [source, status]));
  return rowsOf(tables, 'sources.csv')
    .filter((row) => ids.has(row.source!))
    .map((row) => ({
      id: row.source!,
      title: row.title!,
      publisher: row.publisher!,
      published: row.published!,
      url: row.url!,
      licence: row.licence!,
      status: knownStatus(statuses.get(row.source) ?? ''),
      note: row.note!
    }));
};
