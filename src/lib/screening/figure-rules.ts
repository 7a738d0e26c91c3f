import { SYMBOLS, isSymbol } from '#lib/domain/index.ts';
import { isNumber } from './context.ts';
import { quote } from './problem.ts';
import { rowRule, type Rule, type RowFault } from './rule.ts';
import { periodOf } from './time.ts';

const SYMBOL_LIST = Object.keys(SYMBOLS).join(' ');

/** A cell of an indicator is a number, or a symbol that says why there is none; it is never blank. */
export const figuresAreNumbers = rowRule('figures are numbers or symbols', [], (row, { indicators }) =>
  indicators.flatMap((name): RowFault[] => {
    const text = row[name] ?? '';
    if (isNumber(text) || isSymbol(text)) return [];
    return [[name, text === '' ? 'blank' : quote(text), `is not a number or one of ${SYMBOL_LIST}`]];
  })
);

/** No figure has more decimal places than the dictionary says. */
export const decimalPlaces: Rule = {
  name: 'figures have no more decimal places than the dictionary says',
  needs: [],
  test: (sheet, context) => {
    const places = new Map(context.meta?.rows.map((row) => [row.col_name ?? '', Number(row.indicator_dp || NaN)]));
    const rule = rowRule('', [], (row, { indicators }) =>
      indicators.flatMap((name): RowFault[] => {
        const text = row[name] ?? '';
        const limit = places.get(name) ?? NaN;
        const found = isNumber(text) ? (text.split('.')[1]?.length ?? 0) : 0;
        return found > limit
          ? [[name, quote(text), `has ${found} decimal ${found === 1 ? 'place' : 'places'}, expected at most ${limit}`]]
          : [];
      })
    );
    return rule.test(sheet, context);
  }
};

/** A filter says which group a row is of, and is never blank. */
export const filtersAreFilled = rowRule('filters are filled', [], (row, { filters }) =>
  filters.flatMap((name): RowFault[] =>
    (row[name] ?? '').trim() === '' ? [[name, 'blank', 'in a filter, expected the name of a group']] : []
  )
);

/** One period, place and group has one row. */
export const noRowTwice: Rule = {
  name: 'no row stands twice',
  needs: ['time_period', 'time_identifier', 'geographic_level'],
  test: (sheet, { filters }) => {
    const first = new Map<string, number>();
    return sheet.rows.flatMap((row, index) => {
      const line = sheet.lines[index] ?? index + 2;
      const period = [row.time_period, row.time_identifier].join(' ');
      const place = row.old_la_code || row.region_code || row.country_code || '';
      const groups = filters.map((name) => row[name] ?? '');
      const key = JSON.stringify([periodOf(row), row.time_identifier, row.geographic_level, place, groups]);
      const before = first.get(key);
      if (before === undefined) {
        first.set(key, line);
        return [];
      }
      const found = `a second row for ${[period, row.la_name || row.region_name || row.country_name, ...groups].join(', ')}`;
      return [{ file: sheet.file, row: line, found, expected: `stands here, the first is row ${before}` }];
    });
  }
};
