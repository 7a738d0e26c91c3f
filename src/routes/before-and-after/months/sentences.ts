import { formatDate, formatNumber, list, monthName } from '#lib/domain/index.ts';
import { BASES, type BaseKey } from '#lib/statistics/before-after.ts';
import { compareSameMonths, type Monthly, type SameMonths } from '#lib/statistics/same-months.ts';

/** Months of one year in a row: "November and December 2008"; of several, each year with its own. */
const namesOf = (months: string[]): string => {
  const years = [...new Set(months.map((month) => month.slice(0, 4)))];
  return list(
    years.map((year) => {
      const own = months.filter((month) => month.startsWith(year));
      return `${list(own.map((month) => monthName(Number(month.slice(5)))))} ${year}`;
    })
  );
};

const sorted = (months: string[]): string[] => [...months].sort();

/** How a change of a count reads: "43% more", "12% fewer", "the same number". */
const moreOrFewer = (percent: number): string => {
  const whole = Math.round(Math.abs(percent));
  if (whole === 0) return 'about as many';
  return `${formatNumber(whole)}% ${percent > 0 ? 'more' : 'fewer'}`;
};

const WHAT = 'care applications';

/** The change restated for a chosen month and base, with what a reader must be told about that choice. */
export const restate = (care: Monthly[], event: string, base: BaseKey): { text: string; warnings: string[] } => {
  const found = compareSameMonths(care, event, BASES[base]);
  return { text: said(found, event), warnings: warningsOf(found, event, base) };
};

const said = ({ pairs, base, after, percent }: SameMonths, event: string): string => {
  const twelve = `the twelve months that begin with ${formatDate(event)}`;
  if (percent === undefined) return `With ${twelve}, no month of this base can be compared.`;
  const now = namesOf(sorted(pairs.map((pair) => pair.after.month)));
  const then = namesOf(sorted(pairs.map((pair) => pair.base.month)));
  return `In ${now}, within ${twelve}, there were ${formatNumber(after)} ${WHAT}. In ${then} there were ${formatNumber(base)}. That is ${moreOrFewer(percent)}.`;
};

const warningsOf = ({ pairs }: SameMonths, event: string, base: BaseKey): string[] => {
  const warnings: string[] = [];
  if (base === 'spring-2008')
    warnings.push(
      'This base is taken from the dip of spring 2008: applications had fallen after the new court procedure of 1 April 2008 and the higher court fees of May 2008, before the case was public. It makes a later rise look larger. The months of 2007 are the fairer base.'
    );
  if (pairs.length && pairs.length < BASES[base].length)
    warnings.push(
      `Only ${pairs.length === 1 ? 'one month' : `${pairs.length} months`} of the base can be compared: we do not have the others, or they do not lie before ${formatDate(event)}. That is too few to say how large the change was.`
    );
  if (!pairs.length)
    warnings.push(
      `A month of the base must lie before ${formatDate(event)}, and we must have the same month in the twelve that follow. Choose a later month, or the other base.`
    );
  const spanned = pairs.some(({ after }) => after.month >= '2008-11') && event < '2008-11';
  if (spanned)
    warnings.push(
      'The months after the date you chose reach past the verdicts of November 2008, so this comparison mixes months from before and after them.'
    );
  return warnings;
};

/** What happened in the autumn of 2008, and a year before. */
export const describeAutumn = (care: Monthly[]): string[] => {
  const at = (month: string): string => formatNumber(care.find((each) => each.month === month)!.value);
  return [
    `In October 2008 councils in England made ${at('2008-10')} ${WHAT}. In November, the month of the verdicts, they made ${at('2008-11')}. In December they made ${at('2008-12')}, and in March 2009, the month of Lord Laming’s report, ${at('2009-03')}.`,
    `A year before, there had been ${at('2007-11')} in November 2007 and ${at('2007-12')} in December 2007. The figure for November 2007 was not printed: it is worked out from that of November 2008, which was said to be ${formatNumber(care.find(({ month }) => month === '2008-11')!.value - care.find(({ month }) => month === '2007-11')!.value)} higher.`,
    `But applications had fallen before. In June 2007 there were ${at('2007-06')}; in June 2008, after a new court procedure and higher court fees, ${at('2008-06')}. Part of the later rise only made up for that fall.`
  ];
};

/** June, November and December of each year, and all three together where all are held. */
export const sameMonths = (care: Monthly[]) => {
  const years = [...new Set(care.map(({ month }) => month.slice(0, 4)))];
  const of = (year: string, month: string) => care.find((each) => each.month === `${year}-${month}`)?.value;
  const base = ['06', '11', '12'].map((month) => of('2007', month)!);
  return years
    .map((year) => {
      const values = ['06', '11', '12'].map((month) => of(year, month));
      const held = values.every((value) => value !== undefined);
      const sum = values.reduce<number>((total, value) => total + (value ?? 0), 0);
      const first = base.reduce((total, value) => total + value, 0);
      return { year, values, ...(held ? { sum, percent: (sum / first - 1) * 100 } : {}) };
    })
    .filter(({ values }) => values.some((value) => value !== undefined));
};

/** Whole months on either side of a later event: the three that follow it against the same three of the years named. */
const quarter = (series: Monthly[], months: string[]): number | undefined => {
  const values = months.map((month) => series.find((each) => each.month === month)?.value);
  return values.every((value) => value !== undefined)
    ? values.reduce<number>((sum, value) => sum + value!, 0)
    : undefined;
};

/** Referrals in the months after each later case, against the same months of an earlier year. */
export const referralsAfter = (referrals: Monthly[]): string[] => {
  const sum = (...months: string[]): number => quarter(referrals, months)!;
  const compare = (now: number, then: number): string => moreOrFewer((now / then - 1) * 100);
  const rotherham = sum('2014-09', '2014-10', '2014-11');
  const before = sum('2013-09', '2013-10', '2013-11');
  const convictions = sum('2022-01', '2022-02', '2022-03');
  const untouched = sum('2019-01', '2019-02', '2019-03');
  const lockdown = sum('2020-04', '2020-05', '2020-06');
  const yearBefore = sum('2019-04', '2019-05', '2019-06');
  return [
    `After the Jay report on Rotherham (26 August 2014), councils received ${formatNumber(rotherham)} referrals from September to November 2014, against ${formatNumber(before)} in those months of 2013: ${compare(rotherham, before)}.`,
    `In the first lockdown they fell: ${formatNumber(lockdown)} from April to June 2020, against ${formatNumber(yearBefore)} in those months of 2019, which is ${compare(lockdown, yearBefore)}.`,
    `After the convictions for the murders of Arthur Labinjo-Hughes and Star Hobson (December 2021) there were ${formatNumber(convictions)} from January to March 2022. In those months of 2019, the last before the pandemic, there were ${formatNumber(untouched)}: ${compare(convictions, untouched)}.`
  ];
};
