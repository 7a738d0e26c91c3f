import { expect, it } from 'vitest';
import { within } from './clip-line.ts';

it('cuts a line where it leaves, and goes on where it comes back', () => {
  const line = [
    { x: 0, y: 5 },
    { x: 10, y: 15 },
    { x: 20, y: 5 }
  ];
  expect(within(line, 0, 10)).toEqual([
    [
      { x: 0, y: 5 },
      { x: 5, y: 10 }
    ],
    [
      { x: 15, y: 10 },
      { x: 20, y: 5 }
    ]
  ]);
});

it('keeps nothing of a line that is all outside, and all of one that is inside', () => {
  const line = [
    { x: 0, y: 20 },
    { x: 10, y: 30 }
  ];
  expect(within(line, 0, 10)).toEqual([]);
  expect(within(line, 0, 40)).toEqual([line]);
});
