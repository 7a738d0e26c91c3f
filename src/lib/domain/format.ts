// Making a formatter costs more than using it a hundred times, and the first one costs a phone half a second: none is made
// before a number is written.
const formatters: Intl.NumberFormat[] = [];

const formatter = (dp: number): Intl.NumberFormat =>
  (formatters[dp] ??= new Intl.NumberFormat('en-GB', { minimumFractionDigits: dp, maximumFractionDigits: dp }));

/** A number with so many decimal places (0 to 2) and thousands set apart: "81,770", "67.1". Minus is a true minus sign. */
export const formatNumber = (value: number, dp = 0): string => formatter(dp).format(value).replace('-', '−');

/** Rounds half away from zero to so many decimal places, without binary surprises (60.55 → 60.6). */
export const round = (value: number, dp: number): number => {
  const factor = 10 ** dp;
  return (Math.sign(value) * Math.round(Math.abs(value) * factor * (1 + Number.EPSILON * 4))) / factor;
};

/** Names in a row: "a", "a and b", "a, b and c". */
export const list = (names: string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

/** The first letter as a capital. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
