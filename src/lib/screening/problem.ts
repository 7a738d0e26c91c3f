/** One thing wrong with a file: where it is, what stands there and what should. `row` is the line of the file, the header being 1. */
export interface Problem {
  file: string;
  row?: number;
  column?: string;
  found: string;
  expected: string;
}

/** Says a problem on one line: `children_looked_after.csv: row 214: looked_after_31_march: "1,204" is not a number`. */
export const describe = ({ file, row, column, found, expected }: Problem): string =>
  [file, row === undefined ? undefined : `row ${row}`, column, `${found} ${expected}`]
    .filter((part) => part !== undefined)
    .join(': ');

/** A cell as a problem shows it: in quotation marks, cut after 60 characters. */
export const quote = (cell: string): string => `"${cell.length > 60 ? `${cell.slice(0, 57)}…` : cell}"`;
