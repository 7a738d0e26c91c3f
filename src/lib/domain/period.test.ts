import { describe, expect, it } from 'vitest';
import {
  TIMINGS,
  byItself,
  dateToDecimalYear,
  formatDate,
  formatPeriod,
  inSentence,
  isPeriod,
  monthName,
  monthsBetween,
  monthNumber,
  ordinal,
  toDecimalYear,
  yearOf
} from './period.ts';

describe('periods', () => {
  it('knows a year and a month, and nothing else', () => {
    expect(['2009', '2008-11', '1989', '2008-01', '2008-12'].every(isPeriod)).toBe(true);
    expect(
      ['', '08', '20090', '2008-13', '2008-00', '2008-1', '2008/11', '2009 ', 'x', '2008-11-11'].some(isPeriod)
    ).toBe(false);
  });

  it('puts neighbours one step apart, over the end of a year too', () => {
    expect(ordinal('2009') - ordinal('2008')).toBe(1);
    expect(ordinal('2009-01') - ordinal('2008-12')).toBe(1);
    expect(ordinal('2008-12') - ordinal('2007-12')).toBe(12);
    expect(yearOf('2008-11')).toBe(2008);
  });

  it('reads as people say it', () => {
    expect(inSentence('2009', 'at 31 March')).toBe('on 31 March 2009');
    expect(inSentence('2009', 'year to 31 March')).toBe('in the year to 31 March 2009');
    expect(inSentence('2017', 'at 30 September')).toBe('on 30 September 2017');
    expect(inSentence('2024', 'mid-year')).toBe('in mid-2024');
    expect(inSentence('2008-11', 'month')).toBe('in November 2008');
    expect(byItself('2009', 'at 31 March')).toBe('31 March 2009');
    expect(byItself('2009', 'year to 31 March')).toBe('year to 31 March 2009');
    expect(byItself('2024', 'mid-year')).toBe('mid-2024');
    expect(formatPeriod('2008-11')).toBe('November 2008');
    expect(formatPeriod('2009')).toBe('2009');
  });

  it('writes a date as precisely as it is known', () => {
    expect(formatDate('2008-11-11')).toBe('11 November 2008');
    expect(formatDate('2008-12-01')).toBe('1 December 2008');
    expect(formatDate('2009-03')).toBe('March 2009');
    expect(formatDate('2015')).toBe('2015');
  });

  it('names months both ways and refuses a thirteenth', () => {
    for (let month = 1; month <= 12; month++) expect(monthNumber(monthName(month))).toBe(month);
    expect(monthNumber('Reporting year')).toBeUndefined();
    expect(() => monthName(13)).toThrow('month 13: expected 1 to 12');
    expect(() => monthName(0)).toThrow('month 0');
  });
});

describe('places on a time axis', () => {
  it('puts each kind of year within its year, and 31 March before mid-year before 30 September', () => {
    const places = TIMINGS.filter((timing) => timing !== 'month').map((timing) => toDecimalYear('2009', timing));
    for (const place of places) expect(Math.floor(place)).toBe(2009);
    expect(toDecimalYear('2009', 'at 31 March')).toBeLessThan(toDecimalYear('2009', 'mid-year'));
    expect(toDecimalYear('2009', 'mid-year')).toBeLessThan(toDecimalYear('2009', 'at 30 September'));
  });

  it('puts an event and a figure of one day in one place', () => {
    expect(dateToDecimalYear('2009-03-31')).toBeCloseTo(toDecimalYear('2009', 'at 31 March'), 2);
    expect(dateToDecimalYear('2008-09-30')).toBeCloseTo(toDecimalYear('2008', 'at 30 September'), 2);
    expect(dateToDecimalYear('2008-11')).toBeCloseTo(toDecimalYear('2008-11', 'month'), 10);
  });

  it('keeps dates in order, the verdicts before the end of the year and after its tenth month', () => {
    const verdicts = dateToDecimalYear('2008-11-11');
    expect(verdicts).toBeGreaterThan(2008 + 10 / 12);
    expect(verdicts).toBeLessThan(2008 + 11 / 12);
    expect(dateToDecimalYear('2008-01-01')).toBe(2008);
    expect(dateToDecimalYear('2015')).toBe(2015.5);
  });
});

it.each([
  ['2007-08-03', '2008-11-11', 15],
  ['2008-11-12', '2009-03-12', 4],
  ['2008-11-13', '2009-03-12', 3]
])('from %s to %s are %s whole months', (from, to, months) => {
  expect(monthsBetween(from, to)).toBe(months);
});
