import { regionsAround, type Level } from '#lib/domain/index.ts';
import type { CodeInBeing } from './context.ts';

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

/** True where an authority of one region may be put in another: a borough in London as a whole. */
export const liesIn = (region: string, code: string): boolean => regionsAround(region).includes(code);
