/** What the periods of a measure mean. */
export const TIMINGS = [
  'at 31 March',
  'year to 31 March',
  'at 30 September',
  'mid-year',
  'calendar year',
  'month'
] as const;

export type Timing = (typeof TIMINGS)[number];

/** A period is a year, "2009", or a month, "2008-11". */
export type Period = string;

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December'
] as const;

/** The month's name of a number from 1 to 12; throws outside it. */
export const monthName = (month: number): string => {
  const name = MONTHS[month - 1];
  if (!name) throw new Error(`month ${month}: expected 1 to 12`);
  return name;
};

/** The number, 1 to 12, of a month's name; undefined for any other word. */
export const monthNumber = (name: string): number | undefined => {
  const index = (MONTHS as readonly string[]).indexOf(name);
  return index < 0 ? undefined : index + 1;
};

/** True for "2009" and for "2008-11". */
export const isPeriod = (text: string): boolean => /^\d{4}(-(0[1-9]|1[0-2]))?$/.test(text);

/** The year of a period as a number. */
export const yearOf = (period: Period): number => Number(period.slice(0, 4));

/** Counts periods on one line, years or months, so that neighbours differ by one. */
export const ordinal = (period: Period): number =>
  period.length === 4 ? Number(period) : yearOf(period) * 12 + Number(period.slice(5)) - 1;

/** The place of a period on a time axis in decimal years: a position on its day, a year to 31 March at its end, a month at its middle. */
export const toDecimalYear = (period: Period, timing: Timing): number => {
  const year = yearOf(period);
  switch (timing) {
    case 'at 31 March':
    case 'year to 31 March':
      return year + 0.247;
    case 'at 30 September':
      return year + 0.748;
    case 'mid-year':
      return year + 0.496;
    case 'calendar year':
      return year + 0.999;
    case 'month':
      return year + (Number(period.slice(5)) - 0.5) / 12;
    default:
      return timing satisfies never;
  }
};

/** The day (ISO) that a period's areas are those of: its day, the end of its year, the last of its month. */
export const dayOf = (period: Period, timing: Timing): string => {
  switch (timing) {
    case 'at 31 March':
    case 'year to 31 March':
      return `${period}-03-31`;
    case 'at 30 September':
      return `${period}-09-30`;
    case 'mid-year':
      return `${period}-06-30`;
    case 'calendar year':
      return `${period}-12-31`;
    case 'month':
      return `${period}-28`;
    default:
      return timing satisfies never;
  }
};

/** The place of an ISO date ("2008-11-11", "2009-03", "2015") on the same axis. */
export const dateToDecimalYear = (date: string): number => {
  const [year = 0, month, day] = date.split('-').map(Number);
  if (!month) return year + 0.5;
  return year + (month - 1 + (day ? (day - 1) / 31 : 0.5)) / 12;
};

/** A period as it reads in a table: "2009", "November 2008". */
export const formatPeriod = (period: Period): string =>
  period.length === 4 ? period : `${monthName(Number(period.slice(5)))} ${period.slice(0, 4)}`;

/** A period inside a sentence: "on 31 March 2009", "in the year to 31 March 2009", "in November 2008". */
export const inSentence = (period: Period, timing: Timing): string => {
  switch (timing) {
    case 'at 31 March':
      return `on 31 March ${period}`;
    case 'year to 31 March':
      return `in the year to 31 March ${period}`;
    case 'at 30 September':
      return `on 30 September ${period}`;
    case 'mid-year':
      return `in mid-${period}`;
    case 'calendar year':
      return `in ${period}`;
    case 'month':
      return `in ${formatPeriod(period)}`;
    default:
      return timing satisfies never;
  }
};

/** A period by itself, beside a figure or in a head: "31 March 2009", "year to 31 March 2009", "November 2008". */
export const byItself = (period: Period, timing: Timing): string =>
  inSentence(period, timing).replace(/^(on|in)( the)? /, '');

/** A date as it reads: "11 November 2008", "March 2009", "2015". */
export const formatDate = (date: string): string => {
  const [year, month, day] = date.split('-');
  return [day && String(Number(day)), month && monthName(Number(month)), year].filter(Boolean).join(' ');
};

/** Whole months from one ISO day to a later one. */
export const monthsBetween = (from: string, to: string): number => {
  const [a, b] = [new Date(from), new Date(to)];
  const months = (b.getUTCFullYear() - a.getUTCFullYear()) * 12 + b.getUTCMonth() - a.getUTCMonth();
  return b.getUTCDate() < a.getUTCDate() ? months - 1 : months;
};

/** The year-end that changes are measured from: the last before the verdicts of November 2008. */
export const BASE_YEAR = '2008';
