import { describe, expect, it } from 'vitest';
import type { Area } from '#lib/domain/index.ts';
import { COMPARE_ORDERS, MOST_COMPARED, parseComparison, serialiseComparison } from './compare.ts';

const keys = [...Array.from({ length: 12 }, (_, i) => String(201 + i)), 'E12000007', 'E92000001'];
const areas = keys.map((key): Area => ({
  key,
  code: key,
  name: `Area ${key}`,
  level: 'Local authority',
  slug: `a${key}`
}));
const named = (key: string): Area | undefined => areas.find((area) => area.key === key || area.slug === key);
const read = (search: string) => parseComparison(new URLSearchParams(search), named);
const told = (search: string): string[] => read(search).notices.map(({ text }) => text);

describe('the address of a comparison', () => {
  it('names nothing where it has no parameter', () => {
    expect(read('')).toEqual({ choices: { areas: [], order: 'chosen' }, notices: [] });
  });

  it('keeps the areas in the order chosen, by key or by the name of their page', () => {
    expect(read('areas=204,201,E12000007').choices.areas).toEqual(['204', '201', 'E12000007']);
    expect(read('areas=a204,201').choices.areas).toEqual(['204', '201']);
  });

  it('reads what it writes', () => {
    for (const order of COMPARE_ORDERS)
      for (let many = 1; many <= MOST_COMPARED; many++) {
        const choices = { areas: keys.slice(0, many).reverse(), order };
        expect(parseComparison(serialiseComparison(choices), named)).toEqual({ choices, notices: [] });
      }
    expect(String(serialiseComparison({ areas: [], order: 'looked-after' }))).toBe('');
  });

  it('says of each that cannot be shown why, and shows the others', () => {
    const { choices, notices } = read('areas=201,999,201,a201,E92000001,202&order=best');
    expect(choices).toEqual({ areas: ['201', '202'], order: 'chosen' });
    expect(notices.map(({ text }) => text)).toEqual([
      'No area has the code “999”, so it was left out.',
      'Area 201 is named more than once, and has one row.',
      'Area 201 is named more than once, and has one row.',
      'England is always in the last row.',
      'There is no order called “best”, so the rows are in the order chosen.'
    ]);
  });

  it('refuses a twelfth by its name', () => {
    const twelve = `areas=${keys.slice(0, 12).join(',')}`;
    expect(read(twelve).choices.areas).toEqual(keys.slice(0, MOST_COMPARED));
    expect(told(twelve)).toEqual([
      'Eleven areas are compared already, as many as fit: Area 212 was left out. Remove one to add it.'
    ]);
  });

  it('says that an empty one names no area', () => {
    for (const search of ['areas=', 'areas=,', 'areas=%20,,'])
      expect(told(search)).toEqual(['The address names no area to compare.']);
  });

  it('never throws and never shows more than fit, whatever stands there', () => {
    for (const search of [
      'areas=%00',
      `areas=${'x'.repeat(5000)}`,
      'areas=<script>',
      'areas=__proto__,constructor',
      'order='
    ]) {
      const { choices, notices } = read(search);
      expect(choices.areas).toEqual([]);
      expect(notices.length).toBeGreaterThan(0);
      for (const { text } of notices) expect(text.length).toBeLessThan(120);
    }
  });
});
