import { expect, it } from 'vitest';
import { stripMarkup, type StripFigure } from './similar-strip.ts';

const figure = (value: number, isOwn = false): StripFigure => ({
  value,
  interval: { low: value - 5, high: value + 5 },
  isOwn
});

const pathsOf = (markup: string): string[] => [...markup.matchAll(/ d="([^"]+)"/g)].map(([, d]) => d!);

it('draws each council at its figure over its interval, the highest first, and the limits behind', () => {
  const markup = stripMarkup([figure(40, true), figure(80), figure(20)], { low: 30, high: 50 }, 'Looked after & more');
  // 200 wide for 0 to 100, a row of 6 for each.
  const [limits, bars, dots, ownBar, ownDot] = pathsOf(markup);
  expect(limits).toBe('M60 0H100V18H60');
  expect(bars).toBe('M150 3H170M30 15H50');
  expect(dots).toBe('M160 3h0M40 15h0');
  expect([ownBar, ownDot]).toEqual(['M70 9H90', 'M80 9h0']);
  expect(markup).toContain('aria-label="Looked after &amp; more"');
  expect(markup).toContain('>100</text>');
});

it('is empty without the limits of the eleven, and without a figure of the council itself', () => {
  expect(stripMarkup([figure(40, true), figure(80)], undefined, 'x')).toBe('');
  expect(stripMarkup([figure(80)], { low: 30, high: 50 }, 'x')).toBe('');
});
