import { TOO_SMALL } from './beside.ts';
import { tailsOf } from './chance.ts';
import {
  bounds,
  cells,
  comparable,
  isLowConfidence,
  isNumber,
  numberIn,
  numbers,
  outOf,
  places,
  rounded,
  roundingShows,
  unrounded,
  type Cell,
  type Column
} from './raw.ts';
import { read, type Claims, type Comparison, type EnglandClaim, type When } from './said.ts';

/** What a text ought to be about. */
export interface Asked {
  key: string;
  /** The areas that the reader chose: an index starts from a year that they share with England. */
  chosen: string[];
  column: Column;
  unit: string;
  /** Decimal places. */
  dp: number;
  /** True for England beside an area that has numbers of its own. */
  beside?: boolean;
}

const ENGLAND = 'E92000001';

/** A figure in tenths, so that sums are exact: "67.1" is 671. */
const tenths = (text: string): number => Math.round(Number(text) * 10);

const thousands = (whole: number): string => String(whole).replace(/\B(?=(\d{3})+$)/g, ',');

const written = (figure: number, dp: number): string =>
  dp === 0 ? thousands(Math.round(figure / 10)) : `${thousands(Math.floor(figure / 10))}.${figure % 10}`;

const timing = ({ file, column }: Column): string => {
  if (file.endsWith('_by_month')) return 'month';
  if (file === 'social_work_workforce') return 'on 30 september';
  if (file === 'population_aged_0_to_17') return 'in mid';
  return /31_march|two_years_or_more/.test(column) ? 'on 31 march' : 'in the year to 31 march';
};

const same = (a: Column, b: Column): boolean =>
  a.file === b.file && a.column === b.column && a.filter?.value.toLowerCase() === b.filter?.value.toLowerCase();

/** The first year from March 2008 on that each area has a number above zero in, comparable with its latest. */
const sharedBase = (column: Column, areas: string[]): string | undefined => {
  const lists = areas
    .map((area) => ({ area, held: numbers(column, area) }))
    .filter(({ held }) => held.length)
    .map(({ area, held }) =>
      held
        .filter(
          ({ period, text }) =>
            period >= '2008' && Number(text) > 0 && comparable(column, area, period, held.at(-1)!.period)
        )
        .map(({ period }) => period)
    );
  return lists[0]?.find((period) => lists.every((each) => each.includes(period)));
};

export const baseOf = (column: Column, chosen: string[]): string | undefined =>
  sharedBase(column, [...new Set([ENGLAND, ...chosen])]) ?? sharedBase(column, [ENGLAND]);

/** The figures that a unit shows of an area, in tenths, by period. */
const shown = ({ column, unit, chosen }: Asked, key: string): Map<string, number> => {
  const held = numbers(column, key);
  if (unit !== 'index') return new Map(held.map(({ period, text }) => [period, tenths(text)]));
  const base = baseOf(column, chosen);
  const hundred = held.find(({ period }) => period === base);
  if (!hundred || Number(hundred.text) === 0) return new Map();
  const by = tenths(hundred.text);
  // Half up, in whole numbers.
  return new Map(held.map(({ period, text }) => [period, Math.floor((2000 * tenths(text) + by) / (2 * by))]));
};

/** The figures of `shown` before they were rounded, in tenths: what differences are worked out from. */
const unroundedOf = ({ column, unit, chosen }: Asked, key: string): Map<string, number> => {
  const held = numbers(column, key);
  if (unit !== 'index') return new Map(held.map((cell) => [cell.period, unrounded(column, key, cell) * 10]));
  const base = baseOf(column, chosen);
  const hundred = Number(held.find(({ period }) => period === base)?.text);
  return new Map(held.map(({ period, text }) => [period, (Number(text) / hundred) * 1000]));
};

/** The last period of which the column has any figure, of whatever area, or the last before the authority ended. */
const lastPossible = (column: Column, key: string): string => {
  const all = [...places.keys()].flatMap((each) => cells(column, each).filter(({ text }) => text !== 'x'));
  const last = all.reduce((latest, { period }) => (period > latest ? period : latest), '');
  const { ended } = places.get(key)!;
  if (!ended) return last;
  const year = Number(ended.slice(0, 4)) - (timing(column).includes('31 march') ? 0 : 1);
  return String(year) < last ? String(year) : last;
};

const lastPossibles = new Map<string, string>();
const lastOf = (column: Column, key: string): string => {
  const id = JSON.stringify([column, key]);
  if (!lastPossibles.has(id)) lastPossibles.set(id, lastPossible(column, key));
  return lastPossibles.get(id)!;
};

const REASONS: [RegExp, string[]][] = [
  [/^(is|are) not published: the publisher held (it|them) back so that no one can be identified$/, ['c']],
  [/^(is|are) not held here$/, ['x']],
  [/^(is|are) not given: the publisher judged (it|them) too unreliable$/, ['u']],
  [/^(is|are) more than zero, but (rounds|round) to zero$/, ['low', 'k']],
  [/^(does|do) not apply$/, ['z']]
];

// Both figures and the range between them stand to a tenth: half a tenth each.
const SHOWN_TO_A_TENTH = 0.15;
const ROUNDING_ERROR = 1e-9;

/** What is untrue of what is said of chance. */
export const chanceFaults = (
  { how, similar, chance }: Pick<EnglandClaim, 'how' | 'similar' | 'chance'>,
  { key, column, unit }: Pick<Asked, 'key' | 'column' | 'unit'>,
  mine: Cell,
  theirs: Cell
): string[] => {
  const base = outOf(column, key, mine.period);
  const tested = (how === 'higher' || how === 'lower') && !TOO_SMALL.includes(key);
  if (!tested || base === undefined || !['rate', 'percent'].includes(unit))
    return chance || similar ? ['chance is spoken of where nothing can be tested'] : [];
  const { low, high } = bounds(column, key, mine);
  const per = unit === 'rate' ? 10_000 : 100;
  const share = unrounded(column, ENGLAND, theirs) / per;
  const tails = tailsOf(unit === 'rate' ? 'rate' : 'percent', base, share);
  const outside = !similar;
  const out: string[] = [];
  if (similar !== chance.includes('could explain')) out.push(`“similar” and “${chance}” do not agree`);
  if (chance.includes('rounding') !== (low < high && roundingShows(column, key, mine)))
    if (similar) out.push('rounding is spoken of, or not, against what the publication states');
  // The limits run between whole counts: within one count of them either word may stand.
  const count = (figure: number): number => (figure / per) * base;
  const sure = how === 'higher' ? tails.above(count(low)) : tails.below(count(high));
  const near = how === 'higher' ? tails.above(count(low) + 1) : tails.below(count(high) - 1);
  const far = how === 'higher' ? tails.above(count(low) - 1) : tails.below(count(high) + 1);
  if (outside && near > 0.025) out.push(`“${how}” beyond chance, but chance gives it with ${sure}`);
  if (!outside && far < 0.025) out.push(`“similar”, but chance gives it with ${sure}`);
  return out;
};

class Checker {
  readonly faults: string[] = [];
  readonly claims: Claims;
  readonly figures: Map<string, number>;
  readonly held: Cell[];

  constructor(
    text: string,
    readonly asked: Asked
  ) {
    this.claims = read(text);
    this.figures = shown(asked, asked.key);
    this.held = numbers(asked.column, asked.key).filter(({ period }) => this.figures.has(period));
  }

  expect(what: string, found: unknown, expected: unknown): void {
    if (JSON.stringify(found) !== JSON.stringify(expected))
      this.faults.push(`${what}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`);
  }

  /** A figure as it should be written. */
  written(period: string, figures = this.figures): string | undefined {
    const figure = figures.get(period);
    return figure === undefined ? undefined : written(figure, this.asked.dp);
  }

  level(latest: Cell): void {
    const { key, column, unit, chosen } = this.asked;
    const { level } = this.claims;
    if (!level) return void this.faults.push('expected a sentence with the latest figure');
    const place = places.get(key)!;
    this.expect('place', level.place, place.prose);
    if (!same(level.of, column)) this.expect('what is counted', level.of, column);
    this.expect('a rate', level.rate, unit === 'rate');
    this.expect('a percentage', level.percent, unit === 'percent');
    this.expect('timing', level.when.kind, timing(column));
    this.expect('latest period', level.when.period, latest.period);
    this.expect('latest figure', level.value, this.written(latest.period));
    this.expect('base', level.index?.period, unit === 'index' ? baseOf(column, chosen) : undefined);
    if (level.index) this.expect('timing of the base', level.index.kind, timing(column));
    const { singular, by } = level.grammar;
    if (singular !== undefined) this.expect('singular', singular, Number(level.value) === 1 && unit !== 'rate');
    if (by) this.expect('by or in', by, place.level === 'Local authority' ? 'by' : 'in');
  }

  /** One comparison: `from` and `to` are the figures in tenths, with where the truth behind each can lie. */
  comparison(
    what: string,
    { how, by, points }: Comparison,
    from: { figure: number; unrounded: number; low: number; high: number },
    to: typeof from
  ): void {
    const { unit, dp } = this.asked;
    const tenth = dp === 0 ? 10 : 1;
    const difference = rounded((to.unrounded - from.unrounded) / tenth, 0) * tenth;
    const counted = unit === 'number' || unit === 'month' || unit === 'started';
    if (how.startsWith('the same')) {
      this.expect(`${what}: difference of what is “the same”`, difference, 0);
      this.expect(`${what}: figures that are “the same”`, to.figure, from.figure);
    } else if (how.startsWith('nearly the same')) {
      this.expect(`${what}: difference of what is “nearly the same”`, difference, 0);
      if (to.figure === from.figure) this.faults.push(`${what}: “nearly the same”, but the figures are the same`);
    } else if (how.startsWith('within rounding')) {
      if (difference === 0 && to.figure === from.figure)
        this.faults.push(`${what}: “within rounding”, but the figures are the same`);
      const apart = Math.max(to.low - from.high, from.low - to.high);
      if (apart > (dp ? SHOWN_TO_A_TENTH : 0) + ROUNDING_ERROR)
        this.faults.push(`${what}: “within rounding”, but the figures are at least ${apart} apart`);
    } else {
      const up = how === 'higher' || how === 'more';
      this.expect(`${what}: words`, how, counted ? (up ? 'more' : 'fewer') : up ? 'higher' : 'lower');
      this.expect(`${what}: difference`, by, written(Math.abs(difference), dp));
      this.expect(`${what}: direction`, up, difference > 0);
      this.expect(`${what}: percentage points`, points, unit === 'percent');
      const sure = up ? to.low - from.high : from.low - to.high;
      if (sure < -ROUNDING_ERROR) this.faults.push(`${what}: “${how}”, but rounding alone could explain it`);
    }
  }

  side(key: string, cell: Cell, figures: Map<string, number>) {
    return {
      figure: figures.get(cell.period)!,
      unrounded: unroundedOf(this.asked, key).get(cell.period)!,
      ...bounds(this.asked.column, key, cell)
    };
  }

  changes(latest: Cell): void {
    const { key, column } = this.asked;
    const month = timing(column) === 'month' ? latest.period.slice(4) : '';
    const all = this.held.filter(
      ({ period }) => period < latest.period && period.endsWith(month) && comparable(column, key, period, latest.period)
    );
    const earlier = all.filter(({ period }) => !isLowConfidence(column, key, period));
    const first = earlier[0];
    this.expect(
      'years not used',
      this.claims.skipped,
      all
        .filter((cell) => !earlier.includes(cell) && (!first || cell.period < first.period))
        .map(({ period }) => period)
    );
    this.expect('nothing to compare with', this.claims.incomparable, first === undefined);
    if (!first) return this.expect('changes', this.claims.changes, undefined);
    const then = month ? `${Number(latest.period.slice(0, 4)) - 1}${month}` : '2008';
    const base = earlier.find(({ period }) => period === then);
    const expected = base && base !== first ? [base, first] : [first];
    const said = this.claims.changes;
    if (!said) return void this.faults.push('expected a sentence about the change');
    this.expect(
      'how the first is called',
      said.first,
      month ? 'the first such month held' : 'the first year that can be compared'
    );
    this.expect(
      'years compared with',
      said.claims.map(({ when }) => when),
      expected.map(({ period }): When => ({ kind: timing(column), period }))
    );
    said.claims.forEach((claim, i) => {
      const from = expected[i];
      if (!from) return;
      this.expect(`figure of ${from.period}`, claim.value, this.written(from.period));
      this.expect('percent sign', claim.percent, this.asked.unit === 'percent');
      this.comparison(from.period, claim, this.side(key, from, this.figures), this.side(key, latest, this.figures));
    });
  }

  england(latest: Cell): void {
    const { key, column, unit } = this.asked;
    const theirs = numberIn(column, ENGLAND, latest.period);
    const comparing = ['rate', 'percent', 'average'].includes(unit) && key !== ENGLAND && theirs !== undefined;
    const claim = this.claims.england;
    this.expect('England is mentioned', claim !== undefined, comparing);
    if (!claim || !theirs) return;
    const figures = shown(this.asked, ENGLAND);
    this.expect('date of England’s figure', claim.when, { kind: timing(column), period: latest.period });
    this.expect('England’s figure', claim.value, this.written(latest.period, figures));
    this.expect('percent sign of England’s', claim.percent, unit === 'percent');
    if (claim.how !== 'the same') this.expect('whose figure', claim.place, places.get(key)!.prose);
    this.comparison('England', claim, this.side(ENGLAND, theirs, figures), this.side(key, latest, this.figures));
    for (const fault of chanceFaults(claim, this.asked, latest, theirs)) this.faults.push(fault);
  }

  /** The reasons given, against the codes of the table; then whether every code is accounted for. */
  after(from: string): void {
    const { key, column } = this.asked;
    const later = cells(column, key).filter(({ period }) => period > from);
    const code = new Map(later.map(({ period, text }) => [period, text]));
    const { reasons, noMoreHeld, notCountedFrom, lastCounted } = this.claims;
    const told = new Set<string>();
    for (const { periods, many, why } of reasons) {
      const codes = REASONS.find(([words]) => words.test(why))?.[1];
      if (!codes) this.faults.push(`unknown reason “${why}”`);
      this.expect(`several periods (${why})`, many, periods.length > 1);
      this.expect(`verb of several (${why})`, /^(are|do) /.test(why) && !/ it | rounds /.test(why), many);
      for (const period of periods) {
        if (!codes?.includes(code.get(period) ?? '')) this.expect(`code of ${period}`, code.get(period), codes);
        told.add(period);
      }
    }
    if (notCountedFrom) {
      const none = later.filter(({ period }) => period >= notCountedFrom);
      this.expect('codes where it was no longer counted', new Set(none.map(({ text }) => text)).size, 1);
      this.expect('code where it was no longer counted', none[0]?.text, 'z');
      this.expect('code of the year before', code.get(String(Number(notCountedFrom) - 1)), 'x');
    }
    if (lastCounted) {
      this.expect('last counted', lastCounted, { kind: timing(column), period: from });
      this.expect('year after the last', later[0]?.period, String(Number(from) + 1));
      this.expect('codes after the last', [...new Set(later.map(({ text }) => text))], ['z']);
    }
    const last = lastOf(column, key);
    if (noMoreHeld && from >= last) this.faults.push('“No later figure is held here”, but this is the last of all');
    for (const { period, text } of later) {
      const covered =
        told.has(period) ||
        lastCounted ||
        (notCountedFrom && period >= notCountedFrom) ||
        (text === 'x' && (noMoreHeld || notCountedFrom || period > last));
      if (!covered) this.faults.push(`nothing is said of ${period}, which is “${text}”`);
    }
    const months = timing(column) === 'month';
    this.expect(
      'the last month held',
      this.claims.lastMonth,
      months && from ? { kind: 'month', period: from } : undefined
    );
    if (months && from && from !== last) this.faults.push(`“the last month held”, but ${last} is held`);
    const open = from < last && !told.has(last) && !noMoreHeld && !notCountedFrom && !lastCounted;
    if (open) this.faults.push(`nothing is said of the years to ${last}`);
  }

  run(): string[] {
    const { key } = this.asked;
    const { claims } = this;
    if (claims.rest) this.faults.push(`a sentence that no pattern knows: “${claims.rest}”`);
    const latest = this.held.at(-1);
    if (latest) {
      this.expect('“no figure to show”', claims.none, undefined);
      this.level(latest);
      this.changes(latest);
      this.england(latest);
      this.after(latest.period);
    } else {
      this.expect('“no figure to show”', claims.none, places.get(key)!.prose);
      this.after('');
    }
    const { ended } = places.get(key)!;
    const [year, month, day] = ended.split('-');
    const months = 'January February March April May June July August September October November December'.split(' ');
    this.expect(
      'end of the authority',
      claims.ended,
      ended && latest ? `${Number(day)} ${months[Number(month) - 1]} ${year}` : undefined
    );
    return this.faults;
  }
}

/** What is untrue, missing or ungrammatical in a text; an area without a text must have nothing to tell. */
export const check = (text: string | undefined, asked: Asked): string[] => {
  const { key, column, unit, beside } = asked;
  if (text === undefined) {
    const held = cells(column, key).some(({ text }) => isNumber(text) || text === 'c' || text === 'u');
    // England's number is left out beside another area's; an index needs a base.
    const leftOut = unit === 'number' && beside;
    const baseless = unit === 'index' && !shown(asked, key).size;
    return held && !leftOut && !baseless ? ['expected a text, as figures are held'] : [];
  }
  try {
    return new Checker(text, asked).run();
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
};
