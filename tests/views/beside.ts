import type { Measure } from '#lib/domain/index.ts';
import { CATALOGUE } from '#lib/domain/catalogue/index.ts';
import { readEstimates } from '#lib/server/published.ts';
import { cells, childrenBehind, comparable, numberIn, numbers, places, table, unrounded, type Column } from './raw.ts';
import { placesOf, unpublishedIn } from './unpublished.ts';

/*
 * How an authority stands beside others, worked out from the tables of data/ by a route of its own.
 */

export const ENGLAND = 'E92000001';
export const TOO_SMALL = ['201', '420'];
export const AUTHORITIES = [...places.values()].filter(({ level }) => level === 'Local authority');
export const columnOf = (measure: Measure): Column => ({
  file: measure.variants[0].dataSet,
  column: measure.variants[0].indicator
});
export const measureOf = (slug: string) => CATALOGUE.find((each) => each.slug === slug)!;
export const cellAt = (column: Column, key: string, year: string) =>
  cells(column, key).find(({ period }) => period === year);
export const numberAt = (column: Column, key: string, year: string): number | undefined => {
  const cell = numberIn(column, key, year);
  return cell && Number(cell.text);
};
export const unroundedAt = (column: Column, key: string, year: string): number | undefined => {
  const cell = numberIn(column, key, year);
  return cell && unrounded(column, key, cell);
};
export const commas = (value: number, dp: number): string =>
  value
    .toFixed(dp)
    .replace(/\B(?=(\d{3})+(?!\d))/g, ',')
    .replace('-', '−');

const latestYears = new Map<string, string>();
/** The last year of a column in which any authority has a figure. */
const latestOf = (column: Column): string => {
  const id = JSON.stringify(column);
  if (!latestYears.has(id))
    latestYears.set(
      id,
      AUTHORITIES.map(({ key }) => numbers(column, key).at(-1)?.period ?? '')
        .sort()
        .at(-1)!
    );
  return latestYears.get(id)!;
};
export const yearOf = (column: Column, key: string): string | undefined =>
  places.get(key)!.ended ? numbers(column, key).at(-1)?.period : latestOf(column);

export const placeAmong = (all: { key: string; value: number }[], key: string): string | undefined => {
  const mine = all.find((each) => each.key === key);
  if (!mine) return undefined;
  const joint = all.filter(({ value }) => value === mine.value).length > 1;
  return `${joint ? '=' : ''}${all.filter(({ value }) => value > mine.value).length + 1} of ${all.length}`;
};
export const placeIn = (column: Column, key: string, year: string): string | undefined => {
  const all = AUTHORITIES.flatMap((each) => {
    const value = TOO_SMALL.includes(each.key) ? undefined : numberAt(column, each.key, year);
    return value === undefined ? [] : [{ key: each.key, value }];
  });
  const hidden = [...unpublishedIn(column, year).values()];
  const mine = all.find((each) => each.key === key);
  if (!hidden.length || !mine) return placeAmong(all, key);
  const values = all.map(({ value }) => value);
  const [first, last] = placesOf(mine.value, values, hidden);
  const joint = values.filter((value) => value === mine.value).length > 1 ? '=' : '';
  return `${first === last ? `${joint}${first}` : `${first}–${last}`} of ${all.length + hidden.length}`;
};

export const regions = new Map(table('local_authorities').map((row) => [row.old_la_code!, row.region_code!]));
const neighbours = (key: string): string[] =>
  table('statistical_neighbours')
    .filter((row) => row.old_la_code === key)
    .map((row) => row.neighbour_old_la_code!);
export const allNeighbours = new Map(AUTHORITIES.map(({ key }) => [key, neighbours(key)]));

export const middle = (values: number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return sorted.length % 2 ? sorted[Math.floor(half)]! : (sorted[half - 1]! + sorted[half]!) / 2;
};

/** P(X ≤ k) of a count by adding up. */
const poisson = (k: number, mean: number): number => {
  let [term, sum] = [Math.exp(-mean), 0];
  for (let i = 0; i <= k; i++) {
    sum += term;
    term *= mean / (i + 1);
  }
  return sum;
};
const bisect = (rises: (x: number) => boolean, high: number): number => {
  let [a, b] = [0, high];
  for (let i = 0; i < 80; i++) {
    if (rises((a + b) / 2)) b = (a + b) / 2;
    else a = (a + b) / 2;
  }
  return (a + b) / 2;
};
/** The width of the 95% interval of a count: Byar's from 10, else exact. */
const widthOf = (x: number): number => {
  const z = 1.959964;
  if (x >= 10)
    return (
      (x + 1) * (1 - 1 / (9 * (x + 1)) + z / (3 * Math.sqrt(x + 1))) ** 3 -
      x * (1 - 1 / (9 * x) - z / (3 * Math.sqrt(x))) ** 3
    );
  const high = bisect((mean) => poisson(x, mean) < 0.025, 60);
  return high - (x === 0 ? 0 : bisect((mean) => 1 - poisson(x - 1, mean) > 0.025, 60));
};

interface Five {
  slope: number;
  /** The standard error of the slope. */
  error: number;
  /** The counts of the five years added up. */
  counts: number;
  /** True where no year turns the slope round when it is left out. */
  steady: boolean;
}

/** The slope of a rate over five years by least squares weighted by the widths of the intervals; undefined where there is none. */
export const fiveOf = (column: Column, key: string, year: string): Five | undefined => {
  const count = { ...column, column: column.column.replace(/_rate$/, '') };
  const rows = cells(column, key).filter(({ period, text }) => period <= year && text !== '');
  const years = [0, 1, 2, 3, 4].map((i) => String(Number(year) - 4 + i));
  const points = years.map((at) => {
    const [x, n] = [numberAt(count, key, at), childrenBehind(key, at)];
    return x === undefined || !n || numberAt(column, key, at) === undefined
      ? undefined
      : { x, t: Number(at), y: (x / n) * 1e4, w: (3.92 / ((widthOf(x) / n) * 1e4)) ** 2 };
  });
  const there = points.filter((point) => point !== undefined);
  if (rows.length < 5 || there.length < 5 || !comparable(column, key, years[0]!, year)) return undefined;
  const slope = (used: typeof there): number => {
    const w = used.reduce((sum, p) => sum + p.w, 0);
    const t = used.reduce((sum, p) => sum + p.w * p.t, 0) / w;
    return (
      used.reduce((sum, p) => sum + p.w * (p.t - t) * p.y, 0) / used.reduce((sum, p) => sum + p.w * (p.t - t) ** 2, 0)
    );
  };
  const w = there.reduce((sum, p) => sum + p.w, 0);
  const t = there.reduce((sum, p) => sum + p.w * p.t, 0) / w;
  const way = Math.sign(slope(there));
  return {
    slope: slope(there),
    counts: there.reduce((sum, { x }) => sum + x, 0),
    error: 1 / Math.sqrt(there.reduce((sum, p) => sum + p.w * (p.t - t) ** 2, 0)),
    steady: there.every((_, i) => Math.sign(slope(there.filter((_, j) => j !== i))) === way)
  };
};

/** How far a column's figures usually move in a year, as the build estimates it. */
const dispersionOf = (column: Column, year: string) => {
  const measure = CATALOGUE.find(
    (each) => columnOf(each).file === column.file && columnOf(each).column === column.column
  )!;
  const found = readEstimates(measure.slug)?.variants[measure.variants[0].key]?.years[year]?.dispersion;
  return found && 'factor' in found ? found : undefined;
};

/** The recent trend by its textbook formula, chi-squared divided by how far figures usually move: its direction, or that there is none. */
export const trendOf = (column: Column, key: string, year: string): string => {
  const five = fiveOf(column, key, year);
  const usual = dispersionOf(column, year);
  if (!five || !usual || TOO_SMALL.includes(key)) return 'not worked out';
  const { slope, error, steady, counts } = five;
  const scale = Math.max(1, usual.factor * ((2 * counts) / 5) ** usual.exponent);
  return (slope / error) ** 2 / scale > 9.5495 && steady ? (slope > 0 ? 'rising' : 'falling') : 'no clear trend';
};

const ordinal = (place: string): string =>
  `${place}${/1\d$/.test(place) ? 'th' : ({ 1: 'st', 2: 'nd', 3: 'rd' }[Number(place) % 10] ?? 'th')}`;

/** A place of a table in words: "=91 of 151" is "joint 91st of 151", "36–39 of 150" is "between 36th and 39th of 150". */
export const inOrdinals = (cell: string): string =>
  cell
    .replace(/^(\d+)–(\d+)/, (_, first: string, last: string) => `between ${ordinal(first)} and ${ordinal(last)}`)
    .replace(/^(=?)(\d+) /, (_, joint: string, place: string) => `${joint && 'joint '}${ordinal(place)} `);

export const strip = (markup: string): string =>
  markup
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();
/** The rows of the tables in a piece of markup, as text. */
export const rowsOf = (markup: string): string[][] =>
  [...markup.matchAll(/<tr[ >].*?<\/tr>/g)].map(([row]) =>
    [...row.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/g)].map(([, cell]) => strip(cell!))
  );
export const rowOf = (markup: string, head: string): string[] | undefined =>
  rowsOf(markup).find(([first]) => first === head);
