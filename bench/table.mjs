/** @typedef {{ scenario: string, profile: string, measure: string, found: number | null, budget: number | undefined }} Row */

/** @param {number} value */
const ms = (value) => `${Math.round(value)} ms`;
/** @param {number} value */
const kb = (value) => `${(value / 1000).toFixed(1)} KB`;
/** @param {number} value */
const plain = (value) => String(Math.round(value));

/** @type {Record<string, { label: string, format: (value: number) => string }>} */
const kinds = {
  chart: { label: 'chart visible', format: ms },
  lcp: { label: 'largest paint (LCP)', format: ms },
  bytesAtChart: { label: 'bytes when the chart is visible', format: kb },
  bytes: { label: 'bytes before any choice', format: kb },
  duckdb: { label: 'of these DuckDB', format: kb },
  requests: { label: 'requests', format: plain },
  cls: { label: 'layout shift (CLS)', format: (value) => value.toFixed(3) },
  tbt: { label: 'blocking time (TBT)', format: ms },
  repaintFirst: { label: 'first choice to repaint', format: ms },
  repaintP95: { label: 'later choices to repaint, p95', format: ms },
  answerFirst: { label: 'first answer, cold', format: ms },
  answerP95: { label: 'later answers, p95', format: ms },
  memory: { label: 'memory of the page', format: (value) => `${plain(value)} MB` },
  build: { label: 'full build', format: (value) => `${(value / 1000).toFixed(1)} s` }
};

/**
 * The rows of one scenario on one profile, in the order of the table; a budget whose measure was not found has a row too.
 * @param {string} scenario
 * @param {string} profile
 * @param {Record<string, number | null>} measures
 * @param {Record<string, number>} budgets
 * @returns {Row[]}
 */
export function toRows(scenario, profile, measures, budgets) {
  for (const name of Object.keys({ ...measures, ...budgets })) {
    if (!(name in kinds)) throw new Error(`${scenario}: expected a measure that is known, found ${name}`);
  }
  return Object.keys(kinds)
    .filter((name) => measures[name] != null || name in budgets)
    .map((measure) => ({ scenario, profile, measure, found: measures[measure] ?? null, budget: budgets[measure] }));
}

/**
 * Tells whether a row keeps its budget: undefined without one, false when there is nothing to compare.
 * @param {Row} row
 */
export function isWithin({ found, budget }) {
  return budget === undefined ? undefined : found !== null && found <= budget;
}

/**
 * One table for the terminal.
 * @param {Row[]} rows
 */
export function toTable(rows) {
  const lines = rows.map((row) => {
    const { label = row.measure, format = plain } = kinds[row.measure] ?? {};
    const within = isWithin(row);
    return [
      row.scenario,
      row.profile,
      label,
      row.found === null ? 'not found' : format(row.found),
      row.budget === undefined ? '' : row.budget === 0 ? 'none' : `≤ ${format(row.budget)}`,
      within === undefined ? '' : within ? '✓' : '✗'
    ];
  });
  const all = [['page', 'on', 'measure', 'found', 'budget', ''], ...lines];
  const widths = [0, 1, 2, 3, 4, 5].map((column) => Math.max(...all.map((line) => line[column]?.length ?? 0)));
  const numbers = new Set([3, 4]);
  const pad = (/** @type {string} */ cell, /** @type {number} */ column) =>
    numbers.has(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0);
  return all.map((line) => line.map(pad).join('  ').trimEnd()).join('\n');
}
