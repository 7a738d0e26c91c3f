import { IDENTIFIERS } from '#lib/domain/index.ts';
import { dataSetShape, statusOf, valueOf, type TableShape } from '#lib/query/tables.ts';
import type { GuideTable } from './+page.server.ts';

/** The columns that the engine adds to those of every data set, and what they hold. */
export const ADDED_COLUMNS = {
  period: '“2009”, or “2008-11” where the data set is by month',
  area_key: 'the three-digit code of a council, the nine-character code of a region or country',
  area_name: 'the name of the council, region or country'
} as const;

/** The shape of a table, by which the engine makes it. */
export const shapeOf = ({ name, isDataSet, columns }: GuideTable): TableShape => {
  const named = (isFigure: boolean) => columns.filter((each) => each.isFigure === isFigure).map((each) => each.name);
  return isDataSet ? dataSetShape(name, named(false), named(true)) : { name, columns: named(false), indicators: [] };
};

/** Every column of a table by name, for the completion: those of its file, and those that the engine adds. */
export const columnsOf = ({ isDataSet, columns }: GuideTable): string[] => [
  ...(isDataSet ? [...Object.keys(ADDED_COLUMNS), ...IDENTIFIERS] : []),
  ...columns.flatMap(({ name, isFigure }) => (isFigure ? [name, valueOf(name), statusOf(name)] : [name]))
];
