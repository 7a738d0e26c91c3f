const counts = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });

/** A number with so many decimal places and thousands set apart: "81,770", "67.1". Minus is a true minus sign. */
export const formatNumber = (value: number, dp = 0): string => {
  const text =
    dp === 0
      ? counts.format(value)
      : value.toLocaleString('en-GB', { minimumFractionDigits: dp, maximumFractionDigits: dp });
  return text.replace('-', '−');
};

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
