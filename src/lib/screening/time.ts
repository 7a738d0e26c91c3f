import { monthNumber, type Period } from '../domain/index.ts';

/** The word of the standard for a year to, or a position on, a day of the year. */
export const REPORTING_YEAR = 'Reporting year';

/** The period of a row: "2009" for a reporting year, "2008-11" where `time_identifier` is a month's name. */
export const periodOf = (row: Record<string, string>): Period => {
  const month = monthNumber(row.time_identifier ?? '');
  const year = row.time_period ?? '';
  return month ? `${year}-${String(month).padStart(2, '0')}` : year;
};
