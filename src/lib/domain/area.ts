import { byCode } from './format.ts';

/** The levels of geography held, by the names of DfE's open data standard. */
export const LEVELS = ['National', 'Regional', 'Local authority'] as const;

export type Level = (typeof LEVELS)[number];

/** England's key, its nine-character code. */
export const ENGLAND = 'E92000001';

/** What is of no country alone, such as prices: its rows are told apart by this code and have no area of the site. */
export const UNITED_KINGDOM = 'K02000001';

/** London and its two halves: London is the sum of the other two. */
export const LONDON = { whole: 'E12000007', inner: 'E13000001', outer: 'E13000002' } as const;

/** The codes of the regions that an authority of a region is part of: its own, and London as a whole for one of a half; none without a region. */
export const regionsAround = (region: string): string[] =>
  region === LONDON.inner || region === LONDON.outer ? [region, LONDON.whole] : region ? [region] : [];

/** Whether a key is that of an authority: they have the Department's three-digit codes. */
export const isAuthority = (key: string): boolean => key.length === 3;

/** One area as pages and pickers know it. `key` is the three-digit code of an authority, the nine-character code otherwise. */
export interface Area {
  key: string;
  /** The nine-character code, the latest one of an authority that had several. */
  code: string;
  name: string;
  level: Level;
  /** Part of the address `/areas/<slug>/`. */
  slug: string;
  /** Key of the region an authority lies in (Inner and Outer London for boroughs). */
  region?: string;
  /** Last day in being, ISO, of a body that no longer exists. */
  ended?: string;
  /** First day in being, ISO, where it is later than April 1998. */
  began?: string;
  /** Names the same body had before. */
  formerNames?: string[];
  /** Nine-character codes the same body had before. */
  formerCodes?: string[];
}

/** An authority with its codes and its place in the history of reorganisations. */
export interface AreaRecord extends Area {
  /** Nine-character codes, the latest first, each with its days in being. */
  codes: { code: string; began?: string; ended?: string; name: string }[];
  type?: string;
  /** Keys of the bodies that took over its territory. */
  successors: string[];
  /** Keys of the bodies whose territory it took over. */
  predecessors: string[];
  easting?: number;
  northing?: number;
  km2?: number;
}

/** True for a body in being on a day (ISO). */
export const inBeing = (area: Pick<Area, 'began' | 'ended'>, day: string): boolean =>
  (area.began ?? '') <= day && day <= (area.ended ?? '9999');

/** The regions that an area is compared with at one click: its own; for a borough Inner or Outer London, and London. */
export const regionsOf = (area: Pick<Area, 'region'>, areas: Area[]): Area[] => {
  const named = (key: string | undefined): Area[] => areas.filter((each) => each.key === key);
  return regionsAround(area.region ?? '').flatMap(named);
};

/** Turns a name into its part of an address: lower case, punctuation dropped, spaces to hyphens (`bristol-city-of`). */
export const toSlug = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z0-9 -]/g, '')
    .trim()
    .replace(/[ -]+/g, '-');

/**
 * Sorts names as an English reader expects. The names are in plain letters, so their small letters decide; making an
 * `Intl.Collator` holds a phone's page up for a tenth of a second.
 */
export const byName = (a: { name: string }, b: { name: string }): number =>
  byCode(a.name.toLowerCase(), b.name.toLowerCase());

/** The name with the year its body ended, where it did: "Dorset (to 2019)". */
export const fullName = (area: Pick<Area, 'name' | 'ended'>): string =>
  area.ended ? `${area.name} (to ${area.ended.slice(0, 4)})` : area.name;

const takesArticle = (name: string, level: Level): boolean =>
  level === 'Regional' ? /^(North|South|East|West)\b/.test(name) : /^(City|East Riding|Isles?) of\b/.test(name);

/**
 * The name as it reads inside a sentence, as people say it: "Bristol, City of" becomes "Bristol", "North East" becomes
 * "the North East", "City of London" becomes "the City of London", "Former Cheshire" becomes "former Cheshire". A body that ended carries its last year.
 */
export const inProse = (area: Pick<Area, 'name' | 'level' | 'ended'>): string => {
  const name = area.name.replace(/, (City|County) of$/, '').replace(/^Former /, 'former ');
  const bare = takesArticle(name, area.level) ? `the ${name}` : name;
  return area.ended ? `${bare} (to ${area.ended.slice(0, 4)})` : bare;
};
