/** @typedef {import('./measure.mjs').Measures} Measures */
/** @typedef {import('./run.mjs').Versions} Versions */

/**
 * @typedef {object} Limit
 * @property {string} measure
 * @property {number | null} most null where what it is put against was not measured
 * @property {string} because
 */

// What a page may take on the slow phone, packed by gzip. Times are ratios of the same run; bytes and requests are numbers.
const chartToScriptless = 1.15;
const scriptlessToBare = 1.5;
const bytesAtChart = 25_000;
export const requests = { static: 6, live: 14 };
const toBefore = { scripts: 0.6, repaint: 1, 'switch-view': 0.6 };

/**
 * The most that each measure of a page may be, from what else was measured in the same run.
 * @param {import('./measure.mjs').Scenario} scenario
 * @param {Versions} versions
 * @returns {Limit[]}
 */
export function limitsOf({ name, kind, bytes, action }, { scriptless, bare, before, beforeScriptless }) {
  const repaint = name === 'switch-view' ? toBefore['switch-view'] : toBefore.repaint;
  return [
    ...(scriptless?.chart == null
      ? []
      : [
          limit('chart', times(scriptless.chart, chartToScriptless), `${chartToScriptless} × scriptless`),
          limit('chartScriptless', times(bare?.chart, scriptlessToBare), `${scriptlessToBare} × bare`),
          limit('bytesAtChart', bytesAtChart, 'of every page with a chart')
        ]),
    ...(bytes === undefined ? [] : [limit('bytes', bytes, 'of this page')]),
    ...(kind === undefined ? [] : [limit('requests', requests[kind], `of a ${kind} page`)]),
    limit('scripts', times(scriptsOf(before, beforeScriptless), toBefore.scripts), `${toBefore.scripts} × before`),
    ...(action === undefined ? [] : [limit('repaintP95', times(before?.repaintP95, repaint), `${repaint} × before`)])
  ];
}

/**
 * The blocking time that its scripts add to a page.
 * @param {Measures | undefined} page
 * @param {Measures | undefined} scriptless
 */
export const scriptsOf = (page, scriptless) =>
  page?.tbt == null || scriptless?.tbt == null ? null : Math.max(0, page.tbt - scriptless.tbt);

/** @param {number | null | undefined} value @param {number} factor */
const times = (value, factor) => (value == null ? null : value * factor);

/**
 * @param {string} measure
 * @param {number | null} most
 * @param {string} because
 * @returns {Limit}
 */
const limit = (measure, most, because) => ({ measure, most, because });
