import { describe, expect, test } from 'vitest';
import { cleanNote } from '#lib/domain/index.ts';
import { formatBytes, formatPeriods, formatRounding } from './words';

describe('periods held', () => {
  test('years without a gap read as one run', () => {
    expect(formatPeriods(['2008', '2006', '2007', '2007'])).toBe('2006 to 2008');
  });

  test('a gap parts two runs, and a year alone is not a run', () => {
    expect(formatPeriods(['2005', '2008', '2009', '2011'])).toBe('2005, 2008 to 2009, 2011');
  });

  test('months run over the end of a year', () => {
    expect(formatPeriods(['2007-12', '2007-11', '2008-01', '2008-03'])).toBe(
      'November 2007 to January 2008, March 2008'
    );
  });

  test('nothing held is nothing said', () => {
    expect(formatPeriods([])).toBe('');
  });
});

test('a size is in kB, never zero, and in MB from a million bytes', () => {
  expect([220, 448_874, 4_012_345].map(formatBytes)).toEqual(['1 kB', '449 kB', '4.0 MB']);
});

test('rounding to 1 is exact, and a blank is not', () => {
  expect(['1', '5', ''].map(formatRounding)).toEqual(['exact', 'to the nearest 5', 'not stated']);
});

test('names of working copies are left out of a note', () => {
  expect(cleanNote('unrounded; _9f755b2clocal edition')).toBe('unrounded');
  expect(cleanNote('unrounded; 2018-2022 edition')).toBe('unrounded; 2018-2022 edition');
});
