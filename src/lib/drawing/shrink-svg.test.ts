import { describe, expect, it } from 'vitest';
import { shrinkSvg } from './shrink-svg.ts';

const dots = (...fills: string[]): string =>
  fills.map((fill, i) => `<circle r="3" fill="${fill}" cx="${i}" />`).join('');

describe('a lean drawing', () => {
  it('says once what all shapes of a group have in common', () => {
    expect(shrinkSvg(`<g class="dot" fill="red">${dots('blue', 'blue', 'blue')}</g>`)).toBe(
      '<g class="dot" fill="blue"><circle r="3" cx="0" /><circle r="3" cx="1" /><circle r="3" cx="2" /></g>'
    );
  });

  it('leaves what differs, what only some have, and small groups as they are', () => {
    for (const inside of [dots('blue', 'red', 'blue'), `${dots('blue', 'blue')}<circle r="3" />`, dots('blue', 'blue')])
      expect(shrinkSvg(`<g class="dot">${inside}</g>`)).toBe(`<g class="dot">${inside}</g>`);
  });

  it('reaches groups within groups, and leaves the outer ones', () => {
    const inner = `<g>${dots('blue', 'blue', 'blue')}</g>`;
    expect(shrinkSvg(`<svg><g fill="none">${inner}<path d="M0" /></g></svg>`)).toContain(
      '<g fill="blue"><circle r="3" cx="0" />'
    );
  });
});
