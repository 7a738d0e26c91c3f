import { columnsRule, rowRule, type Rule, type RuleSpec } from './rule.ts';
import { TIME_IDENTIFIERS } from './standard.ts';

const spec = (id: string, asks: string, ...needs: string[]): RuleSpec => ({
  id,
  asks,
  group: 'Time',
  level: 'fail',
  needs
});

const PERIOD = ['time_period', 'time_identifier'];

/** Makes a rule of a period and its time identifier. */
const periodRule = (rule: RuleSpec, test: (period: string, digits: 4 | 6 | undefined) => string | undefined): Rule =>
  rowRule(rule, ({ at }, report) => {
    const [period, identifier] = [at('time_period'), at('time_identifier')];
    return (cells, line) => {
      const value = cells[period] ?? '';
      const expected = test(value, TIME_IDENTIFIERS.get(cells[identifier] ?? '')?.digits);
      if (expected !== undefined) report({ row: line, column: 'time_period', value, expected });
    };
  });

const isDigits = (period: string): boolean => /^\d+$/.test(period);

export const TIME_RULES: readonly Rule[] = [
  columnsRule(
    spec('precheck_time_id_valid', 'Time identifiers are those of the standard', 'time_identifier'),
    () => ['time_identifier'],
    (cell) => (TIME_IDENTIFIERS.has(cell) ? undefined : 'is not a time identifier of the standard')
  ),
  rowRule(
    spec(
      'precheck_time_id_mix',
      'Time identifiers that do not go together are in files of their own',
      'time_identifier'
    ),
    ({ at }, report) => {
      const column = at('time_identifier');
      let first: { kind: number; value: string } | undefined;
      return (cells, line) => {
        const value = cells[column] ?? '';
        const kind = TIME_IDENTIFIERS.get(value)?.kind;
        if (kind === undefined) return;
        first ??= { kind, value };
        if (first.kind === kind) return;
        report({
          row: line,
          column: 'time_identifier',
          value,
          expected: `does not go with "${first.value}" in one file`
        });
      };
    }
  ),
  columnsRule(
    spec('precheck_time_period_num', 'Periods are numbers', 'time_period'),
    () => ['time_period'],
    (cell) => (isDigits(cell) ? undefined : 'is not a number of four or six digits')
  ),
  periodRule(
    spec('check_time_period', 'Periods have the digits that their time identifier asks for', ...PERIOD),
    (period, digits) => {
      if (!isDigits(period) || digits === undefined || period.length === digits) return undefined;
      return digits === 4 ? 'is not a year of four digits' : 'is not two years in six digits, such as 202324';
    }
  ),
  periodRule(
    spec('check_time_period_six', 'Periods of six digits are of two years in a row', ...PERIOD),
    (period, digits) => {
      if (digits !== 6 || !/^\d{6}$/.test(period)) return undefined;
      const next = String((Number(period.slice(0, 4)) + 1) % 100).padStart(2, '0');
      return period.endsWith(next) ? undefined : `is not two years in a row, expected ${period.slice(0, 4)}${next}`;
    }
  ),
  columnsRule(
    spec('own_plausible_year', 'Years are from 1900 to 2099', 'time_period'),
    () => ['time_period'],
    (cell) =>
      isDigits(cell) && (cell.length === 4 || cell.length === 6) && !/^(19|20)/.test(cell)
        ? 'is not a year from 1900 to 2099'
        : undefined
  )
];
