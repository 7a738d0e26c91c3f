import { expect, test } from 'vitest';
import { sum, tallyEngines } from '../../tools/tally.mjs';

test('pages walked in other engines count, and an engine that is not installed is no failure', () => {
  const walked = tallyEngines([
    { engine: 'firefox', isHere: true, passed: 6, failures: ['map (…): expected a drawing, found none'] },
    { engine: 'webkit', isHere: false, passed: 0, failures: [] }
  ]);
  expect(sum([walked, { passed: 1, failed: 0, notes: [] }])).toEqual({
    passed: 7,
    failed: 1,
    notes: ['firefox: map (…): expected a drawing, found none', 'firefox: 6 pages passed, 1 failed', 'webkit: not here']
  });
});
