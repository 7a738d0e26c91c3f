import { describe, expect, it } from 'vitest';
import { classOf, toClasses, toDivergingClasses } from './classes.ts';

const counts = (values: number[], edges: number[]): number[] => {
  const out = new Array<number>(edges.length + 1).fill(0);
  for (const value of values) out[classOf(value, edges)]!++;
  return out;
};

describe('classes with about as many areas in each', () => {
  it('five of a hundred different figures', () => {
    const values = Array.from({ length: 100 }, (_, i) => 20.5 + i);
    const { edges, labels } = toClasses(values, 1);
    expect(edges).toEqual([40.3, 60.1, 79.9, 99.7]);
    expect(counts(values, edges)).toEqual([20, 20, 20, 20, 20]);
    expect(labels).toEqual(['under 40.3', '40.3 to 60.0', '60.1 to 79.8', '79.9 to 99.6', '99.7 or more']);
  });

  it('equal figures share one, so that some may hold more', () => {
    const values = [...new Array<number>(60).fill(5), ...Array.from({ length: 40 }, (_, i) => 6 + i)];
    const { edges, labels } = toClasses(values, 0);
    expect(labels).toHaveLength(edges.length + 1);
    expect(counts(values, edges)[0]).toBeGreaterThanOrEqual(60);
    expect(counts(values, edges).every((count) => count > 0)).toBe(true);
  });

  it('few different figures make few classes, and a class of one figure is named by it', () => {
    const values = [
      ...new Array<number>(10).fill(0),
      ...new Array<number>(10).fill(1),
      ...new Array<number>(10).fill(2)
    ];
    const { edges, labels } = toClasses(values, 0);
    expect(edges).toEqual([1, 2]);
    expect(labels).toEqual(['under 1', '1', '2 or more']);
  });

  it('one figure, however often, makes one class; none makes none', () => {
    expect(toClasses([7, 7, 7], 1)).toEqual({ edges: [], labels: ['7.0'] });
    expect(toClasses([3.2], 1)).toEqual({ edges: [], labels: ['3.2'] });
    expect(toClasses([], 1)).toEqual({ edges: [], labels: [] });
  });

  it('zero is a figure', () => {
    const { edges } = toClasses([0, 0, 0, 5, 9], 0);
    expect(classOf(0, edges)).toBe(0);
    expect(counts([0, 0, 0, 5, 9], edges).every((count) => count > 0)).toBe(true);
  });
});

describe('classes around England', () => {
  const values = Array.from({ length: 101 }, (_, i) => i);

  it('five in equal steps, and one just at the end of a step is nearer to England', () => {
    const { step, edges, labels } = toDivergingClasses(
      values.map((value) => value - 50),
      0
    );
    expect(step).toBe(20);
    expect([-41, -40, -21, -20, 0, 20, 21, 40, 41].map((value) => classOf(value, edges))).toEqual([
      0, 1, 1, 2, 2, 2, 3, 3, 4
    ]);
    expect(labels).toEqual([
      'more than 40 below England',
      'more than 20, up to 40 below',
      'within 20 of England',
      'more than 20, up to 40 above',
      'more than 40 above England'
    ]);
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

  it('all equal to England are in the middle', () => {
    const { edges } = toDivergingClasses([0, 0, 0], 1);
    expect(classOf(0, edges)).toBe(2);
  });
});
