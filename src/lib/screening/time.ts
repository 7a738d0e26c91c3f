import { isPeriod, monthNumber, type Period, type Timing } from '#lib/domain/index.ts';

/** The word of the standard for a year to, or a position on, a day of the year. */
export const REPORTING_YEAR = 'Reporting year';

/** The word of the standard for a year from 1 January to 31 December. */
export const CALENDAR_YEAR = 'Calendar year';

/** The period of a row: "2009" for a reporting year, "2008-11" where `time_identifier` is a month's name. */
export const periodOf = (row: Record<string, string>): Period => {
  const month = monthNumber(row.time_identifier ?? '');
  const year = row.time_period ?? '';
  return month ? `${year}-${String(month).padStart(2, '0')}` : year;
};

/** The first and last day, ISO, that a figure of a period speaks of: a month's days, a year to 31 March, or the one day of a position. */
export const daysOf = (period: Period, timing: Timing): [first: string, last: string] => {
  if (period.length > 4) {
    const length = new Date(Date.UTC(Number(period.slice(0, 4)), Number(period.slice(5)), 0)).getUTCDate();
    return [`${period}-01`, `${period}-${length}`];
  }
  switch (timing) {
    case 'at 30 September':
      return [`${period}-09-30`, `${period}-09-30`];
    case 'mid-year':
      return [`${period}-06-30`, `${period}-06-30`];
    case 'calendar year':
      return [`${period}-01-01`, `${period}-12-31`];
    case 'at 31 March':
    case 'year to 31 March':
    case 'month':
      return [`${Number(period) - 1}-04-01`, `${period}-03-31`];
    default:
      return timing satisfies never;
  }
};

/**
 * The first and last day that a row may speak of, or undefined where its period is none. Without `timing` it is not known
 * which day of the year a reporting year is of, so the days are those from the April before it to its December.
 */
export const spanOf = (
  row: Record<string, string>,
  timing: Timing | undefined
): [first: string, last: string] | undefined => {
  const { time_period: year = '', time_identifier: identifier = '' } = row;
  if (/^\d{6}$/.test(year)) {
    const first = Number(year.slice(0, 4));
    return [`${first}-04-01`, `${first + 1}-08-31`];
  }
  const period = periodOf(row);
  if (!isPeriod(period)) return undefined;
  if (identifier === CALENDAR_YEAR) return daysOf(period, 'calendar year');
  if (timing || period.length > 4) return daysOf(period, timing ?? 'month');
  return [`${Number(period) - 1}-04-01`, `${period}-12-31`];
};
