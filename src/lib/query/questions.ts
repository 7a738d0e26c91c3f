import {
  BREAK_KINDS,
  ENGLAND,
  IDENTIFIERS,
  LEVELS,
  STATUSES,
  monthNumber,
  type Break,
  type BreakKind,
  type Figure,
  type Level,
  type Period,
  type Status
} from '#lib/domain/index.ts';
import { columnOf, type Cell, type Connector, type Table } from './connector.ts';
import { identifier, join, sql, toDisplay, toText, type Sql } from './sql.ts';
import { statusOf, valueOf } from './tables.ts';

/** Which figures of one data set are asked for. Undefined years and filters leave nothing out. */
export interface FiguresQuestion {
  dataSet: string;
  indicators: readonly string[];
  /** Keys of areas, and levels of which every area is wanted. */
  areas: readonly string[];
  levels: readonly Level[];
  /** First and last year, as they stand in `time_period`. */
  from?: string;
  to?: string;
  /** Columns that break figures down: all of them, and the one value wanted of some. */
  filters: readonly { column: string; value?: string }[];
}

/** One row of a data set: a period, an area, a value of each filter, and a figure of each indicator asked for. */
export interface FigureRow {
  period: Period;
  level: Level;
  /** The area's key, its nine-character code and its name, as they stand in this row. */
  area: string;
  code: string;
  name: string;
  filters: string[];
  figures: Figure[];
}

/** An answer: typed rows, the same rows as the engine gave them, and the SQL as it can be shown and run. */
interface Answer<Row> {
  rows: Row[];
  table: Table;
  sql: string;
}

// The columns that every data set has, in lines that can be read.
const STANDARD_LINES = [IDENTIFIERS.slice(0, 3), IDENTIFIERS.slice(3, 7), IDENTIFIERS.slice(7)];

const AREA_ORDER = sql`CASE geographic_level WHEN 'National' THEN 1 WHEN 'Regional' THEN 2 ELSE 3 END`;

/** The SQL of a question about figures: areas in order of level and name, each with its latest period first. */
export const figuresSql = ({ dataSet, indicators, areas, levels, from, to, filters }: FiguresQuestion): Sql => {
  const columns = filters.map(({ column }) => identifier(column));
  const lines = [
    ...STANDARD_LINES,
    ...(filters.length ? [filters.map(({ column }) => column)] : []),
    ...indicators.flatMap((indicator) => [[indicator], [valueOf(indicator)], [statusOf(indicator)]])
  ];
  const values = (all: readonly string[]): Sql =>
    join(
      all.map((each) => sql`${each}`),
      ', '
    );
  const places = [
    ...(areas.length ? [sql`area_key IN (${values(areas)})`] : []),
    ...(levels.length ? [sql`geographic_level IN (${values(levels)})`] : [])
  ];
  const conditions = [
    places.length ? sql`(${join(places, ' OR ')})` : sql`FALSE`,
    ...(from === undefined ? [] : [sql`time_period >= ${from}`]),
    ...(to === undefined ? [] : [sql`time_period <= ${to}`]),
    ...filters.flatMap(({ column, value }) => (value === undefined ? [] : [sql`${identifier(column)} = ${value}`]))
  ];
  const order = [AREA_ORDER, sql`area_name`, sql`area_key`, ...columns, sql`period DESC`];
  return sql`SELECT
  ${join(
    lines.map((line) => join(line.map(identifier), ', ')),
    ',\n  '
  )}
FROM ${identifier(dataSet)}
WHERE ${join(conditions, '\n  AND ')}
ORDER BY
  ${join(order, ',\n  ')}`;
};

const ask = (connector: Connector, question: Sql, signal?: AbortSignal): Promise<Table> =>
  connector.query(toText(question), question.params, signal);

const text = (cell: Cell | undefined): string => (typeof cell === 'string' ? cell : '');

const oneOf = <T extends string>(words: readonly T[], cell: Cell | undefined, what: string): T => {
  const found = words.find((word) => word === cell);
  if (found === undefined) throw new Error(`${what}: expected one of ${words.join(', ')}, found ${String(cell)}`);
  return found;
};

/** Asks for figures of one data set. Throws QueryError. */
export const askFigures = async (
  connector: Connector,
  question: FiguresQuestion,
  signal?: AbortSignal
): Promise<Answer<FigureRow>> => {
  const statement = figuresSql(question);
  const table = await ask(connector, statement, signal);
  const [year, identifier_, level, , country, region, regionName, authority, code, name] = IDENTIFIERS.map((column) =>
    columnOf(table, column)
  ) as Cell[][];
  const filters = question.filters.map(({ column }) => columnOf(table, column));
  const figures = question.indicators.map((indicator) => ({
    values: columnOf(table, valueOf(indicator)),
    statuses: columnOf(table, statusOf(indicator))
  }));
  const rows = Array.from({ length: table.rows }, (_, i): FigureRow => {
    const month = monthNumber(text(identifier_![i]));
    return {
      period: text(year![i]) + (month ? `-${String(month).padStart(2, '0')}` : ''),
      level: oneOf(LEVELS, level![i], 'geographic_level'),
      area: text(authority![i]) || text(region![i]) || ENGLAND,
      code: text(code![i]) || text(region![i]) || ENGLAND,
      name: text(name![i]) || text(regionName![i]) || text(country![i]),
      filters: filters.map((cells) => text(cells[i])),
      figures: figures.map(({ values, statuses }) => {
        const status: Status = oneOf(STATUSES, statuses[i], 'status');
        const value = values[i];
        return { value: typeof value === 'number' ? value : null, status };
      })
    };
  });
  return { rows, table, sql: toDisplay(statement) };
};

/** A break of one category of a long file is named `indicator:category`. */
const toIndicator = (name: string): Pick<Break, 'indicator' | 'category'> => {
  const at = name.indexOf(':');
  return at < 0 ? { indicator: name } : { indicator: name.slice(0, at), category: name.slice(at + 1) };
};

/** Asks where the lines of some indicators of a data set are cut or marked. Throws QueryError. */
export const askBreaks = async (
  connector: Connector,
  { dataSet, indicators }: { dataSet: string; indicators: readonly string[] },
  signal?: AbortSignal
): Promise<Answer<Break>> => {
  const statement = sql`SELECT indicator, geographic_level, old_la_codes, last_before, first_after, kind, reason
FROM breaks
WHERE data_set = ${dataSet} AND split_part(indicator, ':', 1) IN (${join(
    indicators.map((each) => sql`${each}`),
    ', '
  )})
ORDER BY first_after, indicator, geographic_level`;
  const table = await ask(connector, statement, signal);
  const cell = (column: string, row: number): Cell | undefined => columnOf(table, column)[row];
  const rows = Array.from({ length: table.rows }, (_, i): Break => ({
    ...toIndicator(text(cell('indicator', i))),
    level: oneOf([...LEVELS, 'all'] as const, cell('geographic_level', i), 'geographic_level'),
    areas: text(cell('old_la_codes', i)).split(' ').filter(Boolean),
    lastBefore: text(cell('last_before', i)),
    firstAfter: text(cell('first_after', i)),
    kind: oneOf<BreakKind>(BREAK_KINDS, cell('kind', i), 'kind'),
    reason: text(cell('reason', i))
  }));
  return { rows, table, sql: toDisplay(statement) };
};
