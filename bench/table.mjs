import { limitsOf, scriptsOf } from './budgets.mjs';

/** @typedef {import('./run.mjs').Versions} Versions */

/**
 * @typedef {object} Row
 * @property {string} page
 * @property {string} profile
 * @property {string} measure
 * @property {number} found
 * @property {{ bare: number | null, scriptless: number | null, before: number | null }} ratios
 * @property {number | null} budget
 * @property {string} because what the budget is a part of
 */

/** @param {number} value */
const ms = (value) => `${Math.round(value)} ms`;
/** @param {number} value */
const kb = (value) => `${(value / 1000).toFixed(1)} KB`;
/** @param {number} value */
const plain = (value) => String(Math.round(value));

/** @type {Record<string, { label: string, format: (value: number) => string }>} */
const kinds = {
  chart: { label: 'chart visible', format: ms },
  chartScriptless: { label: 'chart visible, scriptless', format: ms },
  lcp: { label: 'largest paint (LCP)', format: ms },
  bytesAtChart: { label: 'bytes until the chart', format: kb },
  bytes: { label: 'bytes before a choice', format: kb },
  duckdb: { label: 'of these DuckDB', format: kb },
  requests: { label: 'requests', format: plain },
  cls: { label: 'layout shift (CLS)', format: (value) => value.toFixed(3) },
  tbt: { label: 'blocking time (TBT)', format: ms },
  scripts: { label: 'blocking that scripts add', format: ms },
  repaintFirst: { label: 'first choice to repaint', format: ms },
  repaintP95: { label: 'later choices to repaint, p95', format: ms },
  answerFirst: { label: 'first answer, cold', format: ms },
  answerP95: { label: 'later answers, p95', format: ms },
  memory: { label: 'memory of the page', format: (value) => `${plain(value)} MB` },
  build: { label: 'full build', format: (value) => `${(value / 1000).toFixed(1)} s` }
};

/**
 * The rows of one page on one profile, in the order of the table.
 * @param {import('./measure.mjs').Scenario} scenario
 * @param {string} profile
 * @param {Versions} versions
 * @returns {Row[]}
 */
export function toRows(scenario, profile, versions) {
  const of = (/** @type {keyof Versions} */ name) => withDerived(versions, name);
  const [page, bare, scriptless, before] = [of('page'), of('bare'), of('scriptless'), of('before')];
  // The budgets are those of the phone.
  const limits = profile === 'phone' ? limitsOf(scenario, versions) : [];
  return Object.keys(kinds).flatMap((measure) => {
    const found = page[measure];
    if (found == null) return [];
    const limit = limits.find((each) => each.measure === measure);
    const ratios = {
      bare: measure === 'scripts' ? null : ratio(found, bare[measure]),
      scriptless: measure === 'scripts' ? null : ratio(found, scriptless[measure]),
      before: ratio(found, before[measure])
    };
    return [
      {
        page: scenario.name,
        profile,
        measure,
        found,
        ratios,
        budget: limit?.most ?? null,
        because: limit?.because ?? ''
      }
    ];
  });
}

/**
 * The measures of a version and those that follow from it and its scriptless form.
 * @param {Versions} versions
 * @param {keyof Versions} name
 * @returns {import('./measure.mjs').Measures}
 */
function withDerived(versions, name) {
  const found = versions[name];
  const floor = { page: versions.scriptless, before: versions.beforeScriptless }[String(name)];
  if (!found || !floor) return found ?? {};
  return { ...found, chartScriptless: floor.chart ?? null, scripts: scriptsOf(found, floor) };
}

/** @param {number} found @param {number | null | undefined} other */
const ratio = (found, other) => (other ? found / other : null);

/**
 * Tells whether a row keeps its budget; null where it has none.
 * @param {Row} row
 */
export const isWithin = ({ found, budget }) => (budget === null ? null : found <= budget);

/**
 * One table for the terminal.
 * @param {Row[]} rows
 */
export function toTable(rows) {
  const lines = rows.map((row) => {
    const { label = row.measure, format = plain } = kinds[row.measure] ?? {};
    const within = isWithin(row);
    const toTimes = (/** @type {number | null} */ value) => (value === null ? '' : `${value.toFixed(2)} ×`);
    return [
      row.page,
      row.profile,
      label,
      format(row.found),
      toTimes(row.ratios.bare),
      toTimes(row.ratios.scriptless),
      toTimes(row.ratios.before),
      row.budget === null ? '' : `≤ ${format(row.budget)}`,
      within === null ? '' : within ? 'within' : 'OVER',
      row.budget === null ? '' : row.because
    ];
  });
  const head = ['page', 'on', 'measure', 'found', 'to bare', 'to scriptless', 'to before', 'budget', '', ''];
  const all = [head, ...lines];
  const widths = head.map((_, column) => Math.max(...all.map((line) => line[column]?.length ?? 0)));
  const numbers = new Set([3, 4, 5, 6, 7]);
  const pad = (/** @type {string} */ cell, /** @type {number} */ column) =>
    numbers.has(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0);
  return all.map((line) => line.map(pad).join('  ').trimEnd()).join('\n');
}
