import type { Screened } from '#lib/screening/screen-file.ts';
import { isFormula } from '#lib/screening/standard.ts';
import type { ListedRule } from './protocol.ts';

/** A cell that no spreadsheet runs as a formula. */
const harmless = (cell: string): string => (isFormula(cell) ? `'${cell}` : cell);

/** What came of a check as rows of a CSV. */
export const reportRows = ({ results }: Screened, rules: readonly ListedRule[]): Record<string, string>[] =>
  results.map(({ rule, level, message, rows, values }) => ({
    rule,
    whose: rules.find(({ id }) => id === rule)?.isOurs ? 'Per 10,000' : 'Department for Education',
    level,
    message: harmless(message),
    rows: rows.join(' '),
    values: harmless(values.join(' | '))
  }));
