import { Bool, Float64, Table, Utf8, makeData, makeVector, tableToIPC, type Vector } from 'apache-arrow';
import type { Cell } from '#lib/query/connector.ts';
import type { FileTable } from './table-file.ts';

/** A bit a cell, the first in the lowest place. */
const bits = (cells: readonly Cell[], isSet: (cell: Cell) => boolean): Uint8Array => {
  const bytes = new Uint8Array(Math.ceil(cells.length / 8));
  cells.forEach((cell, i) => {
    if (isSet(cell)) bytes[i >> 3]! |= 1 << (i & 7);
  });
  return bytes;
};

const encoder = new TextEncoder();

const textOf = (cells: readonly Cell[]): { valueOffsets: Int32Array; data: Uint8Array } => {
  const parts = cells.map((cell) => encoder.encode(cell === null ? '' : String(cell)));
  const valueOffsets = new Int32Array(cells.length + 1);
  parts.forEach(({ length }, i) => (valueOffsets[i + 1] = valueOffsets[i]! + length));
  const data = new Uint8Array(valueOffsets.at(-1)!);
  parts.forEach((part, i) => data.set(part, valueOffsets[i]));
  return { valueOffsets, data };
};

/** A column made of its bytes: Arrow's own builders make code from text, which the policy of the site forbids. */
const vectorOf = (cells: readonly Cell[], kind: FileTable['kinds'][number]): Vector => {
  const { length } = cells;
  const nullCount = cells.filter((cell) => cell === null).length;
  const shared = { length, nullCount, nullBitmap: bits(cells, (cell) => cell !== null) };
  switch (kind) {
    case 'number':
      return makeVector(makeData({ ...shared, type: new Float64(), data: Float64Array.from(cells, Number) }));
    case 'boolean':
      return makeVector(makeData({ ...shared, type: new Bool(), data: bits(cells, (cell) => cell === true) }));
    case 'text':
      return makeVector(makeData({ ...shared, type: new Utf8(), ...textOf(cells) }));
    default:
      return kind satisfies never;
  }
};

/** Writes a table as a file of Apache Arrow. */
export const toArrow = ({ columns, kinds, cells }: FileTable): Uint8Array<ArrayBuffer> =>
  new Uint8Array(
    tableToIPC(new Table(Object.fromEntries(columns.map((name, i) => [name, vectorOf(cells[i]!, kinds[i]!)]))), 'file')
  );
