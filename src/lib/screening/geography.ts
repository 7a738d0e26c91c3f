import type { Level } from '#lib/domain/index.ts';
import type { CodeInBeing } from './context.ts';

/** England's regions by nine-character code; Inner and Outer London (E13) are the halves of London. */
export const REGIONS: Readonly<Record<string, string>> = {
  E12000001: 'North East',
  E12000002: 'North West',
  E12000003: 'Yorkshire and The Humber',
  E12000004: 'East Midlands',
  E12000005: 'West Midlands',
  E12000006: 'East of England',
  E12000007: 'London',
  E12000008: 'South East',
  E12000009: 'South West',
  E13000001: 'Inner London',
  E13000002: 'Outer London'
};

/** London's code, and its halves. */
export const LONDON = { whole: 'E12000007', inner: 'E13000001', outer: 'E13000002' } as const;

const REGION_COLUMNS = ['region_code', 'region_name'] as const;
const AUTHORITY_COLUMNS = ['old_la_code', 'new_la_code', 'la_name'] as const;

/** The columns of geography that a level fills, beside those of the country. */
export const FILLED: Readonly<Record<Level, readonly string[]>> = {
  National: [],
  Regional: REGION_COLUMNS,
  'Local authority': [...REGION_COLUMNS, ...AUTHORITY_COLUMNS]
};

/** The columns of geography below the country. */
export const BELOW_COUNTRY: readonly string[] = FILLED['Local authority'];

/** True where a code was in being on some day from `first` to `last`, both ISO dates. */
export const inBeing = ({ began, ended }: CodeInBeing, first: string, last: string): boolean =>
  (!began || began <= last) && (!ended || ended >= first);

/** The regions that an authority of a region is part of: its own, and London as a whole for one of a half; none without a region. */
export const regionsAround = (region: string): string[] =>
  region === LONDON.inner || region === LONDON.outer ? [region, LONDON.whole] : region ? [region] : [];

/** True where an authority of one region may be put in another: a borough in London as a whole. */
export const liesIn = (region: string, code: string): boolean => regionsAround(region).includes(code);
