import { TOO_SMALL } from '#lib/series/denominator.ts';
import {
  BREAK_KINDS,
  CUTTING_KINDS,
  STATUS_MEANING,
  STATUS_WORDS,
  SYMBOLS,
  formatNumber,
  fullName,
  isSymbol,
  list,
  readIn
} from '#lib/domain/index.ts';
import { CATALOGUE } from '#lib/domain/catalogue/index.ts';
import { readDataSets } from '#lib/server/index-of-data.ts';
import { readAreas } from '#lib/server/published.ts';
import { readTable } from '#lib/server/tables.ts';
import { roundedTo } from '#lib/statistics/rounding.ts';

type Row = Record<string, string>;

const rowsOf = (set: string, level: string, period: string): Row[] =>
  readTable(`${set}.csv`).rows.filter((row) => row.geographic_level === level && row.time_period === period);

const numberIn = (row: Row | undefined, column: string): number => {
  const cell = row?.[column];
  if (!cell || isSymbol(cell))
    throw new Error(`src/routes/methods/facts.ts: expected a number in ${column}, found ${cell ?? 'no row'}`);
  return Number(cell);
};

const authority = (set: string, code: string, period: string): Row | undefined =>
  rowsOf(set, 'Local authority', period).find((row) => row.old_la_code === code);

/** A rate with the count and the population it is worked out from, of the last year held. */
const exampleOfRate = () => {
  const year = readDataSets().find(({ name }) => name === 'children_looked_after')!.last;
  const [england] = rowsOf('children_looked_after', 'National', year);
  const [people] = rowsOf('population_aged_0_to_17', 'National', String(Number(year) - 1));
  return {
    year,
    before: String(Number(year) - 1),
    count: formatNumber(numberIn(england, 'looked_after_31_march')),
    population: formatNumber(numberIn(people, 'population')),
    rate: formatNumber(numberIn(england, 'looked_after_31_march_rate'), 1)
  };
};

/** How Haringey's estimates of children stepped at a census, and what that did to its printed rate. */
const stepAtCensus = () => {
  const used = (year: string) => numberIn(authority('population_aged_0_to_17', '309', year), 'population_as_used_then');
  const row = authority('children_looked_after', '309', '2010');
  return {
    rise: formatNumber((used('2011') / used('2010') - 1) * 100),
    printed: formatNumber(numberIn(row, 'looked_after_31_march_rate_as_published')),
    now: formatNumber(numberIn(row, 'looked_after_31_march_rate'), 1)
  };
};

/** What rounding to 5 leaves open in the smallest authority with a rate for March 2008, the two tiny ones apart. */
const exampleOfRounding = () => {
  const found = rowsOf('children_looked_after', 'Local authority', '2008')
    .filter((row) => !TOO_SMALL.includes(row.old_la_code!) && !isSymbol(row.looked_after_31_march_rate!))
    .map((row) => ({
      row,
      people: numberIn(authority('population_aged_0_to_17', row.old_la_code!, '2007'), 'population')
    }))
    .sort((a, b) => a.people - b.people)[0]!;
  const count = numberIn(found.row, 'looked_after_31_march');
  const { low, high } = roundedTo(count, 5);
  const per = (children: number) => formatNumber((children / found.people) * 10_000, 1);
  return {
    name: found.row.la_name!,
    count: formatNumber(count),
    low: formatNumber(low),
    high: formatNumber(high),
    rate: formatNumber(numberIn(found.row, 'looked_after_31_march_rate'), 1),
    from: per(low),
    to: per(high)
  };
};

const breaksByKind = () => {
  const rows = readTable('breaks.csv').rows;
  return BREAK_KINDS.map((kind) => ({
    kind,
    cuts: (CUTTING_KINDS as readonly string[]).includes(kind),
    count: rows.filter((row) => row.kind === kind).length
  }));
};

const cellsBySymbol = () => {
  const cells = new Map<string, number>();
  for (const { files, indicators } of readDataSets())
    for (const row of readTable(files.csv).rows)
      for (const { name } of indicators)
        if (isSymbol(row[name]!)) cells.set(row[name]!, (cells.get(row[name]!) ?? 0) + 1);
  return Object.entries(SYMBOLS).map(([symbol, status]) => ({
    symbol,
    word: STATUS_WORDS[status],
    meaning: STATUS_MEANING[status],
    cells: formatNumber(cells.get(symbol) ?? 0)
  }));
};

const authorities = () => {
  const all = readAreas().filter(({ level }) => level === 'Local authority');
  const names = new Map(all.map((area) => [area.key, fullName(area)]));
  const named = (keys: string[]) => keys.flatMap((key) => names.get(key) ?? []).join('; ');
  return {
    all: all.length,
    today: all.filter(({ ended }) => !ended).length,
    ended: all
      .filter(({ ended }) => ended)
      .map(({ key, successors }) => ({ name: names.get(key)!, successors: named(successors) })),
    recoded: list(all.filter(({ codes }) => codes.length > 1).map(({ name }) => name))
  };
};

/** How far the authorities' numbers of a column are from England's, by year, for the years that both are held. */
const sums = (set: string, column: string) =>
  [...new Set(readTable(`${set}.csv`).rows.map((row) => row.time_period!))].sort().flatMap((year) => {
    const own = rowsOf(set, 'Local authority', year).filter((row) => !isSymbol(row[column]!));
    const [england] = rowsOf(set, 'National', year);
    if (!own.length || !england || isSymbol(england[column]!)) return [];
    const sum = own.reduce((total, row) => total + Number(row[column]), 0);
    return [{ year, sum, england: Number(england[column]), authorities: own.length }];
  });

const addingUp = () => {
  const lookedAfter = sums('children_looked_after', 'looked_after_31_march');
  const far = Math.max(...lookedAfter.map(({ sum, england }) => Math.abs(sum / england - 1)));
  const plans = sums('child_protection_plans', 'on_plan_31_march')[0]!;
  return {
    first: lookedAfter[0]!.year,
    last: lookedAfter.at(-1)!.year,
    farthest: formatNumber(far * 100, 2),
    plans: {
      year: plans.year,
      sum: formatNumber(plans.sum),
      england: formatNumber(plans.england),
      authorities: plans.authorities
    }
  };
};

const seam = () => {
  const at = (year: string) =>
    formatNumber(numberIn(rowsOf('child_protection_plans', 'National', year)[0], 'on_plan_31_march'));
  return { before: at('2009'), after: at('2010') };
};

/** The months of 2007 that are held of care applications, each beside the same month of 2008. */
const spring2008 = () => {
  const inMonth = (year: string, month: string) =>
    readTable('care_applications_by_month.csv').rows.find(
      (row) => row.time_period === year && row.time_identifier === month
    );
  return readTable('care_applications_by_month.csv')
    .rows.filter((row) => row.time_period === '2007' && !isSymbol(row.applications!))
    .reverse()
    .map((row) => ({
      month: row.time_identifier!,
      before: formatNumber(Number(row.applications)),
      after: formatNumber(numberIn(inMonth('2008', row.time_identifier!), 'applications'))
    }));
};

/** The counts that were worked out: sums of authorities, those among them that leave a suppressed figure out, and others. */
const derivedFigures = () => {
  const { rows } = readTable('derived_figures.csv');
  const sums = rows.filter(({ geographic_level: level }) => level === 'Regional');
  return {
    all: formatNumber(rows.length),
    sums: formatNumber(sums.length),
    short: formatNumber(sums.filter(({ how }) => how!.includes('suppressed')).length),
    others: rows.length - sums.length
  };
};

/** Every number and name of the page on methods, counted in the published files. */
export const facts = () => ({
  sets: readDataSets().length,
  rows: formatNumber(readDataSets().reduce((sum, { rows }) => sum + rows, 0)),
  measures: CATALOGUE.length,
  runs: formatNumber(readTable('lineage.csv').rows.length),
  press: readTable('lineage.csv').rows.filter((row) => readIn({ source: row.source!, note: row.note! }) === 'press')
    .length,
  publications: readTable('sources.csv').rows.filter(({ source }) => source !== 'derived').length,
  derived: derivedFigures(),
  rate: exampleOfRate(),
  step: stepAtCensus(),
  rounding: exampleOfRounding(),
  breaks: breaksByKind(),
  symbols: cellsBySymbol(),
  authorities: authorities(),
  sums: addingUp(),
  seam: seam(),
  spring: spring2008()
});

export type Facts = ReturnType<typeof facts>;
