import { roundedTo, table, type Level, type Row } from './raw.ts';
import { LOOKED_AFTER, SERIES } from './segments.ts';

/*
 * The two sides of councils, regions and fifths, straight from the CSVs: sums of three years and no means until one is printed.
 */

const COLUMNS = { 'looked-after': 'looked_after_31_march', started: 'started', ceased: 'ceased' } as const;
export type Measure = keyof typeof COLUMNS;

const BEFORE = [2006, 2007, 2008];
const AFTER = [2010, 2011, 2012];

const keyOf = (row: Row): string => row.old_la_code || row.region_code!;
const byKey = new Map(LOOKED_AFTER.map((row) => [`${row.geographic_level} ${keyOf(row)} ${row.time_period}`, row]));

/** A published count; undefined where a code stands for it. */
export const at = (key: string, year: number, column: string, level: Level = 'Local authority'): number | undefined => {
  const text = byKey.get(`${level} ${key} ${year}`)?.[column];
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;
};

interface Open {
  sum: number;
  least: number;
  most: number;
  isHidden: boolean;
}

/** A count with the whole children that it can have been: every count that is written as it is, by trying each. */
const whole = (count: number, base: number): Open => {
  const near = Array.from({ length: 2 * base + 1 }, (_, i) => count - base + i);
  const possible = near.filter((each) => each >= 0 && Math.round(each / base) * base === count);
  return { sum: count, least: Math.min(...possible), most: Math.max(...possible), isHidden: false };
};

/** The region that an authority lies in, and London for a borough. */
const regionsOf = (row: Row): string[] => [
  row.region_code!,
  ...(/^E1300000[12]$/.test(row.region_code!) ? ['E12000007'] : [])
];

/** A region's count as the sum of its councils, where those not published are held back as counts of 1 to 5. */
const fromCouncils = (key: string, year: number, column: string): Open | undefined => {
  const texts = LOOKED_AFTER.filter(
    (row) =>
      row.geographic_level === 'Local authority' && row.time_period === String(year) && regionsOf(row).includes(key)
  ).map((row) => row[column]!);
  if (!texts.length || texts.some((text) => !/^(\d+|c)$/.test(text))) return undefined;
  const known = texts.reduce((sum, text) => sum + (text === 'c' ? 0 : Number(text)), 0);
  const hidden = texts.filter((text) => text === 'c').length;
  return { sum: known + 3 * hidden, least: known + hidden, most: known + 5 * hidden, isHidden: true };
};

/** Sums of three years on each side, and the least and the most that each can have been. */
export interface Sums {
  before: number;
  after: number;
  least: { before: number; after: number };
  most: { before: number; after: number };
  /** Whether a count that is held back leaves one open. */
  isHidden: boolean;
}

/** The two sides of an area; undefined where a figure of the six is not held and its councils do not give it. */
export const sumsOf = (key: string, measure: Measure, level: Level = 'Local authority'): Sums | undefined => {
  const column = COLUMNS[measure];
  const side = (years: number[]): Open | undefined => {
    const counts = years.map((year) => {
      const count = at(key, year, column, level);
      if (count === undefined) return level === 'Regional' ? fromCouncils(key, year, column) : undefined;
      return whole(count, roundedTo({ file: 'children_looked_after', column }, level, String(year)));
    });
    if (counts.includes(undefined)) return undefined;
    return (counts as Open[]).reduce((a, b) => ({
      sum: a.sum + b.sum,
      least: a.least + b.least,
      most: a.most + b.most,
      isHidden: a.isHidden || b.isHidden
    }));
  };
  const [before, after] = [side(BEFORE), side(AFTER)];
  if (!before || !after) return undefined;
  return {
    before: before.sum,
    after: after.sum,
    least: { before: before.least, after: after.least },
    most: { before: before.most, after: after.most },
    isHidden: before.isHidden || after.isHidden
  };
};

/** The sums of several areas together. */
export const together = (all: Sums[]): Sums =>
  all.reduce((a, b) => ({
    before: a.before + b.before,
    after: a.after + b.after,
    least: { before: a.least.before + b.least.before, after: a.least.after + b.least.after },
    most: { before: a.most.before + b.most.before, after: a.most.after + b.most.after },
    isHidden: a.isHidden || b.isHidden
  }));

/** 1 where it rose whatever rounding did, −1 where it fell so, else 0. */
export const way = ({ least, most }: Sums): number =>
  least.after > most.before ? 1 : most.after < least.before ? -1 : 0;

/** The change in per cent of what was before; multiplied first, so that a half stays a half. */
export const percentOf = ({ before, after }: Sums): number => ((after - before) * 100) / before;

/** A number with its sign, a true minus: "+17%", "−4%", "0%". */
export const signed = (percent: number): string => {
  const whole = Math.round(Math.abs(percent));
  return `${whole === 0 ? '' : percent > 0 ? '+' : '−'}${whole}%`;
};

/** England's own starts, three years after over three before: revised later, so no council is compared with it. */
export const ENGLAND_RATIO =
  AFTER.reduce((sum, year) => sum + SERIES.started.get(year)!, 0) /
  BEFORE.reduce((sum, year) => sum + SERIES.started.get(year)!, 0);

/**
 * How many standard deviations a council's change lies from that of all councils together, rounding taken so that it lies as near as can be; 0 where
 * rounding can put it on either side. On the logarithm: the deviation of the ratio of two counts one expects is √(1/a + 1/b).
 */
export const distance = ({ before, least: low, most: high }: Sums): number => {
  const deviation = Math.sqrt((1 + 1 / CENTRE) / before);
  const log = (a: number, b: number) => Math.log(a / b / CENTRE) / deviation;
  const [least, most] = [log(low.after, high.before), log(high.after, low.before)];
  return least > 0 ? least : most < 0 ? most : 0;
};

/** Names of the councils with a figure from 2006 to 2012, by code. */
export const councils = new Map(
  LOOKED_AFTER.filter(
    ({ geographic_level: level, time_period: year }) =>
      level === 'Local authority' && year! >= '2006' && year! <= '2012'
  ).map((row) => [row.old_la_code!, row.la_name!])
);

/** All councils that have the six years of a measure, added up. */
export const allCouncils = (measure: Measure): Sums =>
  together([...councils.keys()].flatMap((code) => sumsOf(code, measure) ?? []));

/** The starts of all councils together, three years after over three before: what each is compared with. */
export const CENTRE = allCouncils('started').after / allCouncils('started').before;

/** City of London and Isles of Scilly. */
const SMALL = ['201', '420'];

/** Codes of the councils with all six years of starts, the largest rise first. */
export const ranked = [...councils.keys()]
  .filter((code) => sumsOf(code, 'started') && !SMALL.includes(code))
  .sort((a, b) => percentOf(sumsOf(b, 'started')!) - percentOf(sumsOf(a, 'started')!));

/** The five groups by deprivation, the least deprived first: as equal as can be, the larger ones first. */
export const fifths = (() => {
  const rows = table('deprivation');
  const score = (code: string): number =>
    Number(
      ['2019', '2015']
        .map((edition) => rows.find((row) => row.edition === edition && row.old_la_code === code)?.imd_average_score)
        .find((text) => text && /^[\d.]+$/.test(text))
    );
  const order = [...ranked].sort((a, b) => score(a) - score(b));
  const size = Math.floor(order.length / 5);
  const larger = order.length % 5;
  return [0, 1, 2, 3, 4].map((i) => {
    const from = i * size + Math.min(i, larger);
    return order.slice(from, from + size + (i < larger ? 1 : 0));
  });
})();

/** Codes of the regions, London and its halves among them, by name. */
export const regions = new Map(
  LOOKED_AFTER.filter((row) => row.geographic_level === 'Regional').map((row) => [row.region_code!, row.region_name!])
);
