import { toCsv } from './csv.ts';

/** Hands a blob to the reader as a file of that name. */
export const saveBlob = (name: string, content: Blob): void => {
  const address = URL.createObjectURL(content);
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
};

/** Hands a text to the reader as a file of that name. */
const saveText = (name: string, text: string, type = 'text/csv;charset=utf-8'): void =>
  saveBlob(name, new Blob([text], { type }));

/** Hands rows to the reader as CSV. */
export const saveRows = async (name: string, rows: Record<string, string>[]): Promise<void> => {
  const columns = Object.keys(rows[0] ?? {});
  saveText(
    name,
    await toCsv(
      columns,
      rows.map((row) => columns.map((column) => row[column] ?? ''))
    )
  );
};
