import { formatDate, formatNumber, monthName } from '#lib/domain/index.ts';
import { BASES, CASES } from '#lib/statistics/before-after.ts';
import { compareSameMonths, type Monthly } from '#lib/statistics/same-months.ts';
import { rowsOf } from '../../../read/table.ts';
import { careIn, formatCount, signedPercent, type Source } from './source.ts';

/** Every month of a list, a year a line. */
export const everyMonth = (title: string, months: (Monthly & { derived?: true })[]): string[] => {
  const years = [...new Set(months.map(({ month }) => month.slice(0, 4)))];
  return [
    title,
    ...years.map((year) => {
      const own = months.filter(({ month }) => month.startsWith(year));
      const said = own.map(
        ({ month, value, derived }) =>
          `${monthName(Number(month.slice(5)))} ${formatCount(value)}${derived ? ' (worked out)' : ''}`
      );
      return `  ${year}: ${said.join(', ')}`;
    })
  ];
};

/** June, November and December of each year, and all three against 2007 where all are held. */
const sameMonths = (care: Monthly[]): string[] => {
  const three = (year: string) =>
    ['06', '11', '12'].map((month) => care.find((each) => each.month === `${year}-${month}`)?.value);
  const total = (values: (number | undefined)[]) => values.reduce<number>((sum, value) => sum + (value ?? NaN), 0);
  const first = total(three('2007'));
  return [...new Set(care.map(({ month }) => month.slice(0, 4)))].map((year) => {
    const values = three(year);
    const sum = total(values);
    const against = year === '2007' ? '' : `, against 2007 ${signedPercent((sum / first - 1) * 100)}`;
    return `  ${year}: ${values.map((value) => (value === undefined ? 'no figure' : formatCount(value))).join(', ')}${Number.isNaN(sum) ? '' : `; together ${formatCount(sum)}${against}`}`;
  });
};

/** Referrals of three months after a later case, and of the same months of another year. */
const quarters = ({ all }: Source): string[] => {
  const sum = (year: number, first: number): number =>
    [0, 1, 2].reduce((total, i) => {
      const month = `${year}-${String(first + i).padStart(2, '0')}`;
      return total + all.months.referrals.find((each) => each.month === month)!.value;
    }, 0);
  return (
    [
      [2014, 2013, 9],
      [2020, 2019, 4],
      [2022, 2019, 1]
    ] as const
  ).map(([year, other, first]) => {
    const [now, then] = [sum(year, first), sum(other, first)];
    const percent = formatNumber(Math.abs(now / then - 1) * 100);
    return `  ${monthName(first)} to ${monthName(first + 2)}: ${year} ${formatCount(now)}, ${other} ${formatCount(then)}: ${percent}% ${now > then ? 'more' : 'fewer'}`;
  });
};

/** The same months before and after the verdicts, by base. */
export const basesLines = ({ all }: Source): string[] =>
  Object.entries(BASES).map(([name, base]) => {
    const { event } = CASES.connelly;
    const { base: before, after, percent } = compareSameMonths(all.months.care, event, base);
    return `  base ${name}: ${formatCount(before)}; after ${formatDate(event)}: ${formatCount(after)}; ${formatNumber(percent!)}% more`;
  });

/** The counts of a part of November 2007 and 2008, as the note has them. */
export const partLines = (source: Source): string[] =>
  rowsOf(source.tables, 'data_notes.csv')
    .filter(({ note }) => note!.includes('10 to 20 November'))
    .map(({ note }) => `Part of a month: ${note}`);

/** Month by month: all that is held, the same months before and after, and referrals after later cases. */
export const listMonths = (source: Source): string[] => {
  const { care, referrals } = source.all.months;
  const shown = rowsOf(source.tables, 'events.csv').filter(({ date }) => date! >= '2008-04' && date! <= '2009-03-12');
  return [
    ...everyMonth('Care applications, England:', care),
    `Months held: ${care.length}`,
    `November 2008 less November 2007: ${careIn(source, '2008-11') - careIn(source, '2007-11')}`,
    'June, November and December:',
    ...sameMonths(care),
    'The same months, before and after:',
    ...basesLines(source),
    ...partLines(source),
    'Events about the case:',
    ...shown.map(({ date, event: text }) => `  ${formatDate(date!)}: ${text}`),
    ...everyMonth('Referrals, England:', referrals),
    'Referrals after later cases:',
    ...quarters(source)
  ];
};
