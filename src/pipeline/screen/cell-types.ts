import { formatDate, isPeriod } from '#lib/domain/index.ts';
import { isNumber } from '#lib/screening/standard.ts';
import { quote } from '#lib/screening/problem.ts';

/** Takes a cell and gives what it should have been, in words that follow it ("is not …"), or undefined where it is right. */
export type CellType = (cell: string) => string | undefined;

const type =
  (test: (cell: string) => boolean, expected: string): CellType =>
  (cell) =>
    test(cell) ? undefined : expected;

/** Some words. */
export const text = type((cell) => cell.trim() !== '', 'is no text');

/** One sentence, from a capital to a full stop. */
export const sentence = type(
  (cell) => /^[A-Z].*\.$/.test(cell) && !/[.!?] [A-Z]/.test(cell),
  'is not one sentence from a capital to a full stop'
);

/** The longest label that finds room beside a rule on a chart. */
const LONGEST_LABEL = 32;

/** A label for charts, which is never cut. */
export const shortLabel = type(
  (cell) => cell.trim() !== '' && cell.length <= LONGEST_LABEL,
  `is not a label of 1 to ${LONGEST_LABEL} characters`
);

/** Any cell, and a blank one too. */
export const anything: CellType = () => undefined;

/** A name for use in addresses and references: lower case letters, digits, hyphens, underscores. */
export const slug = type(
  (cell) => /^[a-z0-9][a-z0-9_-]*$/.test(cell),
  'is not a key of lower case letters, digits and hyphens'
);

/** A number with a point. */
export const number = type(isNumber, 'is not a number');

/** A whole number from zero. */
export const integer = type((cell) => /^\d+$/.test(cell), 'is not a whole number');

/** Yes or no. */
export const yesNo = type((cell) => cell === 'yes' || cell === 'no', 'is not yes or no');

/** The address of a page. */
export const url = type((cell) => /^https?:\/\/\S+$/.test(cell) && URL.canParse(cell), 'is not an address of the web');

/** A year, "2009", or a month, "2008-11". */
export const period = type(isPeriod, 'is not a year or a month (2009 or 2008-11)');

/** A day that there is, a month or a year. */
export const date: CellType = (cell) => {
  if (/^\d{4}$/.test(cell)) return undefined;
  if (isPeriod(cell)) return undefined;
  return isDay(cell) ? undefined : 'is not a date (2008-11-11, 2008-11 or 2008)';
};

const isDay = (cell: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(cell) && new Date(`${cell}T00:00:00Z`).toJSON()?.slice(0, 10) === cell;

/** A day that there is. */
export const day = type(isDay, 'is not a day (2008-11-11)');

/** When something was published: a year, a run of years, a month or a day, or several of these with commas between. */
export const published = type(
  (cell) => cell.split(', ').every((each) => /^\d{4}-\d{4}$/.test(each) || date(each) === undefined),
  'is not when it was published (2009, 2001-2024, 2023-12, 2025-09-25 or several with commas between)'
);

/** One of some words. */
export const oneOf = (words: readonly string[]): CellType =>
  type((cell) => words.includes(cell), `is not one of ${words.join(', ')}`);

/** A key that stands in another file. */
export const keyOf = (keys: ReadonlySet<string>, what: string): CellType =>
  type((cell) => keys.has(cell), `is not ${what}`);

/** A cell that may be blank. */
export const optional =
  (inner: CellType): CellType =>
  (cell) =>
    cell === '' ? undefined : inner(cell);

/** One or more cells of a type, with one blank between. */
export const listOf =
  (inner: CellType): CellType =>
  (cell) => {
    for (const part of cell.split(' ')) {
      const expected = inner(part);
      if (expected) return cell.includes(' ') ? `holds ${quote(part)}, which ${expected}` : expected;
    }
    return undefined;
  };

/** The precision of a date as it is written: `day`, `month` or `year`. */
export const precisionOf = (cell: string): string =>
  ['year', 'month', 'day'][cell.split('-').length - 1] ?? formatDate(cell);
