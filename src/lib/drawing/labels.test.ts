import { describe, expect, it } from 'vitest';
import { boxOf, cluster, column, dodge, charactersThatFit, touches, widthOf, wrap, shortenName } from './labels.ts';

describe('moving names apart', () => {
  const apart = (wanted: number[], heights: number[], low = 0, high = 1000): number[] =>
    dodge(wanted, heights, low, high);

  it('leaves alone what does not touch', () => {
    expect(apart([100, 200, 300], [20, 20, 20])).toEqual([100, 200, 300]);
  });

  it('moves two that touch equally far', () => {
    expect(apart([100, 100], [20, 20])).toEqual([90, 110]);
  });

  it('gives tall ones more room', () => {
    expect(apart([100, 100], [20, 40])).toEqual([85, 115]);
  });

  it('keeps the order of what is wanted, whatever the order given', () => {
    const places = apart([300, 100, 101], [20, 20, 20]);
    expect(places[1]!).toBeLessThan(places[2]!);
    expect(places[2]!).toBeLessThan(places[0]!);
  });

  it('stays inside, at either end', () => {
    expect(apart([0, 0, 0], [20, 20, 20], 0, 100)).toEqual([10, 30, 50]);
    expect(apart([100, 100], [20, 20], 0, 100)).toEqual([70, 90]);
  });

  it('never lays one on another nor leaves the room while there is enough of it', () => {
    let state = 7;
    const random = (): number => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
    for (let n = 0; n < 400; n++) {
      const count = 1 + Math.floor(random() * 8);
      const wanted = Array.from({ length: count }, () => random() * 300);
      const heights = Array.from({ length: count }, () => 10 + random() * 25);
      const places = apart(wanted, heights, 0, 300);
      const boxes = places
        .map((at, i) => ({ top: at - heights[i]! / 2, bottom: at + heights[i]! / 2 }))
        .sort((a, b) => a.top - b.top);
      expect(boxes[0]!.top).toBeGreaterThanOrEqual(-1e-6);
      expect(boxes.at(-1)!.bottom).toBeLessThanOrEqual(300 + 1e-6);
      boxes.slice(1).forEach((box, i) => expect(box.top).toBeGreaterThanOrEqual(boxes[i]!.bottom - 1e-6));
    }
  });

  it('has nothing to do for nothing', () => {
    expect(apart([], [])).toEqual([]);
  });
});

describe('breaking names into lines', () => {
  it.each([
    ['Haringey', 10, 2, ['Haringey']],
    ['Waltham Forest', 10, 2, ['Waltham', 'Forest']],
    ['Bournemouth, Christchurch and Poole', 18, 3, ['Bournemouth,', 'Christchurch and', 'Poole']],
    ['Bournemouth, Christchurch and Poole', 12, 2, ['Bournemouth,', 'Christchurc…']],
    ['Gloucestershire', 12, 2, ['Gloucester-', 'shire']],
    ['Northamptonshire (to 2021)', 12, 3, ['Northampton-', 'shire', '(to 2021)']],
    ['Southend-on-Sea', 12, 2, ['Southend-on-', 'Sea']],
    ['Dorset (to 2019)', 12, 2, ['Dorset', '(to 2019)']],
    ['Middlesbrough', 10, 2, ['Middlesbr…']],
    ['Haringey: open at any point', 14, 1, ['Hari…: open a…']]
  ])('%s in lines of %i', (name, most, lines, expected) => {
    expect(wrap(name, most, lines)).toEqual(expected);
  });

  it('keeps every line within the width, and both parts of a name with two', () => {
    for (const name of ['Kingston upon Hull, City of', 'Yorkshire and The Humber: started', 'East Riding of Yorkshire'])
      for (let most = 8; most < 40; most++)
        for (const lines of [1, 2, 3]) {
          const out = wrap(name, most, lines);
          expect(out.length).toBeLessThanOrEqual(lines);
          for (const line of out) expect(line.length, line).toBeLessThanOrEqual(most);
        }
    expect(new Set(['started', 'ended'].map((word) => wrap(`Yorkshire and The Humber: ${word}`, 12, 1)[0])).size).toBe(
      2
    );
  });
});

describe('a column of names', () => {
  const room = { width: 87, low: 0, high: 240 };
  const lay = (count: number, name = 'Bournemouth, Christchurch and Poole') =>
    column(
      Array.from({ length: count }, () => ({ name, wanted: 120 })),
      room,
      12
    );

  it('gives long names the lines that they need, whole, in smaller letters where there are many', () => {
    for (const count of [1, 3, 5, 7])
      for (const { lines } of lay(count).names) expect(lines.join(' ')).toBe('Bournemouth, Christchurch and Poole');
    expect(lay(3).font).toBe(12);
    expect(lay(7).font).toBeLessThan(12);
  });

  it('writes smaller rather than over each other', () => {
    expect(lay(3).font).toBe(12);
    expect(lay(20).font).toBeLessThan(12);
    for (let count = 1; count <= 24; count++) {
      const { row, names } = lay(count);
      const boxes = names
        .map(({ at, lines }) => ({ top: at - (lines.length * row) / 2, bottom: at + (lines.length * row) / 2 }))
        .sort((a, b) => a.top - b.top);
      boxes.slice(1).forEach((box, i) => expect(box.top).toBeGreaterThanOrEqual(boxes[i]!.bottom - 1e-6));
      expect(boxes.at(-1)!.bottom).toBeLessThanOrEqual(room.high + 1e-6);
    }
  });

  it('is empty for no names', () => {
    expect(lay(0).names).toEqual([]);
  });
});

describe('labels beside each other', () => {
  it('joins numbers that would lie on each other, and only those', () => {
    expect(cluster([0, 5, 12, 40, 41], 10)).toEqual([
      [0, 1, 2],
      [3, 4]
    ]);
    expect(cluster([], 10)).toEqual([]);
  });
});

describe('what a text takes up', () => {
  it('measures letters and boxes alike', () => {
    expect(widthOf('Barnet', 10)).toBe(36);
    expect(charactersThatFit(36, 10)).toBe(6);
    expect(boxOf('Barnet', 100, 50, 'start', 10)).toEqual({ left: 100, right: 136, top: 45, bottom: 55 });
    expect(boxOf('Barnet', 100, 50, 'end', 10).right).toBe(100);
    expect(boxOf('Barnet', 100, 50, 'middle', 10)).toMatchObject({ left: 82, right: 118 });
  });

  it('knows when two lie on each other, and that to meet at an edge is not to', () => {
    const box = { left: 0, right: 10, top: 0, bottom: 10 };
    expect(touches(box, { left: 9, right: 20, top: 9, bottom: 20 })).toBe(true);
    expect(touches(box, { left: 10, right: 20, top: 0, bottom: 10 })).toBe(false);
    expect(touches(box, { left: 0, right: 10, top: 10, bottom: 20 })).toBe(false);
  });
});

describe('a name in one line', () => {
  it.each([
    ['Haringey', 20, 'Haringey'],
    ['Kingston upon Hull, City of', 20, 'Kingston upon Hull'],
    ['Kingston upon Hull, City of', 40, 'Kingston upon Hull, City of'],
    ['Bournemouth, Christchurch and Poole', 28, 'BCP'],
    ['Bournemouth, Christchurch and Poole', 40, 'Bournemouth, Christchurch and Poole'],
    ['Bournemouth, Christchurch and Poole: not published', 28, 'Bournemouth, Christchurch…'],
    ['Nottinghamshire', 8, 'Notting…']
  ])('%s in %i letters', (name, most, expected) => {
    expect(shortenName(name, most)).toBe(expected);
  });
});
