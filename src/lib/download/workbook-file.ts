import { writeXlsx } from 'hucre/xlsx';
import type { Workbook } from './workbook.ts';

const BOLD = { font: { bold: true } };
const WRAPPED = { alignment: { wrapText: true, vertical: 'top' as const } };

/** How wide a column of the table stands, in letters: as its longest cell, within bounds. */
const widthOf = (name: string, cells: unknown[]): number =>
  Math.max(name.length, Math.min(40, ...[Math.max(...cells.map((cell) => String(cell ?? '').length))])) + 2;

/** Writes a workbook as XLSX: the sheets "About" and "Data", the head of the table kept in sight. */
export const toXlsx = async (
  { about, columns, rows }: Workbook,
  of: { title: string; date: string }
): Promise<Uint8Array<ArrayBuffer>> => {
  const styled = new Map(
    about.flatMap(({ kind, cells, link }, row) =>
      cells.map((value, column) => {
        const target = link && column === cells.length - 1 ? { hyperlink: { target: link } } : {};
        const style =
          kind === 'title'
            ? { font: { bold: true, size: 16 } }
            : kind === 'head'
              ? BOLD
              : column === 1
                ? WRAPPED
                : { alignment: { vertical: 'top' as const } };
        return [`${row},${column}`, { value, style, ...target }] as const;
      })
    )
  );
  const day = new Date(`${of.date}T12:00:00Z`);
  const bytes = await writeXlsx({
    sheets: [
      {
        name: 'About',
        rows: about.map(({ cells }) => cells),
        cells: styled,
        columns: [{ width: 34 }, { width: 100 }]
      },
      {
        name: 'Data',
        rows: [columns, ...rows],
        cells: new Map(columns.map((name, column) => [`0,${column}`, { value: name, style: BOLD }])),
        columns: columns.map((name, i) => ({
          width: widthOf(
            name,
            rows.map((row) => row[i])
          )
        })),
        freezePane: { rows: 1 }
      }
    ],
    properties: { title: of.title, creator: 'Per 10,000', created: day, modified: day }
  });
  return new Uint8Array(bytes);
};
