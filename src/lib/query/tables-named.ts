// Statements that look at what tables there are need all of them.
const ASKS_FOR_ALL = /\b(show|information_schema|duckdb_\w+|pg_\w+|sqlite_master)\b/i;

/** The tables that a statement names, in any case and with or without quotes; also those that only a comment names. */
export const tablesNamed = <Shape extends { name: string }>(sql: string, shapes: readonly Shape[]): Shape[] => {
  if (ASKS_FOR_ALL.test(sql)) return [...shapes];
  const words = new Set(sql.toLowerCase().match(/\w+/g));
  return shapes.filter(({ name }) => words.has(name.toLowerCase()));
};
