import { parseHTML, DOMParser } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { foldLines, standalone, type PictureWords } from './standalone.ts';

const DRAWING =
  '<svg class="drawing" role="img" aria-label="Rates. They rose &amp; fell." viewBox="0 0 760 400"><g class="label"><text fill="var(--line-1)">Haringey</text></g></svg>';
const WORDS: PictureWords = {
  title: 'Children looked after',
  subtitle: 'Per 10,000 children · England',
  legend: ['(1) 1 April 2008: something <else>'],
  sources: ['Source: Department for Education.'],
  address: 'https://example.org/trends/looked-after/?areas=309,894&unit=number',
  date: { iso: '2026-11-25', words: '25 November 2026' }
};

const read = (markup: string) => new DOMParser().parseFromString(markup, 'image/svg+xml');

describe('a picture that stands alone', () => {
  it('says title, subtitle, legend, source, licence, independence, date and address, in that order', () => {
    const { markup } = standalone(DRAWING, WORDS);
    const texts = [...read(markup).querySelectorAll('svg > text')].map(({ textContent }) => textContent);
    expect(texts).toEqual([
      'Children looked after',
      'Per 10,000 children · England',
      '(1) 1 April 2008: something <else>',
      'Source: Department for Education.',
      'Contains public sector information licensed under the Open Government Licence v3.0.',
      'Per 10,000 · independent, not official statistics · downloaded 25 November 2026',
      'https://example.org/trends/looked-after/?areas=309,894&unit=number'
    ]);
  });

  it('carries the same for programs, and the drawing’s description', () => {
    const { markup } = standalone(DRAWING, WORDS);
    expect(markup).toContain('<title id="title">Children looked after. Per 10,000 children · England</title>');
    expect(markup).toContain('<desc id="desc">Rates. They rose &amp; fell.</desc>');
    expect(markup).toContain('<dc:date>2026-11-25</dc:date>');
    expect(markup).toContain('?areas=309,894&amp;unit=number</dc:identifier>');
  });

  it('holds the drawing in the light theme, at its size, with nothing of the page', () => {
    const { markup, width, height } = standalone(DRAWING, WORDS);
    expect(markup).toContain('<text fill="#b4490f">Haringey</text>');
    expect(markup).not.toMatch(/var\(|style=|aria-label=/);
    const { document } = parseHTML(markup);
    const inner = document.querySelector('svg svg')!;
    expect(inner.getAttribute('viewBox')).toBe('0 0 760 400');
    expect(width).toBe(808);
    const rows = [...document.querySelectorAll('svg > text')].map((text) => Number(text.getAttribute('y')));
    expect(rows).toEqual([...rows].sort((a, b) => a - b));
    expect(Math.max(...rows)).toBeLessThan(height);
    const top = Number(inner.getAttribute('y'));
    expect(rows.filter((y) => y < top)).toHaveLength(2);
    expect(rows.filter((y) => y > top + 400)).toHaveLength(5);
  });

  it('breaks a long line and a long address instead of running off the picture', () => {
    const address = `https://example.org/?areas=${'309,'.repeat(80)}`;
    expect(foldLines(address, 90).join('')).toBe(address);
    expect(Math.max(...foldLines(address, 90).map(({ length }) => length))).toBeLessThanOrEqual(90);
    expect(foldLines('https://example.org/?areas=309,894&unit=number', 40)).toEqual([
      'https://example.org/?areas=309,894&',
      'unit=number'
    ]);
    const long = 'word '.repeat(60).trim();
    expect(foldLines(long, 40).join(' ')).toBe(long);
    expect(Math.max(...foldLines(long, 40).map(({ length }) => length))).toBeLessThanOrEqual(40);
  });

  it('refuses what is no drawing', () => {
    expect(() => standalone('<p>', WORDS)).toThrow('expected <svg viewBox');
  });
});
