import {
  ENGLAND,
  STATUS_CODES,
  SYMBOLS,
  cuts,
  isSymbol,
  monthNumber,
  ordinal,
  type AreaRecord,
  type Break,
  type BreakKind,
  type Level,
  type Lineage,
  type Measure,
  type Note,
  type Period,
  type SeriesFile,
  type Variant,
  type VariantColumns
} from '../lib/domain/index.ts';
import { rowsOf, type Tables } from './table.ts';

type Cell = string | undefined;
type Row = Record<string, string>;

const ABSENT = STATUS_CODES.indexOf('absent');

const keyOf = (row: Row): string =>
  row.geographic_level === 'National' ? ENGLAND : row.geographic_level === 'Regional' ? row.region_code! : row.old_la_code!;

const periodOf = (row: Row): Period => {
  const month = monthNumber(row.time_identifier!);
  return month ? `${row.time_period}-${String(month).padStart(2, '0')}` : row.time_period!;
};

const slug = (label: string): string =>
  label
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** The number of a cell, or null with the place of its status in STATUS_CODES. */
const parseCell = (cell: Cell, derived: boolean): [number | null, number] => {
  if (cell === undefined) return [null, ABSENT];
  if (isSymbol(cell)) return [null, STATUS_CODES.indexOf(SYMBOLS[cell])];
  return [Number(cell), STATUS_CODES.indexOf(derived ? 'derived' : 'ok')];
};

const runs = (codes: number[]): number[] => {
  const out: number[] = [];
  for (const code of codes) {
    if (out.length && out.at(-2) === code) out[out.length - 1]!++;
    else out.push(code, 1);
  }
  return out;
};

/** Keeps each distinct pattern once and gives its place. */
const patterns = <T>() => {
  const found = new Map<string, number>();
  const all: T[] = [];
  const place = (pattern: T): number => {
    const key = JSON.stringify(pattern);
    let at = found.get(key);
    if (at === undefined) found.set(key, (at = all.push(pattern) - 1));
    return at;
  };
  return { all, place };
};

const breaksOf = (tables: Tables, variants: readonly Variant[]): Break[] => {
  const wanted = new Set(
    variants.flatMap((variant) => {
      const indicators = variant.lines?.map((line) => line.indicator) ?? [variant.indicator];
      return [...indicators, ...(variant.printed ? [variant.printed.indicator] : [])].map((name) => `${variant.dataSet}/${name}`);
    })
  );
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

/** The notes of a measure's data sets, and the Department's own doubt about a figure of the first census years. */
const notesOf = (tables: Tables, variants: readonly Variant[]): Note[] => {
  const sets = new Set(variants.map((variant) => variant.dataSet));
  const columns = new Set(variants.map((variant) => `${variant.dataSet}/${variant.indicator}`));
  const written = rowsOf(tables, 'data_notes.csv')
    .filter((row) => sets.has(row.data_set!))
    .map((row) => ({
      level: row.geographic_level as Level,
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
      note: `The Department itself graded this authority’s figure for ${row.time_period} as of low confidence.`
    }));
  return [...written, ...doubted];
};

/** True where a run of lineage says that it holds every period from its first to its last. */
const isWhole = (row: Row): boolean => {
  const span = ordinal(row.last_period!) - ordinal(row.first_period!) + 1;
  return Number(row.periods_held) === span;
};

const covers = (row: Row, period: Period): boolean => row.first_period! <= period && period <= row.last_period!;

/** The runs of lineage that a figure can have come from: the narrowest whole one, else all that cover it. */
const lineageAt = (rows: { row: Row; at: number }[], period: Period): number[] => {
  const covering = rows.filter(({ row }) => covers(row, period));
  const whole = covering
    .filter(({ row }) => isWhole(row))
    .sort((a, b) => Number(a.row.periods_held) - Number(b.row.periods_held));
  return whole.length ? [whole[0]!.at] : covering.map(({ at }) => at);
};

/** All figures of one measure by column. The layout is `SeriesFile` of the domain. */
export const shapeSeries = (measure: Measure, tables: Tables, areas: AreaRecord[]): SeriesFile => {
  const levelOf = new Map(areas.map((area) => [area.key, area.level]));
  const breaks = breaksOf(tables, measure.variants);
  const lineages = patterns<Lineage>();
  const keys = new Set<string>();
  const shaped: [Variant, ReturnType<typeof shapeVariant>][] = [];

  const shapeVariant = (variant: Variant) => {
    const rows = rowsOf(tables, `${variant.dataSet}.csv`);
    const lineageRows = rowsOf(tables, 'lineage.csv').filter((row) => row.data_set === variant.dataSet);
    const derived = new Set(
      rowsOf(tables, 'derived_figures.csv')
        .filter((row) => row.data_set === variant.dataSet)
        .map((row) => `${row.indicator}/${row.time_period}`)
    );
    const lines = variant.filter
      ? [...new Set(rows.map((row) => row[variant.filter!]!))].map((label) => ({ key: slug(label), label, indicator: variant.indicator, value: label }))
      : (variant.lines ?? [{ key: 'all', label: '', indicator: variant.indicator }]).map((line) => ({ ...line, value: undefined }));

    // A period is held at a level where any area of it has more than "not available".
    const held = new Set<string>();
    const cells = new Map<string, Row>();
    for (const row of rows) {
      const key = keyOf(row);
      for (const line of lines) {
        if (line.value !== undefined && row[variant.filter!] !== line.value) continue;
        const period = periodOf(row);
        cells.set(`${key}/${line.key}/${period}`, row);
        if (row[line.indicator] !== 'x') held.add(`${levelOf.get(key)}/${line.key}/${period}`);
      }
    }
    const periods = [...new Set([...held].map((entry) => entry.split('/').at(-1)!))].sort();
    const population = populationOf(tables);
    const series = areas.flatMap((area) =>
      lines.flatMap((line, lineAt) => {
        const at = (period: Period): Row | undefined =>
          held.has(`${area.level}/${line.key}/${period}`) ? cells.get(`${area.key}/${line.key}/${period}`) : undefined;
        const present = periods.filter((period) => at(period));
        if (!present.some((period) => at(period)![line.indicator] !== 'x')) return [];
        const first = periods.indexOf(present[0]!);
        const run = periods.slice(first, periods.indexOf(present.at(-1)!) + 1);
        const parsed = run.map((period) => parseCell(at(period)?.[line.indicator], derived.has(`${line.indicator}/${period}`)));

        const own = lineageRows
          .filter((row) => row.geographic_level === area.level)
          .map((row) => ({
            row,
            at: lineages.place({
              indicator: row.indicator!,
              level: row.geographic_level as Level,
              first: row.first_period!,
              last: row.last_period!,
              ...(row.rounding ? { rounding: Number(row.rounding) } : {}),
              source: row.source!,
              note: row.note!
            })
          }));
        const base = line.indicator.replace(/_rate$/, '');
        const lineage = periods.map((period) => [
          ...lineageAt(own.filter(({ row }) => row.indicator === line.indicator), period),
          ...(base === line.indicator ? [] : lineageAt(own.filter(({ row }) => row.indicator === base), period))
        ]);
        const segment = periods.map(
          (period) =>
            breaks.filter(
              (each) =>
                each.indicator === line.indicator &&
                cuts(each.kind) &&
                (each.level === 'all' || each.level === area.level) &&
                (!each.areas.length || each.areas.includes(area.key)) &&
                each.firstAfter <= period
            ).length
        );
        const margin = run.map((period, index) => {
          const value = parsed[index]![0];
          if (value === null) return 0;
          const bases = lineage[periods.indexOf(period)]!.map((each) => lineages.all[each]!.rounding ?? 1);
          const half = Math.max(1, ...bases) / 2;
          if (half <= 0.5) return 0;
          if (variant.key !== 'rate') return half;
          const people = population.get(`${area.key}/${Number(period) - 1}`);
          const wide = people ? (half / people) * 10_000 : 0;
          return wide >= 0.05 ? Number(wide.toFixed(2)) : 0;
        });
        const printed = variant.printed && run.map((period) => parseCell(at(period)?.[variant.printed!.indicator], false));
        keys.add(area.key);
        return [{ area: area.key, line: lineAt, first, parsed, lineage, segment, margin, printed }];
      })
    );
    return { lines: lines.map(({ key, label }) => ({ key, label })), periods, series };
  };

  for (const variant of measure.variants) shaped.push([variant, shapeVariant(variant)]);
  const order = areas.map((area) => area.key).filter((key) => keys.has(key));
  const usedSources = new Set(lineages.all.map((each) => each.source));

  return {
    measure: measure.slug,
    areas: order,
    variants: Object.fromEntries(
      shaped.map(([variant, { lines, periods, series }]) => {
        const segments = patterns<number[]>();
        const lineagePatterns = patterns<number[][]>();
        const columns: VariantColumns = {
          indicator: variant.indicator,
          periods,
          lines,
          area: series.map((each) => order.indexOf(each.area)),
          line: series.map((each) => each.line),
          from: series.map((each) => each.first),
          value: series.map((each) => each.parsed.map(([value]) => value)),
          status: series.map((each) => runs(each.parsed.map(([, status]) => status))),
          segment: series.map((each) => segments.place(each.segment)),
          segments: segments.all,
          lineage: series.map((each) => lineagePatterns.place(each.lineage)),
          lineages: lineagePatterns.all,
          margin: series.map((each) => (each.margin.some(Boolean) ? each.margin : [])),
          ...(variant.printed
            ? {
                printed: {
                  indicator: variant.printed.indicator,
                  value: series.map((each) => each.printed!.map(([value]) => value)),
                  status: series.map((each) => runs(each.printed!.map(([, status]) => status)))
                }
              }
            : {})
        };
        return [variant.key, columns];
      })
    ),
    breaks,
    notes: notesOf(tables, measure.variants),
    lineages: lineages.all,
    sources: rowsOf(tables, 'sources.csv')
      .filter((row) => usedSources.has(row.source!))
      .map((row) => ({
        id: row.source!,
        title: row.title!,
        publisher: row.publisher!,
        published: row.published!,
        url: row.url!,
        licence: row.licence!,
        note: row.note!
      }))
  };
};

let populations: { of: Tables; map: Map<string, number> } | undefined;

/** Children aged 0 to 17 by "<area key>/<year of the mid-year estimate>". */
const populationOf = (tables: Tables): Map<string, number> => {
  if (populations?.of !== tables) {
    const map = new Map<string, number>();
    for (const row of rowsOf(tables, 'population_aged_0_to_17.csv'))
      if (!isSymbol(row.population!)) map.set(`${keyOf(row)}/${row.time_period}`, Number(row.population));
    populations = { of: tables, map };
  }
  return populations.map;
};
