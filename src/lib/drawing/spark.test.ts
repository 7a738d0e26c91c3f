import { expect, it } from 'vitest';
import type { Point } from '#lib/domain/index.ts';
import { spark } from './spark.ts';

const points = (values: (number | null)[]): Point[] =>
  values.map((value, i) => ({
    period: String(2001 + i),
    value,
    status: value === null ? 'unavailable' : 'ok',
    segment: 0,
    below: 0,
    above: 0,
    lineage: []
  }));

it('draws a line step by step, ending where its last figure is', () => {
  const { paths, dots } = spark([{ slot: 'mine', points: points([10, 7.3, 9.1, 0, 10]) }], 'at 31 March');
  const [, start, steps] = /^M([\d.,]+)l(.+)$/.exec(paths[0]!.d)!;
  const at = start!.split(',').map(Number);
  for (const step of steps!.split(' ')) step.split(',').forEach((by, axis) => (at[axis]! += Number(by)));
  expect(at.map((each) => Math.round(each * 10) / 10)).toEqual([117, 3]);
  expect(dots).toEqual([{ slot: 'mine', x: 117, y: 3 }]);
});
