import type { Districts } from '#lib/domain/index.ts';

/** What a typed postcode says of places: where its district lies, or why that cannot be said. */
type PostcodeAnswer =
  | { kind: 'district'; district: string; keys: readonly string[] }
  /** Not a district yet, but the start of several, such as "SW1". */
  | { kind: 'start'; start: string; keys: readonly string[] }
  | { kind: 'unknown'; district: string }
  | { kind: 'not a postcode' };

/** True where a postcode seems to be meant: one or two letters and then a digit, whatever follows. */
export const looksLikePostcode = (typed: string): boolean => /^\s*[a-z]{1,2}\s*\d/i.test(typed);

const OUTWARD = '[A-Z]{1,2}\\d[A-Z\\d]?';
const WHOLE = new RegExp(`^(${OUTWARD})\\d[A-Z]{2}$`);
const INWARD_SO_FAR = /^(\d([A-Z]([A-Z])?)?)?$/;

/** The outward codes that a postcode, whole or in part, can begin with; the longest first. */
const outwardsOf = (typed: string): string[] => {
  const text = typed.trim().toUpperCase();
  const [first = '', ...others] = text.split(/\s+/);
  const isOutward = (code: string) => new RegExp(`^${OUTWARD}$`).test(code);
  // A space says where the outward code ends, unless it stands after the letters: "N 17".
  if (others.length && isOutward(first)) return INWARD_SO_FAR.test(others.join('')) ? [first] : [];
  const joined = text.replace(/\s+/g, '');
  const whole = WHOLE.exec(joined)?.[1];
  if (whole) return [whole];
  return [4, 3, 2]
    .map((length) => joined.slice(0, length))
    .filter((code, i, all) => all.indexOf(code) === i && isOutward(code))
    .filter((code) => INWARD_SO_FAR.test(joined.slice(code.length)));
};

/** All authorities of the districts that are `start` and one letter more, those with most districts first. */
const startOf = (districts: Districts, start: string): string[] => {
  const counts = new Map<string, number>();
  for (const [district, keys] of districts)
    if (district.slice(0, -1) === start && /[A-Z]$/.test(district))
      for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([key]) => key);
};

/** Where a postcode lies, whole or in part, with or without its space, in capitals or not: by its outward code. */
export const readPostcode = (districts: Districts, typed: string): PostcodeAnswer => {
  const outwards = outwardsOf(typed);
  const district = outwards.find((code) => districts.has(code));
  if (district) return { kind: 'district', district, keys: districts.get(district)! };
  for (const start of outwards) {
    const keys = startOf(districts, start);
    if (keys.length) return { kind: 'start', start, keys };
  }
  return outwards[0] ? { kind: 'unknown', district: outwards[0] } : { kind: 'not a postcode' };
};
