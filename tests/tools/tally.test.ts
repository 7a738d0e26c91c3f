import { expect, test } from 'vitest';
import { afterCrashes, sum, tallyEngines } from '../../tools/tally.mjs';

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

test('tests that ran once more after a crash count by how they ended, and the crashes are told', () => {
  const first = { passed: 10, failed: 3, notes: [] };
  expect(afterCrashes(first, 2, { passed: 1, failed: 1, notes: [] })).toEqual({
    passed: 11,
    failed: 2,
    notes: ['browser tests: the browser crashed in 2; run once more 1 passed and 1 failed']
  });
});
