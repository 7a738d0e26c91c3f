import { nullsInMeta } from './meta-rules.ts';
import { RowIndex } from './row-index.ts';
import { rowRule, type Finding, type Rule, type RuleSpec } from './rule.ts';
import {
  GEOGRAPHIC_LEVELS,
  NULL_WORDS,
  OLD_SYMBOLS,
  columnsOfLevel,
  isFormula,
  isNumber,
  isTimeOrPlace
} from './standard.ts';

const spec = (id: string, asks: string, more: Partial<RuleSpec> = {}): RuleSpec => ({
  id,
  asks,
  group: 'Rows and cells',
  level: 'fail',
  ...more
});

const LEFT_OUT: readonly string[] = ['School', 'Provider', 'Institution', 'Planning area'];

/** One period, place and group has one row. Without metadata it is not known which columns are groups: whole rows are compared. */
const noDuplicates: Rule = rowRule(
  spec('check_general_dupes', 'No two rows are of one period, place and group', { needs: ['geographic_level'] }),
  ({ columns, meta, filters, filterGroups, at }, report) => {
    const keys = new Set(meta ? [...columns.filter(isTimeOrPlace), ...filters, ...filterGroups] : columns);
    const compared = [...keys].map(at).filter((index) => index >= 0);
    const named = [...keys].filter((name) => filters.includes(name) || name === 'time_period').map(at);
    const places = ['la_name', 'region_name', 'country_name'].map(at);
    const level = at('geographic_level');
    const rows = new RowIndex();
    return (cells, row) => {
      if (LEFT_OUT.includes(cells[level] ?? '')) return;
      let key = '';
      for (const index of compared) key += `${cells[index]}\u0000`;
      const before = rows.add(key, row);
      if (before === undefined) return;
      const place = places.map((index) => cells[index]).find((name) => name);
      const what = [...named.map((index) => cells[index]), place].filter(Boolean).join(', ');
      report({
        row,
        value: what,
        found: `a second row for ${what}`,
        expected: `stands here, the first is row ${before}`
      });
    };
  }
);

const nulls: Rule = {
  ...spec('check_general_null', 'No cell holds NULL, NA or another word or old symbol for nothing'),
  start: ({ columns, indicators, meta }, report) => {
    const isIndicator = columns.map((name) => indicators.includes(name));
    return {
      row: (cells, row) => {
        for (let at = 0; at < cells.length; at++) {
          const value = cells[at]!;
          if (value.length > 4 || value === '') continue;
          const column = columns[at]!;
          if (NULL_WORDS.has(value)) {
            report({ row, column, value, expected: 'is what a program writes for nothing' });
          } else if (!isIndicator[at] && OLD_SYMBOLS.has(value)) {
            report({ row, column, value, expected: 'is an old symbol for nothing', level: 'warn' });
          }
        }
      },
      end: () => nullsInMeta(meta?.rows ?? [], meta?.lines ?? []).forEach(report)
    };
  }
};

/** Spreadsheets run such cells when the file is opened. */
const formulas: Rule = rowRule(
  spec('own_formula_cells', 'No cell is one that a spreadsheet would run as a formula'),
  ({ columns }, report) =>
    (cells, row) => {
      for (let at = 0; at < cells.length; at++) {
        const value = cells[at]!;
        const first = value.charCodeAt(0);
        // = + @ - and what blanks may stand before them.
        if (first !== 61 && first !== 43 && first !== 64 && first !== 45 && first > 32) continue;
        if (value === '' || !isFormula(value) || isNumber(value)) continue;
        report({ row, column: columns[at]!, value, expected: 'would be run as a formula by a spreadsheet' });
      }
    }
);

const controls: Rule = rowRule(
  spec('own_control_characters', 'No cell holds characters that cannot be seen'),
  ({ columns }, report) => {
    // eslint-disable-next-line no-control-regex
    const unseen = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]/;
    return (cells, row) => {
      for (let at = 0; at < cells.length; at++) {
        const value = cells[at]!;
        if (unseen.test(value)) {
          report({
            row,
            column: columns[at]!,
            value,
            found: 'a cell',
            expected: 'holds a character that cannot be seen'
          });
        }
      }
    };
  }
);

const LIMITS = { column: 50, label: 80, item: 120, code: 30 } as const;
const PLACE_NAMES = GEOGRAPHIC_LEVELS.map(({ name }) => name);
const PLACE_CODES = GEOGRAPHIC_LEVELS.flatMap((level) =>
  columnsOfLevel(level).filter((column) => column !== level.name)
);

const tooLong = (value: string, most: number, where: Partial<Finding>): Finding[] =>
  value.length > most
    ? [{ ...where, value, expected: `has ${value.length} characters, expected at most ${most}` }]
    : [];

const apiLimits: Rule = {
  ...spec('check_api_char_limit', 'Names, labels and values are no longer than the Department’s API takes', {
    level: 'warn'
  }),
  start: ({ columns, meta, at, filters, values }, report) => {
    const watched = [
      ...PLACE_NAMES.map((column) => ({
        column,
        at: at(column),
        most: LIMITS.item as number,
        seen: new Set<string>()
      })),
      ...PLACE_CODES.map((column) => ({ column, at: at(column), most: LIMITS.code as number, seen: new Set<string>() }))
    ].filter(({ at }) => at >= 0);
    return {
      row: (cells, row) => {
        for (const { column, at, most, seen } of watched) {
          const value = cells[at]!;
          if (value.length <= most || seen.has(value) || seen.size > 100) continue;
          seen.add(value);
          tooLong(value, most, { row, column }).forEach(report);
        }
      },
      end: () => {
        for (const column of new Set(columns)) tooLong(column, LIMITS.column, { row: 1, column }).forEach(report);
        meta?.rows.forEach(({ label = '' }, index) =>
          tooLong(label, LIMITS.label, { row: meta.lines[index], column: 'label', inMeta: true }).forEach(report)
        );
        for (const column of filters) {
          for (const [value, row] of values.of(at(column)))
            tooLong(value, LIMITS.item, { row, column }).forEach(report);
        }
      }
    };
  }
};

export const GENERAL_RULES: readonly Rule[] = [noDuplicates, nulls, formulas, controls, apiLimits];
