/** A month's count: "2008-11" and the number. */
export interface Monthly {
  month: string;
  value: number;
}

/** A month of the base beside the same month after the event. */
interface MonthPair {
  base: Monthly;
  after: Monthly;
}

/** The same months before and after an event, added up. */
export interface SameMonths {
  pairs: MonthPair[];
  base: number;
  after: number;
  /** After over base, less one, in per cent; undefined without a pair. */
  percent: number | undefined;
}

/** Counts months on one line, so that neighbours differ by one. */
const place = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;

/** The month so many months later: "2008-11" and 2 give "2009-01". */
export const monthAfter = (month: string, by: number): string => {
  const at = place(month) + by;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
};

/**
 * Compares each month of a base with the same month of the twelve that begin with the month of an event. A month that is
 * not held on either side is left out, and so is a month of the base that does not lie before the event: no average stands
 * in for it.
 */
export const compareSameMonths = (series: Monthly[], event: string, base: readonly string[]): SameMonths => {
  const held = new Map(series.map((each) => [each.month, each]));
  const year = Array.from({ length: 12 }, (_, i) => monthAfter(event, i));
  const pairs = base.flatMap((month) => {
    const before = held.get(month);
    const after = held.get(year.find((each) => each.slice(5) === month.slice(5))!);
    return before && after && month < event ? [{ base: before, after }] : [];
  });
  const sum = (side: keyof MonthPair): number => pairs.reduce((total, pair) => total + pair[side].value, 0);
  return {
    pairs,
    base: sum('base'),
    after: sum('after'),
    percent: pairs.length ? (sum('after') / sum('base') - 1) * 100 : undefined
  };
};
