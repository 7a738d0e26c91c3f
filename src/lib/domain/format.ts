/** Rounds half away from zero to so many decimal places, without binary surprises (60.55 → 60.6). */
export const round = (value: number, dp: number): number => {
  const factor = 10 ** dp;
  return (Math.sign(value) * Math.round(Math.abs(value) * factor * (1 + Number.EPSILON * 4))) / factor;
};

/**
 * A number with so many decimal places (0 to 2) and thousands set apart: "81,770", "67.1". Minus is a true minus sign.
 * Written here, not by `Intl.NumberFormat`: making the first of those holds a phone's page up for a tenth of a second.
 */
export const formatNumber = (value: number, dp = 0): string => {
  const [whole = '', places] = Math.abs(round(value, dp)).toFixed(dp).split('.');
  const apart = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${value < 0 ? '−' : ''}${apart}${places === undefined ? '' : `.${places}`}`;
};

/** A change as it reads, with its sign both ways: "+12.3", "−4.0", "0.0". Nothing that rounds to none has a sign. */
export const formatSigned = (value: number, dp = 0): string => {
  // Adding nothing takes the sign off a zero.
  const shown = round(value, dp) + 0;
  return `${shown > 0 ? '+' : ''}${formatNumber(shown, dp)}`;
};

/** Sorts codes and dates, which are plain text, without the cost of a collator. */
export const byCode = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** Names in a row: "a", "a and b", "a, b and c". */
export const list = (names: string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

/** The first letter as a capital. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
