import { SYMBOLS } from '#lib/domain/index.ts';
import { columnsRule, rowRule, type Finding, type Rule, type RuleSpec } from './rule.ts';
import { NULL_WORDS, OLD_SYMBOLS, isFigure, isFormula, isNumber } from './standard.ts';

const spec = (id: string, asks: string, more: Partial<RuleSpec> = {}): RuleSpec => ({
  id,
  asks,
  group: 'Indicators',
  level: 'fail',
  ...more
});

const SYMBOL_LIST = Object.keys(SYMBOLS).join(' ');
const WITH_COMMAS = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/;

/** Numbers that stand for "none" in some programs. */
const SENTINELS: ReadonlySet<string> = new Set(['-1', '-8', '-9', '-98', '-99', '-100', '-999', '-9999', '-99999']);
const MOST_SENTINELS = 1000;

const sentinels: Rule = {
  ...spec('own_sentinels', 'No number such as -99 stands for no figure', { level: 'warn' }),
  start: ({ indicators, at }, report) => {
    const columns = indicators.map((column) => ({
      column,
      at: at(column),
      found: [] as Finding[],
      hasNegatives: false
    }));
    return {
      row: (cells, row) => {
        for (const each of columns) {
          const value = cells[each.at] ?? '';
          if (value.charCodeAt(0) !== 45 || each.hasNegatives) continue;
          if (!SENTINELS.has(value)) each.hasNegatives ||= isNumber(value);
          else if (each.found.length < MOST_SENTINELS) {
            const expected = 'is the only negative number here: it may stand for no figure, expected a symbol';
            each.found.push({ row, column: each.column, value, expected });
          }
        }
      },
      // Where other numbers are negative too, it is a number like them.
      end: () => columns.filter(({ hasNegatives }) => !hasNegatives).forEach(({ found }) => found.forEach(report))
    };
  }
};

const decimalPlaces: Rule = rowRule(
  spec('own_decimal_places', 'Figures have no more decimal places than the metadata say', {
    level: 'warn',
    needsMeta: true,
    stopsSite: true
  }),
  ({ meta, indicators, at }, report) => {
    const entries = new Map(meta?.rows.map((row) => [row.col_name ?? '', row.indicator_dp ?? '']));
    const limits = indicators.flatMap((column): { column: string; at: number; limit: number }[] => {
      const places = entries.get(column) ?? '';
      return /^\d+$/.test(places) && at(column) >= 0 ? [{ column, at: at(column), limit: Number(places) }] : [];
    });
    return (cells, row) => {
      for (const { column, at, limit } of limits) {
        const value = cells[at] ?? '';
        const point = value.indexOf('.');
        if (point < 0 || value.length - point - 1 <= limit || !isNumber(value)) continue;
        const found = value.length - point - 1;
        const places = `${found} decimal ${found === 1 ? 'place' : 'places'}`;
        report({ row, column, value, expected: `has ${places}, expected at most ${limit}` });
      }
    };
  }
);

export const FIGURE_RULES: readonly Rule[] = [
  columnsRule(
    spec('check_ind_invalid_entry', 'No figure is blank or one of the old symbols'),
    ({ indicators }) => indicators,
    (cell) => (cell === '' || OLD_SYMBOLS.has(cell) ? `is not a number or one of ${SYMBOL_LIST}` : undefined)
  ),
  columnsRule(
    spec('own_thousands_commas', 'Figures have no commas between thousands'),
    ({ indicators }) => indicators,
    (cell) =>
      WITH_COMMAS.test(cell) ? `has commas between thousands, expected ${cell.replaceAll(',', '')}` : undefined
  ),
  columnsRule(
    spec('own_figures_are_numbers', 'Figures are numbers or symbols of the standard'),
    ({ indicators }) => indicators,
    (cell) =>
      isFigure(cell) ||
      cell === '' ||
      OLD_SYMBOLS.has(cell) ||
      NULL_WORDS.has(cell) ||
      WITH_COMMAS.test(cell) ||
      isFormula(cell)
        ? undefined
        : `is not a number or one of ${SYMBOL_LIST}`
  ),
  decimalPlaces,
  sentinels
];
