import { CUTTING_KINDS, LEVELS, SYMBOLS, cleanNote, fullName, isSymbol, list, type Level } from '#lib/domain/index.ts';
import { CATALOGUE } from '#lib/domain/catalogue/index.ts';
import { knownStatus } from '#lib/domain/data-release.ts';
import type { Sheet } from '#lib/screening/sheet.ts';
import { periodOf } from '#lib/screening/time.ts';
import { currencyOf, describeCurrency } from '#lib/server/currency.ts';
import { catalogueOf } from '#lib/server/found/catalogue.ts';
import { datasetJsonLd, jsonLdElement } from '#lib/server/found/dataset.ts';
import { publishedFile, type IndexedDataSet } from '#lib/server/index-of-data.ts';
import { readAreas, readPublished } from '#lib/server/published.ts';
import { siteUrl } from '#lib/server/site-url.ts';
import { readTable } from '#lib/server/tables.ts';
import { codeColumns, samplesOf } from '../code-samples';
import { LEVEL_WORDS, formatPeriods, formatRounding, formatRun } from '../words';

/** One column of a file. `unit`, `dp` and `symbols` are those of indicators. */
export interface ColumnWords {
  name: string;
  label: string;
  /** `plain`: a column of time and place, or any of a reference file. */
  kind: 'plain' | 'filter' | 'indicator';
  unit: string;
  dp: string;
  /** The symbols that stand in the column instead of numbers, and how many cells have each. */
  symbols: { symbol: string; cells: number }[];
}

type Row = Record<string, string>;

const tally = (cells: string[]): { symbol: string; cells: number }[] =>
  Object.keys(SYMBOLS).flatMap((symbol) => {
    const count = cells.filter((cell) => cell === symbol).length;
    return count ? [{ symbol, cells: count }] : [];
  });

const columnsOf = (set: IndexedDataSet, sheet: Sheet): ColumnWords[] => {
  const metadata = readPublished<{ tableSchema: { columns: { name: string; titles: string[] }[] } }>(
    set.files.metadata
  );
  return metadata.tableSchema.columns.map(({ name, titles }) => {
    const indicator = set.indicators.find((each) => each.name === name);
    const filter = set.filters.find((each) => each.name === name);
    return {
      name,
      label: [titles.at(-1) ?? name, filter?.hint].filter(Boolean).join('. '),
      kind: indicator ? 'indicator' : filter ? 'filter' : 'plain',
      unit: indicator?.unit ?? '',
      dp: indicator ? String(indicator.dp) : '',
      symbols: indicator ? tally(sheet.rows.map((row) => row[name] ?? '')) : []
    };
  });
};

/** What is held of each indicator at each level: the periods with at least one number, and how many numbers there are. */
const heldOf = (set: IndexedDataSet, sheet: Sheet) =>
  set.indicators.map(({ name, label }) => ({
    name,
    label,
    levels: LEVELS.flatMap((level) => {
      const rows = sheet.rows.filter(
        (row) => row.geographic_level === level && row[name] !== undefined && !isSymbol(row[name])
      );
      if (!rows.length) return [];
      return [{ level: LEVEL_WORDS[level], periods: formatPeriods(rows.map(periodOf)), numbers: rows.length }];
    })
  }));

/** Rows that say the same of several, as one: `same` gives what must be equal, `name` what differs. */
const gather = (
  rows: Row[],
  same: (row: Row) => string,
  name: (row: Row) => string
): { row: Row; names: string[] }[] => {
  const found = new Map<string, { row: Row; names: string[] }>();
  for (const row of rows) {
    const one = found.get(same(row)) ?? { row, names: [] };
    one.names.push(name(row));
    found.set(same(row), one);
  }
  return [...found.values()];
};

const areaNames = (): Map<string, string> => new Map(readAreas().map((area) => [area.key, fullName(area)]));

const breaksOf = (set: string) => {
  const own = readTable('breaks.csv')
    .rows.filter((row) => row.data_set === set)
    .sort((a, b) => a.first_after!.localeCompare(b.first_after!));
  const names = areaNames();
  const same = ({ indicator: _, ...rest }: Row): string => JSON.stringify(rest);
  return gather(own, same, (row) => row.indicator!).map(({ row, names: indicators }) => ({
    indicators,
    level: LEVEL_WORDS[row.geographic_level as Level | 'all'],
    only: row.old_la_codes!.split(' ').flatMap((code) => names.get(code) ?? []),
    between: `${formatRun(row.last_before!, row.last_before!)} and ${formatRun(row.first_after!, row.first_after!)}`,
    kind: row.kind!,
    cuts: (CUTTING_KINDS as readonly string[]).includes(row.kind!),
    reason: row.reason!
  }));
};

const notesOf = (set: string) => {
  const own = readTable('data_notes.csv').rows.filter((row) => row.data_set === set);
  const names = areaNames();
  const same = ({ old_la_code: _, ...rest }: Row): string => JSON.stringify(rest);
  const of = (row: Row): string => names.get(row.old_la_code!) ?? LEVEL_WORDS[row.geographic_level as Level];
  return gather(own, same, of).map(({ row, names: areas }) => ({
    areas,
    periods: formatRun(row.first_period!, row.last_period!),
    note: row.note!
  }));
};

const levelAt = (row: Row): number => LEVELS.indexOf(row.geographic_level as Level);

const lineageOf = (set: IndexedDataSet) => {
  const sources = new Map(readTable('sources.csv').rows.map((row) => [row.source, row]));
  const statuses = new Map(
    readTable('releases.csv').rows.map(({ source, status = '' }) => [source, knownStatus(status)])
  );
  const names = areaNames();
  const runs = readTable('lineage.csv').rows.filter((row) => row.data_set === set.name);
  return set.indicators.map(({ name, label }) => ({
    name,
    label,
    runs: runs
      .filter(({ indicator }) => indicator === name)
      .sort((a, b) => levelAt(a) - levelAt(b) || a.first_period!.localeCompare(b.first_period!))
      .map((row) => {
        const source = sources.get(row.source!);
        return {
          level: row.old_la_codes
            ? list(row.old_la_codes.split(' ').map((code) => names.get(code)!))
            : LEVEL_WORDS[row.geographic_level as Level],
          periods: formatRun(row.first_period!, row.last_period!),
          rounding: formatRounding(row.rounding!),
          source: {
            title: source?.title ?? row.source!,
            url: source?.url ?? '',
            published: source?.published ?? '',
            status: statuses.get(row.source) ?? ''
          },
          note: cleanNote(row.note!)
        };
      })
  }));
};

const measuresOf = (set: string): { slug: string; title: string }[] =>
  CATALOGUE.filter(({ variants }) => variants.some(({ dataSet }) => dataSet === set)).map(({ slug, title }) => ({
    slug,
    title
  }));

/** What the page says to search engines; empty where the site's address is not known. */
const jsonLdOf = (set: IndexedDataSet): string => {
  const site = siteUrl();
  return site ? jsonLdElement(datasetJsonLd(catalogueOf(site), set)) : '';
};

/** Everything the page of one data set says of it, read and counted from the published files. */
export const describeDataSet = (set: IndexedDataSet) => {
  const sheet = readTable(set.files.csv);
  const monthly = sheet.rows.some((row) => periodOf(row).length > 4);
  const first = set.indicators[0]!.name;
  return {
    name: set.name,
    title: set.title,
    description: set.description,
    attribution: undefined as string | undefined,
    jsonLd: jsonLdOf(set),
    currency: describeCurrency(currencyOf(set.name)) as string | undefined,
    file: publishedFile(set.files.csv),
    also: [
      { label: 'Description for machines (CSVW)', file: publishedFile(set.files.metadata) },
      { label: 'Dictionary of columns (CSV)', file: publishedFile(set.files.dictionary) }
    ],
    measures: measuresOf(set.name),
    columns: columnsOf(set, sheet),
    filters: set.filters,
    held: heldOf(set, sheet),
    breaks: breaksOf(set.name),
    notes: notesOf(set.name),
    lineage: lineageOf(set),
    sample: { columns: sheet.columns, rows: sheet.rows.slice(0, 5) },
    code: samplesOf({
      file: set.files.csv,
      text: codeColumns(sheet.columns),
      figures: {
        indicator: first,
        keys: ['time_period', ...(monthly ? ['time_identifier'] : []), ...set.filters.map(({ name }) => name)]
      }
    })
  };
};

export type DescribedFile = ReturnType<typeof describeDataSet>;
