/** @typedef {{ passed: number, failed: number, notes: string[] }} Tally */

/**
 * @typedef {object} VitestReport
 * @property {number} numPassedTests
 * @property {number} numPendingTests
 * @property {number} numTodoTests
 * @property {{ status: string, assertionResults: { status: string }[] }[]} testResults
 */

/** @typedef {import('./crashes.mjs').Report & { stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors: unknown[] }} PlaywrightReport */

/**
 * Counts Vitest's report: its tests, and each file that could not be run as one failure.
 * @param {VitestReport | null} report null when there is none
 * @param {number} code the runner's exit code
 * @returns {Tally}
 */
export function tallyVitest(report, code) {
  if (!report) return atLeastOne('unit tests', { passed: 0, failed: 0, notes: [] }, code);
  const failed = report.testResults.map(({ status, assertionResults }) => {
    const tests = assertionResults.filter((result) => result.status === 'failed').length;
    return status === 'failed' ? Math.max(1, tests) : tests;
  });
  const skipped = report.numPendingTests + report.numTodoTests;
  const notes = skipped > 0 ? [`unit tests: ${skipped} skipped`] : [];
  return atLeastOne('unit tests', { passed: report.numPassedTests, failed: total(failed), notes }, code);
}

/**
 * Counts Playwright's report; a test that passed when tried again passed, and is mentioned.
 * @param {PlaywrightReport | null} report null when there is none
 * @param {number} code the runner's exit code
 * @returns {Tally}
 */
export function tallyPlaywright(report, code) {
  if (!report) return atLeastOne('browser tests', { passed: 0, failed: 0, notes: [] }, code);
  const { expected, unexpected, flaky, skipped } = report.stats;
  const notes = [
    ...(skipped > 0 ? [`browser tests: ${skipped} skipped`] : []),
    ...(flaky > 0 ? [`browser tests: ${flaky} passed only when tried again`] : [])
  ];
  const failed = unexpected + report.errors.length;
  return atLeastOne('browser tests', { passed: expected + flaky, failed, notes }, code);
}

/**
 * One tally of browser tests and of those that ran once more because the browser had crashed in them.
 * @param {Tally} first
 * @param {number} crashed
 * @param {Tally} again
 * @returns {Tally}
 */
export function afterCrashes(first, crashed, again) {
  const failed = crashed - again.passed;
  return {
    passed: first.passed + again.passed,
    failed: first.failed - again.passed,
    notes: [
      ...first.notes,
      `browser tests: the browser crashed in ${crashed}; run once more ${again.passed} passed and ${failed} failed`
    ]
  };
}

/**
 * Counts the pages walked in other engines; an engine that is not installed is mentioned.
 * @param {import('./engines/run.mjs').Result[]} results
 * @returns {Tally}
 */
export function tallyEngines(results) {
  return {
    passed: total(results.map(({ passed }) => passed)),
    failed: total(results.map(({ failures }) => failures.length)),
    notes: results.flatMap(describeWalks)
  };
}

/**
 * What came of the walks in one engine, in lines.
 * @param {import('./engines/run.mjs').Result} result
 */
export function describeWalks({ engine, isHere, passed, failures }) {
  if (!isHere) return [`${engine}: not here`];
  const pages = `${passed} ${passed === 1 ? 'page' : 'pages'} passed`;
  return [
    ...failures.map((reason) => `${engine}: ${reason}`),
    failures.length > 0 ? `${engine}: ${pages}, ${failures.length} failed` : `${engine}: ${pages}`
  ];
}

/**
 * One tally of several.
 * @param {Tally[]} tallies
 * @returns {Tally}
 */
export function sum(tallies) {
  return {
    passed: total(tallies.map(({ passed }) => passed)),
    failed: total(tallies.map(({ failed }) => failed)),
    notes: tallies.flatMap(({ notes }) => notes)
  };
}

/**
 * A runner that failed, or that ran nothing, counts as one failure when no test of it does.
 * @param {string} name
 * @param {Tally} tally
 * @param {number} code
 * @returns {Tally}
 */
function atLeastOne(name, tally, code) {
  if (tally.failed > 0) return tally;
  if (code !== 0) {
    const note = `${name}: expected exit code 0, found ${code} though no test failed; counted as 1 failed`;
    return { ...tally, failed: 1, notes: [...tally.notes, note] };
  }
  if (tally.passed > 0) return tally;
  return {
    ...tally,
    failed: 1,
    notes: [...tally.notes, `${name}: expected some that ran, found none; counted as 1 failed`]
  };
}

/** @param {number[]} numbers */
const total = (numbers) => numbers.reduce((sum, number) => sum + number, 0);
