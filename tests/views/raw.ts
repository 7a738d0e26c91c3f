import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Papa from 'papaparse';

/*
 * The published figures by a route of their own: straight from data/*.csv, sharing nothing with the code under test.
 */

export type Row = Record<string, string>;

/** The rows of one of the tables of data/. */
export const table = (name: string): Row[] => {
  const path = fileURLToPath(new URL(`../../data/${name}.csv`, import.meta.url));
  const { data, errors } = Papa.parse<Row>(readFileSync(path, 'utf8'), { header: true, skipEmptyLines: true });
  if (errors.length) throw new Error(`${name}.csv: ${errors[0]!.message}`);
  return data;
};

export type Level = 'National' | 'Regional' | 'Local authority';

export interface Place {
  key: string;
  level: Level;
  /** As it is said in a sentence. */
  prose: string;
  /** Last day of an authority that is no more. */
  ended: string;
}

// The few names that are not said as they are listed.
const SAID: Record<string, string> = {
  'Bristol, City of': 'Bristol',
  'Kingston upon Hull, City of': 'Kingston upon Hull',
  'Herefordshire, County of': 'Herefordshire',
  'City of London': 'the City of London',
  'Isles of Scilly': 'the Isles of Scilly',
  'Isle of Wight': 'the Isle of Wight',
  'East Riding of Yorkshire': 'the East Riding of Yorkshire'
};

const REGIONS: Record<string, string> = {
  E12000001: 'the North East',
  E12000002: 'the North West',
  E12000003: 'Yorkshire and The Humber',
  E12000004: 'the East Midlands',
  E12000005: 'the West Midlands',
  E12000006: 'the East of England',
  E12000007: 'London',
  E13000001: 'Inner London',
  E13000002: 'Outer London',
  E12000008: 'the South East',
  E12000009: 'the South West'
};

const authorities = (): Place[] => {
  const newest = new Map<string, Row>();
  for (const row of table('local_authorities')) {
    const known = newest.get(row.old_la_code!);
    if (!known || row.start! > known.start!) newest.set(row.old_la_code!, row);
  }
  return [...newest].map(([key, { la_name: name, end }]) => {
    const said = SAID[name!] ?? name!;
    return { key, level: 'Local authority', prose: end ? `${said} (to ${end.slice(0, 4)})` : said, ended: end ?? '' };
  });
};

/** Every place that has figures, by its key. */
export const places = new Map<string, Place>(
  [
    { key: 'E92000001', level: 'National' as const, prose: 'England', ended: '' },
    ...Object.entries(REGIONS).map(([key, prose]) => ({ key, level: 'Regional' as const, prose, ended: '' })),
    ...authorities()
  ].map((place) => [place.key, place])
);

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

const keyOf = (row: Row): string =>
  ({ National: 'E92000001', Regional: row.region_code! })[row.geographic_level!] ?? row.old_la_code!;

const periodOf = (row: Row): string => {
  const month = MONTHS.indexOf(row.time_identifier!) + 1;
  return month ? `${row.time_period}-${String(month).padStart(2, '0')}` : row.time_period!;
};

/** A column of a table, or the rows of it that a filter and a list of levels keep. */
export interface Column {
  file: string;
  column: string;
  filter?: { column: string; value: string };
  levels?: readonly string[] | undefined;
}

const files = new Map<string, Map<string, Row[]>>();

/** The rows of a file by area, in order of time. */
const byArea = (file: string): Map<string, Row[]> => {
  let found = files.get(file);
  if (!found) {
    found = new Map();
    for (const row of table(file)) found.set(keyOf(row), [...(found.get(keyOf(row)) ?? []), row]);
    for (const rows of found.values()) rows.sort((a, b) => (periodOf(a) < periodOf(b) ? -1 : 1));
    files.set(file, found);
  }
  return found;
};

/** One cell of the published table: "67.1", "c". */
export interface Cell {
  period: string;
  text: string;
}

/** Keeps what was worked out once for a column and a word. */
const memoised = <T>(work: (column: Column, word: string) => T): ((column: Column, word: string) => T) => {
  const known = new Map<string, T>();
  return (column, word) => {
    const id = `${column.file} ${column.column} ${column.filter?.value ?? ''} ${column.levels?.join() ?? ''} ${word}`;
    let found = known.get(id);
    if (found === undefined) known.set(id, (found = work(column, word)));
    return found;
  };
};

/** Every cell of a column for an area, in order of time. */
export const cells = memoised(({ file, column, filter, levels }, area): Cell[] =>
  (byArea(file).get(area) ?? [])
    .filter((row) => !filter || row[filter.column]!.toLowerCase() === filter.value.toLowerCase())
    .filter((row) => !levels || levels.includes(row.geographic_level!))
    .map((row) => ({ period: periodOf(row), text: row[column]! }))
);

export const isNumber = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text);

/** The cells that hold a number. */
export const numbers = memoised((column, area): Cell[] => cells(column, area).filter(({ text }) => isNumber(text)));

const numbersByPeriod = memoised(
  (column, area): Map<string, Cell> => new Map(numbers(column, area).map((cell) => [cell.period, cell]))
);

/** The cell of an area in a period, if it holds a number. */
export const numberIn = (column: Column, area: string, period: string): Cell | undefined =>
  numbersByPeriod(column, area).get(period);

const breaks = table('breaks').filter(({ kind }) => ['source', 'definition', 'population'].includes(kind!));

const breaksOf = memoised(({ file, column }, area): Row[] =>
  breaks.filter(
    (row) =>
      row.data_set === file &&
      row.indicator === column &&
      (row.geographic_level === 'all' || row.geographic_level === places.get(area)!.level) &&
      (!row.old_la_codes || row.old_la_codes.split(' ').includes(area))
  )
);

/** True where breaks.csv lets an earlier figure of an area stand beside a later one. */
export const comparable = (column: Column, area: string, earlier: string, later: string): boolean =>
  !breaksOf(column, area).some((row) => earlier < row.first_after! && later > row.last_before!);

const lineage = table('lineage');
const runsOf = memoised(({ file, column }, level): Row[] =>
  lineage.filter((row) => row.data_set === file && row.indicator === column && row.geographic_level === level)
);

/** The number that a published count was rounded to, 1 where it is exact or where nothing is stated. */
export const roundedTo = (column: Column, level: Level, period: string): number =>
  Math.max(
    1,
    ...runsOf(column, level)
      .filter((row) => row.first_period! <= period && period <= row.last_period!)
      .map((row) => Number(row.rounding || 1))
  );

/** Children aged 0 to 17 behind the rate of a year: those of the middle of the year before. */
export const childrenBehind = (area: string, period: string): number | undefined => {
  const found = numberIn({ file: 'population_aged_0_to_17', column: 'population' }, area, String(Number(period) - 1));
  return found && Number(found.text);
};

/** How many whole children below and above what is printed a count rounded to 1, 5, 10 or 100 can lie. */
export const openBy = (base: number): [below: number, above: number] =>
  ({ 1: [0, 0], 5: [2, 2], 10: [5, 4], 100: [50, 49] })[base] as [number, number];

const derived = table('derived_figures');

const derivedIn = memoised(({ file, column }, area): Row[] =>
  derived.filter((each) => each.data_set === file && each.indicator === column && each.region_code === area)
);

/** The most children that a sum leaves out, as counts of 1 to 5 in it are suppressed. */
const leftOut = (column: Column, area: string, period: string): number => {
  const row = derivedIn(column, area).find((each) => each.time_period === period);
  return 5 * Number(/for each of (\d+) that is suppressed/.exec(row?.how ?? '')?.[1] ?? 0);
};

/** Where the true figure behind a published one can lie, rounding considered; a rate goes back to its count. */
export const bounds = (
  column: Column,
  area: string,
  { period, text }: Cell
): { at: number; low: number; high: number } => {
  const { level } = places.get(area)!;
  const count = { ...column, column: column.column.replace(/_rate$/, '') };
  const counted = count.column === column.column ? undefined : numberIn(count, area, period);
  const children = counted && childrenBehind(area, period);
  if (counted && children) {
    const [below, rounded] = openBy(roundedTo(count, level, period));
    const above = rounded + leftOut(count, area, period);
    const per = (number: number): number => (Math.max(0, number) / children) * 10_000;
    const number = Number(counted.text);
    return { at: per(number), low: per(number - below), high: per(number + above) };
  }
  const [below, rounded] = openBy(roundedTo(column, level, period));
  const above = rounded + leftOut(column, area, period);
  return { at: Number(text), low: Math.max(0, Number(text) - below), high: Number(text) + above };
};

/** A published figure before it was rounded to a tenth, where its count and its children are in the tables; else as it is. */
export const unrounded = (column: Column, area: string, cell: Cell): number => bounds(column, area, cell).at;

/** A number rounded to so many decimal places, halves away from zero; what floating point adds or takes is let go. */
export const rounded = (value: number, dp: number): number =>
  (Math.sign(value) * Math.floor(Math.abs(value) * 10 ** dp + 0.5 + 1e-9)) / 10 ** dp + 0;

/** One figure of an area less another of the same or of another area, both unrounded, then rounded once. */
export const lessThan = (
  column: Column,
  [fromArea, from]: readonly [string, Cell],
  [toArea, to]: readonly [string, Cell],
  dp = 1
): number => rounded(unrounded(column, toArea, to) - unrounded(column, fromArea, from), dp);

// What a percentage is a share of, by its column.
const SHARES: Record<string, { file: string; column: string }> = {
  second_or_subsequent_percent: { file: 'child_protection_plans', column: 'started' },
  two_years_or_more_percent: { file: 'child_protection_plans', column: 'on_plan_31_march' },
  rereferrals_percent: { file: 'referrals_and_assessments', column: 'referrals' },
  no_further_action_percent: { file: 'referrals_and_assessments', column: 'referrals' }
};

/** What a figure is out of: children behind a rate, plans or referrals behind a percentage; undefined where none is held. */
export const outOf = (column: Column, area: string, period: string): number | undefined => {
  if (/_rate$/.test(column.column) && column.file !== 'social_work_workforce') return childrenBehind(area, period);
  const share = SHARES[column.column];
  const cell = share && numberIn(share, area, period);
  return cell && (Number(cell.text) || undefined);
};

/** True where rounding leaves a figure open by so much that a tenth shows it. */
export const roundingShows = (column: Column, area: string, cell: Cell): boolean => {
  const { at, low, high } = bounds(column, area, cell);
  return Math.max(high - at, at - low) >= 0.05 - 1e-9;
};

const lowGraded = new Set(
  table('data_confidence_2010_2012')
    .filter(({ grade }) => grade === '1')
    .map((row) => `${row.data_set} ${row.indicator} ${row.old_la_code} ${row.time_period}`)
);

/** True where the Department graded the count behind a figure as of low confidence. */
export const isLowConfidence = ({ file, column, filter }: Column, key: string, year: string): boolean =>
  !filter && lowGraded.has(`${file} ${column.replace(/_rate(_as_published)?$/, '')} ${key} ${year}`);
