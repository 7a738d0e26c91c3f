import { describe, expect, it } from 'vitest';
import { labelled, steps } from './ticks.ts';

describe('steps', () => {
  it.each([
    [[0, 120], 3, [0, 50, 100]],
    [[0, 120], 6, [0, 20, 40, 60, 80, 100, 120]],
    [[-80, 100], 4, [-50, 0, 50, 100]],
    [[0, 0.3], 3, [0, 0.1, 0.2, 0.3]],
    [[9, 22], 6, [10, 12, 14, 16, 18, 20, 22]],
    [[5, 5], 4, [5]]
  ] as const)('from %j, about %i', ([low, high], about, expected) => {
    expect(steps([low, high], about)).toEqual(expected);
  });
});

describe('their words', () => {
  it('carry a sign both ways where the axis has both', () => {
    expect(labelled([-80, 100], 4, { width: 400, font: 11 }).map(({ text }) => text)).toEqual([
      '−50',
      '0',
      '+50',
      '+100'
    ]);
  });

  it('have the same number of decimal places', () => {
    expect(labelled([0, 2], 4, { width: 400, font: 11 }).map(({ text }) => text)).toEqual([
      '0.0',
      '0.5',
      '1.0',
      '1.5',
      '2.0'
    ]);
  });

  it('are fewer where there is little room', () => {
    const texts = labelled([0, 200_000], 8, { width: 150, font: 11 }).map(({ text }) => text);
    expect(texts).toEqual(['0', '100,000', '200,000']);
  });
});
