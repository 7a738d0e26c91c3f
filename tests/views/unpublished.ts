import { cells, isNumber, numbers, outOf, places, roundedTo, type Column } from './raw.ts';

/*
 * What figures can be that are held back as small counts, straight from the CSVs. By one rule: some council has a published
 * zero in some year, and in this year no council has a published figure that stands for fewer than six children.
 */

const SMALL = ['201', '420'];

/** Columns of which larger figures are held back too, to hide a small one of another column. */
const SECONDARY = ['taken_into_care', 'adopted', 'asylum_seeking_31_march'];
const COUNCILS = [...places.values()].filter(({ key, level }) => level === 'Local authority' && !SMALL.includes(key));

/** How many units of a figure one child makes; undefined where what it is out of is not published. */
const unitsPerChild = (column: Column, key: string, year: string): number | undefined => {
  if (!/_(rate|percent)$/.test(column.column)) return 1;
  const base = outOf(column, key, year);
  return base && (/_rate$/.test(column.column) ? 10_000 : 100) / base;
};

const zeros = new Map<string, boolean>();
const hasZeros = (column: Column): boolean => {
  const id = JSON.stringify(column);
  if (!zeros.has(id))
    zeros.set(
      id,
      COUNCILS.some(({ key }) => numbers(column, key).some(({ text }) => Number(text) === 0))
    );
  return zeros.get(id)!;
};

interface Ends {
  low: number;
  high: number;
}

const known = new Map<string, Map<string, Ends>>();

/** Both ends of each council's figure that is held back in a year as standing for 1 to 5 children, by key. */
export const unpublishedIn = (column: Column, year: string): Map<string, Ends> => {
  const id = `${column.file} ${column.column} ${JSON.stringify(column.filter)} ${year}`;
  if (!known.has(id)) known.set(id, findUnpublished(column, year));
  return known.get(id)!;
};

const findUnpublished = (column: Column, year: string): Map<string, Ends> => {
  const found = new Map<string, Ends>();
  // Social workers are no children, and a share of their working days is no count.
  if (column.file === 'social_work_workforce' || SECONDARY.includes(column.column) || !hasZeros(column)) return found;
  for (const { key } of COUNCILS) {
    const text = cells(column, key).find(({ period }) => period === year)?.text ?? '';
    const unit = unitsPerChild(column, key, year);
    if (text === 'c') found.set(key, unit ? { low: unit, high: 5 * unit } : { low: 0, high: 1e9 });
    // A rate is printed to a tenth, and an old count is rounded to five, so that 5 can stand for seven.
    const base = roundedTo(column, 'Local authority', year);
    const slack = unit !== 1 ? 0.05 : base > 1 ? base / 2 : 0;
    if (isNumber(text) && Number(text) > 0 && unit && (Number(text) + slack) / unit < 6 - 1e-6) return new Map();
  }
  return found;
};

/** The first and the last place from the highest that a figure can have, by putting all that is not published low, then high. */
export const placesOf = (value: number, published: number[], hidden: Ends[]): [number, number] => {
  const tenth = (x: number): number => Math.round(x * 10 + 1e-7) / 10;
  const place = (others: number[]): number =>
    [...published, ...others].filter((each) => each > value + 1e-9).length + 1;
  return [place(hidden.map(({ low }) => tenth(low))), place(hidden.map(({ high }) => tenth(high)))];
};
