import type { Context } from './context.ts';
import type { Finding, Report, Rule } from './rule.ts';
import { isNumber } from './standard.ts';

/** The most sums that are looked at in one file. */
const MOST_SUMS = 300_000;
const HALVES_OF_LONDON = /^E13/;
const NO_COUNT = /rate|percent|_pc$|%|average|mean|median|ratio|share|proportion/i;

/** A sum and its parts, of one column. */
interface Sum {
  total?: number;
  parts: number;
  known: number;
  /** How many parts are suppressed, and the line of the last. */
  suppressed: number;
  line: number;
  /** A part is missing in another way. */
  isOpen?: true;
}

/** One way in which rows of a file are parts of others: it gives the sum that a row belongs to, and whether it is its total. */
type Relation = (cells: readonly string[]) => { key: string; isTotal: boolean }[];

const byFilter = ({ at, columns, indicators, filterGroups, meta }: Context, filter: string): Relation => {
  const own = at(filter);
  const group = at(meta?.rows.find(({ col_name }) => col_name === filter)?.filter_grouping_column ?? '');
  const left = new Set([filter, ...indicators, ...filterGroups]);
  const others = columns.flatMap((name, index) => (left.has(name) ? [] : [index]));
  return (cells) => {
    const isTotal = cells[own] === 'Total';
    // The total of one group of values is a sum of its own.
    if (isTotal && group >= 0 && cells[group] !== 'Total') return [];
    return [{ key: others.map((index) => cells[index]).join('\u0000'), isTotal }];
  };
};

const byPlace = (context: Context): Relation => {
  const { at, filters } = context;
  const level = at('geographic_level');
  const region = at('region_code');
  const own = ['time_period', 'time_identifier', ...filters].map(at);
  return (cells) => {
    const key = own.map((index) => cells[index]).join('\u0000');
    const code = cells[region] ?? '';
    switch (cells[level]) {
      case 'National':
        return [{ key: `England\u0000${key}`, isTotal: true }];
      case 'Regional':
        return [
          { key: `${code}\u0000${key}`, isTotal: true },
          ...(HALVES_OF_LONDON.test(code) ? [] : [{ key: `England\u0000${key}`, isTotal: false }])
        ];
      case 'Local authority':
        return [{ key: `${code}\u0000${key}`, isTotal: false }];
      default:
        return [];
    }
  };
};

/** Sums of one column by one relation. */
class Sums {
  readonly #sums = new Map<string, Sum>();

  add(key: string, isTotal: boolean, cell: string, line: number): boolean {
    let sum = this.#sums.get(key);
    const isNew = !sum;
    if (!sum) this.#sums.set(key, (sum = { parts: 0, known: 0, suppressed: 0, line: 0 }));
    if (isTotal) {
      if (isNumber(cell)) sum.total = Number(cell);
    } else {
      sum.parts++;
      if (isNumber(cell)) sum.known += Number(cell);
      else if (cell === 'c') Object.assign(sum, { suppressed: sum.suppressed + 1, line });
      else sum.isOpen = true;
    }
    return isNew;
  }

  /** Lines of suppressed cells that total and other parts give away. None where other sums of the column do not add up: parts are then not parts. */
  openLines(): number[] {
    const whole = [...this.#sums.values()].filter(
      ({ total, parts, isOpen }) => total !== undefined && parts > 1 && !isOpen
    );
    const addsUp = whole.every(({ total, known, suppressed }) =>
      suppressed ? known <= total! : Math.abs(known - total!) < 1e-6
    );
    return addsUp ? whole.filter(({ suppressed }) => suppressed === 1).map(({ line }) => line) : [];
  }
}

/** A suppressed cell cannot be worked out from a total and the other parts of it. */
export const suppressedStay: Rule = {
  id: 'own_suppressed_worked_out',
  asks: 'No suppressed figure can be worked out from a total and the other figures in it',
  group: 'Indicators',
  level: 'warn',
  start: (context: Context, report: Report) => {
    const counts = context.indicators.filter((name) => !NO_COUNT.test(name));
    const relations = [
      ...(context.at('geographic_level') >= 0
        ? [{ what: 'the figures of the other places', of: byPlace(context) }]
        : []),
      ...context.filters
        .filter((name) => !context.filterGroups.includes(name))
        .slice(0, 5)
        .map((filter) => ({ what: `the other values of ${filter}`, of: byFilter(context, filter) }))
    ];
    const all = counts.map((column) => ({ column, at: context.at(column), sums: relations.map(() => new Sums()) }));
    let room = MOST_SUMS;
    return {
      row: (cells, line) => {
        if (room <= 0 || !all.length) return;
        relations.forEach(({ of }, relation) => {
          for (const { key, isTotal } of of(cells)) {
            for (const { at, sums } of all) if (sums[relation]!.add(key, isTotal, cells[at] ?? '', line)) room--;
          }
        });
      },
      end: () => {
        const findings = all.flatMap(({ column, sums }) =>
          sums.flatMap((each, relation) =>
            each.openLines().map((row): Finding => ({
              row,
              column,
              value: 'c',
              expected: `can be worked out from the total and ${relations[relation]!.what}`
            }))
          )
        );
        findings.forEach(report);
      }
    };
  }
};
