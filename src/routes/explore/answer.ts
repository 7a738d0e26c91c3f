import { PERIOD_HEADS } from '#lib/domain/index.ts';
import {
  isAuthority,
  ENGLAND,
  LEVELS,
  LONDON,
  READ_IN_WORDS,
  STATUS_MEANING,
  STATUS_WORDS,
  formatNumber,
  formatPeriod,
  list,
  type Figure,
  type ReadIn
} from '#lib/domain/index.ts';
import { kindOfCells, type FileTable } from '#lib/download/table-file.ts';
import type { Table } from '#lib/query/connector.ts';
import type { FigureRow, FiguresQuestion } from '#lib/query/questions.ts';
import { dataSetShape, type TableShape } from '#lib/query/tables.ts';
import {
  WHOLE_LEVELS,
  dataSetsOf,
  isWholeLevel,
  type DataSetEntry,
  type ExploreChoices
} from '#lib/address/explore.ts';
import { timingOf, type Drawing, type Indicator } from './chart.ts';
import type { Cell } from '#lib/figures/time/table.ts';
import { whereRead, type ReadElsewhere } from './read-elsewhere.ts';

/** Why regions must not be added up as they are listed. */
export const LONDON_NOTE =
  'Inner London and Outer London add up to London. All three are listed as regions, so a sum of every region counts London twice.';

/** The rows of an answer that a page shows; the download has them all. */
export const MOST_ROWS = 500;

/** The part of an answer that comes from one data set: figures of two are counted at different times and never joined. */
export interface AnswerPart {
  entry: DataSetEntry;
  indicators: Indicator[];
  rows: FigureRow[];
  /** The answer as the engine gave it, for the download. */
  table: Table;
  /** The SQL that made it, and the SQL that made the table it was asked of. */
  sql: string;
  made: string[];
  drawing: Drawing;
}

/** The table of an engine for a data set of the catalogue. */
export const shapeOf = ({ name, filters, indicators }: DataSetEntry): TableShape =>
  dataSetShape(
    name,
    filters.map((filter) => filter.name),
    indicators.map((indicator) => indicator.name)
  );

/** The indicators chosen of a data set, in its own order. */
export const chosenOf = (entry: DataSetEntry, measures: readonly string[]): Indicator[] =>
  entry.indicators.filter(({ name }) => measures.includes(`${entry.name}/${name}`));

/** What the choices ask, one question a data set. */
export const toQuestions = (choices: ExploreChoices, catalogue: readonly DataSetEntry[]): FiguresQuestion[] =>
  dataSetsOf(choices.measures, catalogue).map((entry) => ({
    dataSet: entry.name,
    indicators: chosenOf(entry, choices.measures).map(({ name }) => name),
    areas: choices.areas
      .filter((area) => !isWholeLevel(area))
      .map((area) => (area === ENGLAND && entry.country ? entry.country : area)),
    levels: choices.areas.flatMap((area) => (isWholeLevel(area) ? [WHOLE_LEVELS[area]] : [])),
    ...(choices.from === undefined ? {} : { from: choices.from }),
    ...(choices.to === undefined ? {} : { to: choices.to }),
    filters: entry.filters.map(({ name }) =>
      choices.filters[name] === undefined ? { column: name } : { column: name, value: choices.filters[name] }
    )
  }));

/** What the column of periods is called: as the indicators are counted, or "Year" where they differ. */
export const periodHead = (entry: DataSetEntry, indicators: readonly Indicator[]): string => {
  const timings = new Set(indicators.map((indicator) => timingOf(entry, indicator)));
  return timings.size === 1 ? PERIOD_HEADS[[...timings][0]!] : 'Year';
};

/** Never fewer decimal places than were published. */
const places = (value: number, dp: number): number => Math.max(dp, (String(value).split('.')[1] ?? '').length);

const toCell = (figure: Figure, dp: number, where: ReadIn[]): Cell => {
  if (figure.value === null) return { text: STATUS_WORDS[figure.status], why: STATUS_MEANING[figure.status] };
  const text = formatNumber(figure.value, places(figure.value, dp));
  const why = [
    ...(figure.status === 'derived' ? [STATUS_MEANING.derived] : []),
    ...where.map((each) => READ_IN_WORDS[each])
  ].join('; ');
  return why ? { text, why } : { text };
};

/** A row as it reads. */
interface ShownRow {
  id: string;
  name: string;
  code: string;
  period: string;
  filters: string[];
  cells: Cell[];
}

/** The first rows of a part as they read. */
export const toShown = ({ rows, indicators }: AnswerPart, elsewhere: readonly ReadElsewhere[] = []): ShownRow[] =>
  rows.slice(0, MOST_ROWS).map((row) => ({
    id: [row.code, row.area, row.period, ...row.filters].join('/'),
    name: row.name,
    code: isAuthority(row.area) ? `${row.area} · ${row.code}` : row.code,
    period: formatPeriod(row.period),
    filters: row.filters,
    cells: row.figures.map((figure, i) =>
      toCell(figure, indicators[i]!.dp, whereRead(elsewhere, indicators[i]!.name, row))
    )
  }));

/** The first rows of a part for a file, every column of the engine's answer. */
export const toFileTable = ({ table }: Pick<AnswerPart, 'table'>, rows = table.rows): FileTable => {
  const cells = table.cells.map((column) => column.slice(0, rows));
  return { columns: table.columns, kinds: table.cells.map(kindOfCells), cells, rows };
};

const slug = (text: string): string => text.toLowerCase().replace(/[^a-z0-9_]+/g, '-');

/** Up to `most` names joined by "+", and how many there are more. */
const some = (names: readonly string[], most: number, what: string): string =>
  names.length > most
    ? [...names.slice(0, most - 1), `${names.length - most + 1}-more-${what}`].join('+')
    : names.join('+') || `no-${what}`;

/**
 * The name of that file without its ending, which says what is in it: data set, measures, areas, filters, years held, and the release of the
 * data set: "children_looked_after.looked_after_31_march_rate.england+haringey.1994-2025.release-1a2b3c4d".
 */
export const fileName = (
  { entry, indicators, rows }: AnswerPart,
  { areas, filters }: ExploreChoices,
  release: string
): string => {
  const names = new Map([[ENGLAND, 'England'], ...rows.map(({ area, name }) => [area, name] as const)]);
  const years = rows.map(({ period }) => period.slice(0, 4)).sort();
  return [
    entry.name,
    some(
      indicators.map(({ name }) => name),
      2,
      'measures'
    ),
    some(
      areas.map((key) => (isWholeLevel(key) ? `all-${key}` : slug(names.get(key) ?? key))),
      4,
      'areas'
    ),
    ...entry.filters.flatMap(({ name }) => (filters[name] === undefined ? [] : [slug(filters[name])])),
    years[0] === years.at(-1) ? (years[0] ?? 'no-years') : `${years[0]}-${years.at(-1)}`,
    `release-${release}`
  ].join('.');
};

/** What a reader who adds up the rows of a part must know: that London stands in them twice, whole and as its halves. */
export const londonNote = ({ rows }: Pick<AnswerPart, 'rows'>): string | undefined => {
  const areas = new Set(rows.map(({ area }) => area));
  const hasBoth = areas.has(LONDON.whole) && (areas.has(LONDON.inner) || areas.has(LONDON.outer));
  return hasBoth ? LONDON_NOTE : undefined;
};

const LEVEL_WORDS: Record<string, string> = {
  National: 'England',
  Regional: 'regions',
  'Local authority': 'councils'
};

/** What a data set holds, by level: "England 1994 to 2025, regions and councils 2006 to 2025". */
export const coverageOf = ({ levels }: DataSetEntry): string => {
  const spans = levels
    .filter(({ level }) => (LEVELS as readonly string[]).includes(level))
    .map(({ level, first, last }) => ({
      level: LEVEL_WORDS[level] ?? level,
      years:
        first.slice(0, 4) === last.slice(0, 4) ? first.slice(0, 4) : `${formatPeriod(first)} to ${formatPeriod(last)}`
    }));
  const years = [...new Set(spans.map((each) => each.years))];
  return years
    .map((each) => `${list(spans.filter((span) => span.years === each).map(({ level }) => level))} ${each}`)
    .join(', ');
};
