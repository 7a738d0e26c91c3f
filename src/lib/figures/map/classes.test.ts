import { describe, expect, it } from 'vitest';
import { classOf, placeOnBar, toDivergingClasses, toFifths, toFixedClasses } from './classes.ts';

const counts = (values: number[], edges: number[]): number[] => {
  const out = new Array<number>(edges.length + 1).fill(0);
  for (const value of values) out[classOf(value, edges)]!++;
  return out;
};

describe('classes with about as many councils in each', () => {
  it('five of a hundred different figures', () => {
    const values = Array.from({ length: 100 }, (_, i) => 20.5 + i);
    const { edges, marks } = toFifths(values, 1);
    expect(edges).toEqual([40.3, 60.1, 79.9, 99.7]);
    expect(counts(values, edges)).toEqual([20, 20, 20, 20, 20]);
    expect(marks).toEqual(['40.3', '60.1', '79.9', '99.7']);
  });

  it('equal figures share one, so that some may hold more', () => {
    const values = [...new Array<number>(60).fill(5), ...Array.from({ length: 40 }, (_, i) => 6 + i)];
    const { edges, marks } = toFifths(values, 0);
    expect(marks).toHaveLength(edges.length);
    expect(counts(values, edges)[0]).toBeGreaterThanOrEqual(60);
    expect(counts(values, edges).every((count) => count > 0)).toBe(true);
  });

  it('few different figures make few classes', () => {
    const values = [0, 1, 2].flatMap((value) => new Array<number>(10).fill(value));
    expect(toFifths(values, 0)).toMatchObject({ edges: [1, 2], marks: ['1', '2'] });
  });

  it('one figure, however often, makes one class', () => {
    expect(toFifths([7, 7, 7], 1)).toEqual({ edges: [], marks: [], ends: [7, 7] });
    expect(toFifths([], 1)).toMatchObject({ edges: [], marks: [] });
  });
});

describe('classes that are the same in every year', () => {
  const years = [
    Array.from({ length: 150 }, (_, i) => 25.3 + i / 2),
    Array.from({ length: 150 }, (_, i) => 31.8 + i * 0.9)
  ];

  it('have round edges between the fifths of all years together', () => {
    const { edges, marks } = toFixedClasses(years.flat(), 1);
    expect(edges).toHaveLength(4);
    for (const edge of edges) expect(edge % 5).toBe(0);
    expect(marks).toEqual(edges.map(String));
    for (const count of counts(years.flat(), edges)) expect(count).toBeGreaterThan(30);
  });

  it('keep the decimal places that their edges need', () => {
    const { edges, marks } = toFixedClasses(
      Array.from({ length: 100 }, (_, i) => i / 100),
      2
    );
    expect(marks).toEqual(edges.map((edge) => edge.toFixed(2)));
  });

  it('are fewer where figures are few and equal', () => {
    expect(toFixedClasses([7, 7, 7], 1)).toMatchObject({ edges: [], marks: [] });
    expect(toFixedClasses([], 1)).toMatchObject({ edges: [], marks: [] });
    expect(toFixedClasses([...new Array<number>(90).fill(0), 1, 2, 3], 0).edges).toEqual([]);
  });
});

describe('a figure on the bar of classes', () => {
  const scale = { edges: [10, 20, 40, 80], marks: [], ends: [0, 100] as [number, number] };

  it.each([
    [0, 0],
    [5, 0.1],
    [10, 0.2],
    [30, 0.5],
    [90, 0.9],
    [100, 1],
    [120, 1]
  ])('%d is at %d', (value, place) => {
    expect(placeOnBar(value, scale)).toBeCloseTo(place, 10);
  });
});

describe('classes of differences', () => {
  const values = Array.from({ length: 101 }, (_, i) => i);

  it('five in equal steps, and one just at the end of a step is nearer to the middle', () => {
    const { step, edges, marks } = toDivergingClasses(
      values.map((value) => value - 50),
      0
    );
    expect(step).toBe(20);
    expect([-41, -40, -21, -20, 0, 20, 21, 40, 41].map((value) => classOf(value, edges))).toEqual([
      0, 1, 1, 2, 2, 2, 3, 3, 4
    ]);
    expect(marks).toEqual(['-40', '-20', '+20', '+40'].map((mark) => mark.replace('-', '−')));
  });

  it('says what is true of every figure, with decimal places too', () => {
    for (const [england, dp] of [
      [60.6, 1],
      [8, 0],
      [0.35, 2]
    ] as const) {
      const all = Array.from({ length: 400 }, (_, i) => Number((england * (i / 150)).toFixed(dp)));
      const differences = all.map((value) => Number((value - england).toFixed(dp)));
      const { step, edges } = toDivergingClasses(differences, dp);
      for (const away of differences) {
        const expected = away < -2 * step ? 0 : away < -step ? 1 : away <= step ? 2 : away <= 2 * step ? 3 : 4;
        expect(classOf(away, edges), `${away} from ${england}`).toBe(expected);
      }
    }
  });

  it('all equal are in the middle', () => {
    const { edges } = toDivergingClasses([0, 0, 0], 1);
    expect(classOf(0, edges)).toBe(2);
  });
});
