/**
 * Text that a spreadsheet would take for a formula, also where it goes on in another line. A negative number is none, and neither is
 * a shared rank (“=12”): a spreadsheet makes 12 of it.
 */
const FORMULA = /^(?!-\d+(?:\.\d+)?$|=\d+$)[=+\-@\t\r\n＝＋－＠]/;

/** What Excel would change: months and days into its own dates, codes into numbers without their zeros. */
const CHANGED_BY_EXCEL = /^(?:\d{4}-\d{2}(?:-\d{2})?|0\d+)$/;

export type CsvCell = string | number | boolean | null;

/**
 * Rows as CSV in UTF-8, formulas defused by an apostrophe. For Excel it begins with a byte order mark, and dates and codes are
 * written so that they stay what they are. Papa Parse is fetched when it is first needed.
 */
export const toCsv = async (columns: string[], rows: CsvCell[][], isForExcel = false): Promise<string> => {
  const { default: Papa } = await import('papaparse');
  const data = isForExcel
    ? rows.map((row) =>
        row.map((cell) => (typeof cell === 'string' && !FORMULA.test(cell) ? asInExcel(cell) : defused(cell)))
      )
    : rows.map((row) => row.map(defused));
  const newline = isForExcel ? '\r\n' : '\n';
  return (isForExcel ? '\ufeff' : '') + Papa.unparse([columns.map(defused), ...data], { newline }) + newline;
};

const defused = <T extends CsvCell>(cell: T): T | string =>
  typeof cell === 'string' && FORMULA.test(cell) ? `'${cell}` : cell;

const asInExcel = (cell: string): string => (CHANGED_BY_EXCEL.test(cell) ? `="${cell}"` : cell);
