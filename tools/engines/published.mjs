import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { root } from '../run.mjs';

// The published figures, read from data/*.csv by nothing that the site itself uses.

export const ENGLAND = 'E92000001';

/** @typedef {Record<string, string>} Row */

/** @type {Map<string, Row[]>} */
const files = new Map();

/**
 * The rows of a file of data/ for one area, the newest first.
 * @param {string} name
 * @param {string} area its three-digit code, or England's
 */
export function rowsOf(name, area) {
  return rows(name)
    .filter((row) => (area === ENGLAND ? row.geographic_level === 'National' : row.old_la_code === area))
    .sort((a, b) => Number(b.time_period) - Number(a.time_period));
}

/**
 * The figures of a column that are numbers, as a page of rates prints them, by area and year.
 * @param {string} name
 * @param {string} column
 * @param {string} area
 * @returns {{ year: string, text: string }[]} the newest first
 */
export function ratesOf(name, column, area) {
  return rowsOf(name, area)
    .map((row) => ({ year: row.time_period ?? '', value: row[column] ?? '' }))
    .filter(({ value }) => /^\d+(\.\d+)?$/.test(value))
    .map(({ year, value }) => ({ year, text: Number(value).toFixed(1) }));
}

/**
 * The rates of all local authorities in the last year of a file, by name.
 * @param {string} name
 * @param {string} column
 */
export function latestOfCouncils(name, column) {
  const councils = rows(name).filter((row) => row.geographic_level === 'Local authority');
  const last = councils.reduce((year, row) => Math.max(year, Number(row.time_period)), 0);
  return councils
    .filter((row) => Number(row.time_period) === last && /^\d+(\.\d+)?$/.test(row[column] ?? ''))
    .map((row) => ({ area: row.la_name ?? '', text: Number(row[column]).toFixed(1) }));
}

/** @param {string} name */
function rows(name) {
  const known = files.get(name);
  if (known) return known;
  const text = readFileSync(join(root, 'data', `${name}.csv`), 'utf8');
  const { data } = Papa.parse(text, { header: true, skipEmptyLines: true });
  const read = /** @type {Row[]} */ (data);
  files.set(name, read);
  return read;
}
