import { describe, expect, it } from 'vitest';
import type { Area } from '../domain/index.ts';
import { COMPARE_ORDERS, MOST_BESIDE, parseComparison, serialiseComparison } from './compare-choices.ts';

const area = (key: string, name: string): Area => ({ key, code: key, name, level: 'Local authority', slug: name });
const own = area('309', 'Haringey');
const keys = ['201', '202', '203', '204', '205', '206', '207', 'E12000007', 'E92000001'];
const named = (key: string): Area | undefined =>
  key === own.key ? own : keys.includes(key) ? area(key, `Area ${key}`) : undefined;
const read = (search: string) => parseComparison(new URLSearchParams(search), own, named);
const told = (search: string): string[] => read(search).notices.map(({ text }) => text);

describe('the address of a comparison', () => {
  it('names nothing where it has no parameter', () => {
    expect(read('')).toEqual({ choices: { areas: [], order: 'chosen' }, notices: [] });
  });

  it('keeps the areas in the order chosen', () => {
    expect(read('with=204,201,E12000007').choices.areas).toEqual(['204', '201', 'E12000007']);
  });

  it('reads what it writes', () => {
    for (const order of COMPARE_ORDERS)
      for (let many = 1; many <= MOST_BESIDE; many++) {
        const choices = { areas: keys.slice(0, many).reverse(), order };
        expect(parseComparison(serialiseComparison(choices), own, named)).toEqual({ choices, notices: [] });
      }
    expect(String(serialiseComparison({ areas: [], order: 'looked-after' }))).toBe('');
  });

  it('says of each that cannot be shown why, and shows the others', () => {
    const { choices, notices } = read('with=309,201,999,201,E92000001,202&order=best');
    expect(choices).toEqual({ areas: ['201', '202'], order: 'chosen' });
    expect(notices.map(({ text }) => text)).toEqual([
      'Haringey stands in the first row already.',
      'No area has the code “999”, so it was left out.',
      'Area 201 is named more than once, and stands in one row.',
      'England stands in the last row already.',
      'There is no order called “best”, so the rows stand as they were chosen.'
    ]);
  });

  it('refuses a sixth by its name', () => {
    expect(read('with=201,202,203,204,205,206').choices.areas).toHaveLength(MOST_BESIDE);
    expect(told('with=201,202,203,204,205,206')).toEqual([
      'Five areas stand beside Haringey already, as many as fit: Area 206 was left out. Remove one to add it.'
    ]);
  });

  it('says that an empty one names no area', () => {
    for (const search of ['with=', 'with=,', 'with=%20,,'])
      expect(told(search)).toEqual(['The address names no area to set beside Haringey, so none is shown.']);
  });

  it('never throws and never shows more than fit, whatever stands there', () => {
    for (const search of [
      'with=%00',
      `with=${'x'.repeat(5000)}`,
      'with=<script>',
      'with=__proto__,constructor',
      'order='
    ]) {
      const { choices, notices } = read(search);
      expect(choices.areas).toEqual([]);
      expect(notices.length).toBeGreaterThan(0);
      for (const { text } of notices) expect(text.length).toBeLessThan(120);
    }
  });
});
