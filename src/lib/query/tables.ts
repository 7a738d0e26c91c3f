import { ENGLAND, IDENTIFIERS, SYMBOLS, monthName } from '#lib/domain/index.ts';
import { identifier, join, literal, sql, type Sql } from './sql.ts';

/** A CSV of `/data/` as a table: the name of both, the columns it must have, and which of them hold figures. */
export interface TableShape {
  name: string;
  columns: readonly string[];
  indicators: readonly string[];
}

/** The shape of a data set from the names of its filters and indicators. */
export const dataSetShape = (name: string, filters: readonly string[], indicators: readonly string[]): TableShape => ({
  name,
  columns: [...IDENTIFIERS, ...filters, ...indicators],
  indicators
});

/** The tables beside the data sets: where lines are cut, and which figures are worked out. */
export const BREAKS: TableShape = {
  name: 'breaks',
  columns: [
    'data_set',
    'indicator',
    'geographic_level',
    'old_la_codes',
    'last_before',
    'first_after',
    'kind',
    'reason'
  ],
  indicators: []
};

export const DERIVED: TableShape = {
  name: 'derived_figures',
  columns: ['data_set', 'indicator', 'geographic_level', 'region_code', 'old_la_code', 'time_period', 'how'],
  indicators: []
};

/** The name of a table's file, inside the engine and under `/data/`. */
export const fileOf = (shape: Pick<TableShape, 'name'>): string => `${shape.name}.csv`;

/** The columns that a table has beside an indicator's own, which stays the text of the file. */
export const valueOf = (indicator: string): string => `${indicator}_value`;
export const statusOf = (indicator: string): string => `${indicator}_status`;

/** Defines what the status of a cell is: that of its symbol, "ok" for a number, nothing for anything else. */
export const defineStatus = (): Sql => {
  const symbols = Object.entries(SYMBOLS).map(([cell, status]) => sql` WHEN ${literal(cell)} THEN ${literal(status)}`);
  return sql`CREATE MACRO figure_status(cell) AS CASE cell${join(symbols, '')} ELSE CASE WHEN isfinite(TRY_CAST(cell AS DOUBLE)) THEN 'ok' END END`;
};

const period = (): Sql => {
  const months = Array.from({ length: 12 }, (_, i) => i + 1).map(
    (month) => sql` WHEN ${literal(monthName(month))} THEN ${literal(`-${String(month).padStart(2, '0')}`)}`
  );
  return sql`time_period || CASE time_identifier
   ${join(months, '\n   ')}
    ELSE ''
  END AS period`;
};

const figure = (indicator: string): Sql =>
  sql`${identifier(indicator)},
  TRY_CAST(${identifier(indicator)} AS DOUBLE) AS ${identifier(valueOf(indicator))},
  figure_status(${identifier(indicator)}) AS ${identifier(statusOf(indicator))}`;

/**
 * Makes a table of a CSV whose header is `header`. Every column stays text, leading zeros and all; a blank cell is NULL. A
 * data set gets `period` ("2009", "2008-11"), `area_key` and `area_name`, and for each indicator its number and status.
 */
export const createTable = (shape: TableShape, header: readonly string[]): Sql => {
  const types = join(
    header.map((column) => sql`${literal(column)}: 'VARCHAR'`),
    ',\n    '
  );
  const text = header.filter((column) => !shape.indicators.includes(column)).map(identifier);
  const helpers = shape.indicators.length
    ? [
        period(),
        sql`coalesce(old_la_code, region_code, country_code) AS area_key`,
        sql`coalesce(la_name, region_name, country_name) AS area_name`
      ]
    : [];
  return sql`CREATE OR REPLACE TABLE ${identifier(shape.name)} AS
SELECT
  ${join([...text, ...helpers, ...shape.indicators.map(figure)], ',\n  ')}
FROM read_csv(${literal(fileOf(shape))},
  header = true, auto_detect = false, delim = ',', quote = '"', escape = '"',
  columns = {
    ${types}
  })`;
};

/** Asks for a row with a figure that is neither a number nor a symbol: there must be none. */
export const findDamage = (shape: TableShape): Sql => {
  const damaged = shape.indicators.map((indicator) => sql`${identifier(statusOf(indicator))} IS NULL`);
  return sql`SELECT period, area_key FROM ${identifier(shape.name)} WHERE ${join(damaged, ' OR ')} LIMIT 1`;
};

/** Asks which indicators of a data set have figures that were worked out. */
export const findDerived = (shape: TableShape): Sql =>
  sql`SELECT DISTINCT split_part(indicator, ':', 1) AS indicator FROM derived_figures WHERE data_set = ${shape.name} ORDER BY indicator`;

/** Marks the figures of an indicator that were worked out and not published; of a data set with a filter, those of one value of it. */
export const markDerived = (shape: TableShape, indicator: string): Sql => {
  const filters = shape.columns.filter(
    (column) => !(IDENTIFIERS as readonly string[]).includes(column) && !shape.indicators.includes(column)
  );
  const named = join(
    [
      sql`derived.indicator = ${literal(indicator)}`,
      ...filters.map((filter) => sql`derived.indicator = ${literal(`${indicator}:`)} || figures.${identifier(filter)}`)
    ],
    ' OR '
  );
  const status = identifier(statusOf(indicator));
  return sql`UPDATE ${identifier(shape.name)} AS figures SET ${status} = 'derived'
WHERE ${status} = 'ok' AND EXISTS (
  FROM derived_figures AS derived
  WHERE derived.data_set = ${literal(shape.name)} AND ${filters.length ? sql`(${named})` : named}
    AND derived.time_period = figures.period AND derived.geographic_level = figures.geographic_level
    AND coalesce(derived.old_la_code, derived.region_code, ${literal(ENGLAND)}) = figures.area_key
)`;
};
