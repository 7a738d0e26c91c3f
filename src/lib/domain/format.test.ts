import { describe, expect, it } from 'vitest';
import { capital, formatNumber, formatSigned, list, round } from './format.ts';

describe('numbers as they read', () => {
  it('sets thousands apart and keeps the decimal places asked for', () => {
    expect(formatNumber(81770)).toBe('81,770');
    expect(formatNumber(1234567.8, 1)).toBe('1,234,567.8');
    expect(formatNumber(67, 1)).toBe('67.0');
    expect(formatNumber(0)).toBe('0');
    expect(formatNumber(0, 1)).toBe('0.0');
    expect(formatNumber(999)).toBe('999');
  });

  it('writes a true minus sign, not a hyphen', () => {
    expect(formatNumber(-3)).toBe('−3');
    expect(formatNumber(-1204.5, 1)).toBe('−1,204.5');
    expect(formatNumber(-3)).not.toContain('-');
  });

  it('writes what the platform’s own formatter writes', () => {
    for (const dp of [0, 1, 2]) {
      const platform = new Intl.NumberFormat('en-GB', { minimumFractionDigits: dp, maximumFractionDigits: dp });
      for (let exponent = -3; exponent <= 8; exponent++)
        for (let i = -200; i <= 200; i++) {
          const value = (i * 10 ** exponent) / 7 + i / 8;
          if (value !== 0) expect(formatNumber(value, dp), `${value}`).toBe(platform.format(value).replace('-', '−'));
        }
    }
  });
});

describe('rounding', () => {
  it('rounds half away from zero, without binary surprises', () => {
    expect(round(60.55, 1)).toBe(60.6);
    expect(round(1.005, 2)).toBe(1.01);
    expect(round(-60.55, 1)).toBe(-60.6);
    expect(round(2.5, 0)).toBe(3);
    expect(round(2.4999, 0)).toBe(2);
    expect(round(0, 1)).toBe(0);
  });

  it('agrees with whole-number arithmetic for every rate to the tenth from counts to a hundred', () => {
    for (let count = 0; count <= 100; count++)
      for (const people of [1, 3, 7, 8, 40, 64, 125, 160, 999]) {
        const exact = Math.floor((2 * count * 10 + people) / (2 * people)) / 10;
        expect(round(count / people, 1), `${count} of ${people}`).toBe(exact);
      }
  });
});

it('puts names in a row with commas and one “and”', () => {
  expect(list([])).toBe('');
  expect(list(['Barnet'])).toBe('Barnet');
  expect(list(['Barnet', 'Brent'])).toBe('Barnet and Brent');
  expect(list(['Barnet', 'Brent', 'Bury'])).toBe('Barnet, Brent and Bury');
});

it('begins with a capital and leaves the rest alone', () => {
  expect(capital('in the year to 31 March')).toBe('In the year to 31 March');
  expect(capital('')).toBe('');
});

it.each([
  [12.34, 1, '+12.3'],
  [-4, 1, '−4.0'],
  [1360, 0, '+1,360'],
  [0.04, 1, '0.0'],
  [-0.04, 1, '0.0'],
  [0, 0, '0']
])('a change of %s to %s places reads %s', (value, dp, text) => {
  expect(formatSigned(value, dp)).toBe(text);
});
