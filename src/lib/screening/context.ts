import { IDENTIFIERS, isSymbol, type Timing } from '#lib/domain/index.ts';
import type { Sheet } from './sheet.ts';

/** One nine-character code of an authority: its name and its days in being. */
export interface CodeInBeing {
  code: string;
  name: string;
  region: string;
  /** First and last day, ISO; undefined where it was there before 1998, or still is. */
  began?: string;
  ended?: string;
}

/** The authorities a file may speak of: for each three-digit code, its nine-character codes. */
export type Authorities = ReadonlyMap<string, readonly CodeInBeing[]>;

/** What a rule knows beside the rows: the dictionary, what the columns are, the authorities, and what a reporting year means here. */
export interface Context {
  meta?: Sheet;
  filters: string[];
  indicators: string[];
  authorities: Authorities;
  timing: Timing;
}

/** Takes the rows of `local_authorities.csv` and gives the authorities by three-digit code. */
export const authoritiesOf = (rows: readonly Record<string, string>[]): Authorities => {
  const authorities = new Map<string, CodeInBeing[]>();
  for (const row of rows) {
    const codes = authorities.get(row.old_la_code ?? '') ?? [];
    codes.push({
      code: row.new_la_code ?? '',
      name: row.la_name ?? '',
      region: row.region_code ?? '',
      ...(row.start ? { began: row.start } : {}),
      ...(row.end ? { ended: row.end } : {})
    });
    authorities.set(row.old_la_code ?? '', codes);
  }
  return authorities;
};

/** Takes a sheet, its dictionary if there is one, and the reference, and gives what the rules need. */
export const contextOf = (
  sheet: Sheet,
  meta: Sheet | undefined,
  authorities: Authorities,
  timing: Timing = 'year to 31 March'
): Context => ({ ...(meta ? { meta } : {}), ...kindsOf(sheet, meta), authorities, timing });

/** A number as the standard writes it: digits, a point, no separator of thousands. */
export const isNumber = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text);

// Without a dictionary a column counts as an indicator where at least half of its cells are figures.
const kindsOf = (sheet: Sheet, meta: Sheet | undefined): Pick<Context, 'filters' | 'indicators'> => {
  const own = sheet.columns.filter((name) => name !== '' && !(IDENTIFIERS as readonly string[]).includes(name));
  const isIndicator = (name: string): boolean => {
    if (meta) return meta.rows.some((row) => row.col_name === name && row.col_type === 'Indicator');
    const figures = sheet.rows.filter((row) => isNumber(row[name] ?? '') || isSymbol(row[name] ?? ''));
    return figures.length * 2 >= sheet.rows.length;
  };
  const isFilter = (name: string): boolean =>
    !isIndicator(name) && (!meta || meta.rows.some((row) => row.col_name === name));
  return { filters: own.filter(isFilter), indicators: own.filter(isIndicator) };
};
