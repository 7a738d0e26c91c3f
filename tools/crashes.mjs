/**
 * The part of Playwright's JSON report that is read here.
 * @typedef {object} Report
 * @property {Suite[]} suites
 *
 * @typedef {object} Suite
 * @property {string} title
 * @property {string} file
 * @property {Suite[]} [suites]
 * @property {Spec[]} [specs]
 *
 * @typedef {object} Spec
 * @property {string} title
 * @property {string} file
 * @property {{ projectName: string, status: string, results: { status: string, errors: { message?: string }[] }[] }[]} tests
 */

// What Playwright says when the browser or a page of it is gone, not when a page shows something else than expected.
const gone =
  /(Target|Page) crashed|Target page, context or browser has been closed|browser has (been closed|disconnected)/;

/**
 * The tests that failed because the browser crashed and not because of what they found, as lines of a `--test-list`. A test that
 * ran out of time is not among them, though its page is closed in the end.
 * @param {Report} report
 * @returns {string[]}
 */
export function crashedTests({ suites }) {
  return suites.flatMap((suite) => inSuite(suite, []));
}

/**
 * @param {Suite} suite
 * @param {string[]} titles of the suites around it
 * @returns {string[]}
 */
function inSuite({ title, suites = [], specs = [] }, titles) {
  const path = [...titles, title];
  return [
    ...specs.flatMap((spec) =>
      spec.tests
        .filter(
          ({ status, results }) => status === 'unexpected' && results.at(-1) !== undefined && results.every(isCrash)
        )
        .map(({ projectName }) => [`[${projectName}]`, ...path, spec.title].join(' › '))
    ),
    ...suites.flatMap((suite) => inSuite(suite, path))
  ];
}

/**
 * The first error tells: others follow from it.
 * @param {{ status: string, errors: { message?: string }[] }} result
 */
const isCrash = ({ status, errors }) => status === 'failed' && gone.test(errors[0]?.message ?? '');
