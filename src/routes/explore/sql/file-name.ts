import type { FileTable } from '#lib/download/table-file.ts';

const slug = (text: string): string => text.toLowerCase().replace(/[^a-z0-9_]+/g, '-');

/** Up to three words, and how many there are more. */
const some = (words: readonly string[], what: string): string[] => {
  const unique = [...new Set(words)];
  if (!unique.length) return [];
  return [unique.length > 3 ? `${unique.length}-${what}` : unique.map(slug).join('+')];
};

/**
 * The name of a file of an answer without its ending: the tables that it asks, areas and years as its own columns have them,
 * and the day: "children_looked_after.england+haringey.1994-2025.2026-01-02".
 */
export const answerName = (
  tables: readonly string[],
  { columns, cells }: Pick<FileTable, 'columns' | 'cells'>,
  day: string
): string => {
  const texts = (...names: string[]): string[] => {
    const at = columns.findIndex((column) => names.includes(column));
    return (cells[at] ?? []).filter((cell) => typeof cell === 'string');
  };
  const years = texts('period', 'time_period')
    .map((period) => period.slice(0, 4))
    .sort();
  const span = years.length ? [years[0] === years.at(-1) ? years[0]! : `${years[0]}-${years.at(-1)}`] : [];
  return [
    ...some(tables.length ? tables : ['query'], 'tables'),
    ...some(texts('area_name', 'la_name'), 'areas'),
    ...span,
    day
  ].join('.');
};
