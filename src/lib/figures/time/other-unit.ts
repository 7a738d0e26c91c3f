import { variantOf, type Point, type SeriesFile } from '#lib/domain/index.ts';
import { slice } from '#lib/series/slice.ts';
import { unitLabelOf, type Picture } from './picture.ts';
import { NOT_HELD, cellOf, type Column, type TableView } from './table.ts';

/** A column of the table with the figures of the same line in the other unit. */
interface Beside {
  at: number;
  points: ReadonlyMap<string, Point>;
}

/**
 * A table of rates with the number beside each, or of numbers with the rate, where the file holds both. Its rows stay those of
 * the chart, with their breaks.
 */
export const withOtherUnit = (table: TableView, picture: Picture, file: SeriesFile): TableView => {
  const key = picture.unit === 'rate' ? 'number' : picture.unit === 'number' ? 'rate' : undefined;
  const other = key && variantOf(picture.measure, key);
  if (!other) return table;
  const lines = new Map(picture.lines.map((line) => [line.id, line]));
  const beside = table.columns.flatMap(({ id, printed, against }, at): Beside[] => {
    const line = lines.get(id);
    if (!line || line.slot === 'similar' || printed || against) return [];
    const found = slice(file, other.key, line.areaKey).find((each) => each.line === line.line);
    const points = new Map(found?.points.map((point) => [point.period, point]));
    const rows = table.rows.filter((row) => row.kind === 'figures');
    return rows.some(({ period }) => points.get(period)?.value != null) ? [{ at, points }] : [];
  });
  const wordOf = (unit: string, label: string): string => (unit === 'number' ? 'number' : label);
  /** Each thing of a row with what stands beside it. */
  const put = <T>(all: readonly T[], own: (each: T) => T, next: (each: T, points: Beside['points']) => T): T[] =>
    all.flatMap((each, at) => {
      const found = beside.find((one) => one.at === at);
      return found ? [own(each), next(each, found.points)] : [each];
    });
  return {
    columns: put<Column>(
      table.columns,
      (column) => ({ ...column, unit: wordOf(picture.unit, picture.unitLabel) }),
      ({ id, label }) => ({ id, label, printed: false, unit: wordOf(other.key, unitLabelOf(other)), isOther: true })
    ),
    rows: table.rows.map((row) =>
      row.kind === 'break'
        ? row
        : {
            ...row,
            cells: put(
              row.cells,
              (cell) => cell,
              (_, points) => {
                const point = points.get(row.period);
                return point ? cellOf(point, other.dp) : NOT_HELD;
              }
            )
          }
    )
  };
};
