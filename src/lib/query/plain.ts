import { DataType, TimeUnit, type Vector } from 'apache-arrow';
import type { Cell, CellKind } from './connector.ts';

type Convert = (value: unknown) => Cell;

const day = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 10);
const moment = (milliseconds: number): string => new Date(milliseconds).toISOString();

const PER_SECOND = {
  [TimeUnit.SECOND]: 1n,
  [TimeUnit.MILLISECOND]: 1000n,
  [TimeUnit.MICROSECOND]: 1_000_000n,
  [TimeUnit.NANOSECOND]: 1_000_000_000n
};
const clock =
  (unit: TimeUnit): Convert =>
  (value) =>
    new Date(Number(BigInt(value as bigint) / PER_SECOND[unit]) * 1000).toISOString().slice(11, 19);

const asNumber: Convert = (value) => {
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
};

/** How the values of a column become plain ones, by its type. */
const converterOf = (type: DataType): Convert | undefined => {
  if (DataType.isUtf8(type) || DataType.isBool(type) || DataType.isNull(type)) return undefined;
  if (DataType.isInt(type) || DataType.isFloat(type)) return asNumber;
  if (DataType.isDate(type)) return (value) => day(Number(value));
  if (DataType.isTimestamp(type)) return (value) => moment(Number(value));
  if (DataType.isTime(type)) return clock(type.unit);
  return String;
};

/** What the values of a column are once they are plain. */
export const kindOf = (type: DataType): CellKind => {
  if (DataType.isInt(type) || DataType.isFloat(type)) return 'number';
  return DataType.isBool(type) ? 'boolean' : 'text';
};

/** Takes a column of the engine's answer and gives its values: numbers as doubles, dates as ISO text, NaN and blanks as null. */
export const toCells = (vector: Vector | null, rows: number): Cell[] => {
  const cells = new Array<Cell>(rows).fill(null);
  if (!vector) return cells;
  const convert = converterOf(vector.type);
  for (let row = 0; row < rows; row++) {
    const value: unknown = vector.get(row);
    if (value !== null && value !== undefined) cells[row] = convert ? convert(value) : (value as Cell);
  }
  return cells;
};
