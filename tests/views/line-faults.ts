import type { LineClaim, MissingStatus } from '#lib/figures/time/claims.ts';
import { englandFaults, ENGLAND, figureIn, standsFaults, type Asked, type Figure } from './claim-faults.ts';
import {
  cells,
  comparable,
  isLowConfidence,
  isNumber,
  numbers,
  places,
  rounded,
  type Cell,
  type Column
} from './raw.ts';

/*
 * What is untrue of the claims of a line of a chart over time, or missing from them, by the published tables.
 */

/** What the claims ought to be about. */
export interface AskedLine extends Asked {
  line: string;
  /** The areas that the reader chose: an index starts from a year that they share with England. */
  chosen: string[];
  /** True for England beside an area that has numbers of its own. */
  beside?: boolean;
}

const isMonthly = ({ file }: Column): boolean => file.endsWith('_by_month');

/** True of what is counted on or up to 31 March. */
const isOfMarch = ({ file }: Column): boolean =>
  !file.endsWith('_by_month') && file !== 'social_work_workforce' && file !== 'population_aged_0_to_17';

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

const baseOf = ({ unit, column, chosen }: AskedLine): string | undefined =>
  unit === 'index'
    ? (sharedBase(column, [...new Set([ENGLAND, ...chosen])]) ?? sharedBase(column, [ENGLAND]))
    : undefined;

/** The figures of an area in the unit that is shown, by period. */
const figuresOf = (asked: AskedLine, key: string): Map<string, Figure> => {
  const { column, unit } = asked;
  const held = numbers(column, key);
  if (unit !== 'index') return new Map(held.map((cell) => [cell.period, figureIn(column, key, cell)]));
  const base = baseOf(asked);
  const hundred = Number(held.find(({ period }) => period === base)?.text ?? 0);
  if (!hundred) return new Map();
  return new Map(
    held.map((cell) => {
      const unrounded = (100 * Number(cell.text)) / hundred;
      return [cell.period, { ...figureIn(column, key, cell), shown: rounded(unrounded, 1), unrounded }];
    })
  );
};

/** The last period of which a column has any figure, of whatever area, or the last before the authority ended. */
const lastPossible = (column: Column, key: string): string => {
  const all = [...places.keys()].flatMap((each) => cells(column, each).filter(({ text }) => text !== 'x'));
  const last = all.reduce((latest, { period }) => (period > latest ? period : latest), '');
  const { ended } = places.get(key)!;
  if (!ended) return last;
  const year = String(Number(ended.slice(0, 4)) - (isOfMarch(column) ? 0 : 1));
  return year < last ? year : last;
};

const lastPossibles = new Map<string, string>();
const lastOf = (column: Column, key: string): string => {
  const id = JSON.stringify([column, key]);
  if (!lastPossibles.has(id)) lastPossibles.set(id, lastPossible(column, key));
  return lastPossibles.get(id)!;
};

/** The codes of the tables behind each reason why there is no figure. */
const CODES: Record<MissingStatus, string[]> = {
  suppressed: ['c'],
  unavailable: ['x'],
  unreliable: ['u'],
  low: ['low', 'k'],
  'not applicable': ['z']
};

type Kind = LineClaim['kind'];
type Of<K extends Kind> = Extract<LineClaim, { kind: K }>;

class Checker {
  readonly faults: string[] = [];
  readonly figures: Map<string, Figure>;
  readonly held: Cell[];

  constructor(
    readonly claims: LineClaim[],
    readonly asked: AskedLine
  ) {
    this.figures = figuresOf(asked, asked.key);
    this.held = numbers(asked.column, asked.key).filter(({ period }) => this.figures.has(period));
  }

  expect(what: string, found: unknown, expected: unknown): void {
    if (JSON.stringify(found) !== JSON.stringify(expected))
      this.faults.push(`${what}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`);
  }

  all<K extends Kind>(kind: K): Of<K>[] {
    return this.claims.filter((each): each is Of<K> => each.kind === kind);
  }

  one<K extends Kind>(kind: K): Of<K> | undefined {
    const found = this.all(kind);
    if (found.length > 1) this.faults.push(`${kind}: expected once, found ${found.length} times`);
    return found[0];
  }

  level(latest: Cell): void {
    const { key, line } = this.asked;
    const base = baseOf(this.asked);
    this.expect('latest figure', this.one('level'), {
      kind: 'level',
      area: key,
      line,
      period: latest.period,
      value: this.figures.get(latest.period)!.shown,
      ...(base ? { base } : {})
    });
  }

  earlier(latest: Cell): void {
    const { key, column, dp } = this.asked;
    const month = isMonthly(column) ? latest.period.slice(4) : '';
    const all = this.held.filter(
      ({ period }) => period < latest.period && period.endsWith(month) && comparable(column, key, period, latest.period)
    );
    const sure = all.filter(({ period }) => !isLowConfidence(column, key, period));
    const first = sure[0];
    const skipped = all.filter((cell) => !sure.includes(cell) && (!first || cell.period < first.period));
    this.expect(
      'years not used',
      this.one('low confidence')?.periods ?? [],
      skipped.map(({ period }) => period)
    );
    const then = month ? `${Number(latest.period.slice(0, 4)) - 1}${month}` : '2008';
    const base = sure.find(({ period }) => period === then);
    const expected = !first ? [] : base && base !== first ? [base, first] : [first];
    const claimed = this.one('earlier')?.compared;
    if (!claimed) return void this.faults.push('expected what the figure is compared with');
    this.expect(
      'figures compared with',
      claimed.map(({ period, value }) => [period, value]),
      expected.map(({ period }) => [period, this.figures.get(period)!.shown])
    );
    claimed.forEach((claim) => {
      const from = this.figures.get(claim.period);
      if (!from) return;
      for (const fault of standsFaults(claim, from, this.figures.get(latest.period)!, dp))
        this.faults.push(`${claim.period}: ${fault}`);
    });
  }

  /** The reasons given, against the codes of the table; then whether every code is accounted for. */
  after(from: string): void {
    const { key, column } = this.asked;
    const later = cells(column, key).filter(({ period }) => period > from);
    const code = new Map(later.map(({ period, text }) => [period, text]));
    const told = new Set<string>();
    for (const { status, periods } of this.all('missing'))
      for (const period of periods) {
        if (!CODES[status].includes(code.get(period) ?? ''))
          this.expect(`code of ${period}`, code.get(period), CODES[status]);
        told.add(period);
      }
    const stopped = this.one('no longer counted')?.from;
    if (stopped) {
      const none = later.filter(({ period }) => period >= stopped);
      this.expect('codes where it was no longer counted', [...new Set(none.map(({ text }) => text))], ['z']);
      this.expect('code of the year before', code.get(String(Number(stopped) - 1)), 'x');
    }
    const lastCounted = this.one('last counted')?.period;
    if (lastCounted) {
      this.expect('last counted', lastCounted, from);
      this.expect('year after the last', later[0]?.period, String(Number(from) + 1));
      this.expect('codes after the last', [...new Set(later.map(({ text }) => text))], ['z']);
    }
    const isNoLater = this.one('no later figure') !== undefined;
    const last = lastOf(column, key);
    if (isNoLater && from >= last) this.faults.push('no later figure, but this is the last of all');
    for (const { period, text } of later) {
      const isCovered =
        told.has(period) ||
        lastCounted ||
        (stopped && period >= stopped) ||
        (text === 'x' && (isNoLater || stopped || period > last));
      if (!isCovered) this.faults.push(`nothing is claimed of ${period}, which is “${text}”`);
    }
    const isOpen = from < last && !told.has(last) && !isNoLater && !stopped && !lastCounted;
    if (isOpen) this.faults.push(`nothing is claimed of the years to ${last}`);
    const months = isMonthly(column) && from ? from : undefined;
    this.expect('the last month held', this.one('last month')?.period, months);
    if (months && from !== last) this.faults.push(`${from} is called the last month held, but ${last} is held`);
  }

  run(): string[] {
    const { key } = this.asked;
    const latest = this.held.at(-1);
    const { ended } = places.get(key)!;
    this.expect('no figure', this.one('no figure')?.area, latest ? undefined : key);
    this.expect('end of the authority', this.one('ended')?.date, ended && latest ? ended : undefined);
    if (latest) {
      this.level(latest);
      this.earlier(latest);
      this.faults.push(...englandFaults(this.one('England'), this.asked, latest));
    } else for (const kind of ['level', 'earlier', 'England'] as const) this.expect(kind, this.one(kind), undefined);
    this.after(latest?.period ?? '');
    return this.faults;
  }
}

/** What is untrue of the claims of a line, or missing from them; an area without a line must have nothing to tell. */
export const lineFaults = (claims: LineClaim[] | undefined, asked: AskedLine): string[] => {
  const { key, column, unit, beside } = asked;
  if (claims) return new Checker(claims, asked).run();
  const isHeld = cells(column, key).some(({ text }) => isNumber(text) || text === 'c' || text === 'u');
  // England's number is left out beside another area's; an index needs a base.
  const isLeftOut = unit === 'number' && beside;
  const isBaseless = unit === 'index' && !figuresOf(asked, key).size;
  return isHeld && !isLeftOut && !isBaseless ? ['expected a line, as figures are held'] : [];
};
