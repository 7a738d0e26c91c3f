import { describe, expect, it } from 'vitest';
import { placeCell, placeWords, quartileOf, quartiles, rank } from './rank.ts';

const of = (...values: number[]) => values.map((value, i) => ({ key: String(i), value }));

describe('places', () => {
  it('are shared by ties, and the places after them skipped', () => {
    const found = rank(of(5, 9, 7, 7, 7, 1), 0, 'highest');
    expect([...found].sort().map(([, { place, joint }]) => `${joint ? '=' : ''}${place}`)).toEqual([
      '5',
      '1',
      '=2',
      '=2',
      '=2',
      '6'
    ]);
    expect(found.get('0')!.of).toBe(6);
  });

  it('go by what a reader sees', () => {
    const found = rank(of(7.04, 7.0, 6.96), 1, 'highest');
    expect(found.get('0')).toEqual({ place: 1, joint: true, of: 3 });
    expect(found.get('1')).toEqual({ place: 1, joint: true, of: 3 });
    expect(rank(of(7.06, 7.04), 1, 'highest').get('0')).toEqual({ place: 1, joint: false, of: 2 });
  });

  it('count from either end', () => {
    expect(rank(of(1, 2, 3), 0, 'lowest').get('0')!.place).toBe(1);
    expect(rank(of(1, 2, 3), 0, 'highest').get('0')!.place).toBe(3);
    expect(rank([], 0, 'highest').size).toBe(0);
    expect(rank(of(4), 0, 'highest').get('0')).toEqual({ place: 1, joint: false, of: 1 });
  });

  it('are ranges where figures that are not published can lie on either side', () => {
    const hidden = [
      { low: 0.5, high: 2.5 },
      { low: 0.1, high: 0.6 },
      { low: 4, high: 20 }
    ];
    const found = rank(of(9, 2, 1, 0, 0), 1, 'highest', hidden);
    expect(['0', '1', '2', '3', '4'].map((key) => placeCell(found.get(key)!))).toEqual([
      '1–2 of 8',
      '3–4 of 8',
      '4–5 of 8',
      '=7 of 8',
      '=7 of 8'
    ]);
    expect(placeWords(found.get('1')!)).toBe('between 3rd and 4th of 8');
    const lowest = rank(of(9, 2, 1, 0, 0), 1, 'lowest', hidden);
    expect(['0', '1', '2', '3', '4'].map((key) => placeCell(lowest.get(key)!))).toEqual([
      '7–8 of 8',
      '5–6 of 8',
      '4–5 of 8',
      '=1 of 8',
      '=1 of 8'
    ]);
  });

  it('are one more than those ahead, by counting', () => {
    const values = Array.from({ length: 150 }, (_, i) => (i * 7919) % 61);
    const found = rank(of(...values), 0, 'highest');
    values.forEach((value, i) =>
      expect(found.get(String(i))!.place).toBe(values.filter((each) => each > value).length + 1)
    );
  });
});

describe('places in words', () => {
  it.each([
    [{ place: 12, joint: true, of: 151 }, 'joint 12th of 151'],
    [{ place: 1, joint: false, of: 151 }, '1st of 151'],
    [{ place: 2, joint: false, of: 151 }, '2nd of 151'],
    [{ place: 3, joint: true, of: 151 }, 'joint 3rd of 151'],
    [{ place: 11, joint: false, of: 151 }, '11th of 151'],
    [{ place: 13, joint: false, of: 151 }, '13th of 151'],
    [{ place: 21, joint: false, of: 151 }, '21st of 151'],
    [{ place: 111, joint: false, of: 151 }, '111th of 151'],
    [{ place: 112, joint: false, of: 151 }, '112th of 151'],
    [{ place: 122, joint: false, of: 151 }, '122nd of 151'],
    [{ place: 143, joint: false, of: 151 }, '143rd of 151']
  ])('of %o', (place, words) => {
    expect(placeWords(place)).toBe(words);
  });

  it('end as English has them', () => {
    const rules = new Intl.PluralRules('en-GB', { type: 'ordinal' });
    const endings = { one: 'st', two: 'nd', few: 'rd', other: 'th', many: '', zero: '' };
    for (let place = 1; place <= 1000; place++)
      expect(placeWords({ place, joint: false, of: 1000 })).toBe(`${place}${endings[rules.select(place)]} of 1000`);
  });

  it('are refused for what cannot be ranked', () => {
    expect(() => rank(of(1, NaN), 0, 'highest')).toThrow('rank: 1: expected a number, found NaN');
    expect(() => rank([...of(1), ...of(2)], 0, 'highest')).toThrow('expected each key once, found 0 twice');
  });
});

describe('quarters', () => {
  it('go up to and with each percentile', () => {
    const cuts = quartiles([1, 2, 3, 4, 5]);
    expect(cuts).toEqual([2, 3, 4]);
    expect([1, 2, 2.5, 3, 4, 4.1].map((value) => quartileOf(value, cuts))).toEqual([1, 1, 2, 2, 3, 4]);
  });
});
