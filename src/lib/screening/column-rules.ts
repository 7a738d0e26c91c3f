import type { Context } from './context.ts';
import { columnsRule, headerRule, type Finding, type Rule, type RuleSpec } from './rule.ts';
import { REQUIRED_COLUMNS, isTimeOrPlace } from './standard.ts';

const nameRule = (
  spec: Pick<RuleSpec, 'id' | 'asks' | 'level'>,
  isWrong: (name: string) => boolean,
  expected: string
): Rule =>
  headerRule({ ...spec, group: 'Columns' }, ({ columns }) =>
    [...new Set(columns)]
      .filter((name) => name !== '' && isWrong(name))
      .map((name): Finding => ({ row: 1, column: name, value: name, expected }))
  );

/** The columns of a file that are missing of those it needs. */
export const missing = ({ at }: Context, needed: readonly string[]): Finding[] =>
  needed
    .filter((name) => at(name) < 0)
    .map((column) => ({ row: 1, column, value: column, found: 'the column', expected: 'is missing' }));

// Words that are values of filters; in the name of an indicator they say that a filter was spread over columns.
const TYPICAL_VALUES =
  /male|asian|chinese|indian|pakistani|bangladeshi|black|african|caribbean|white|roma|irish|english|british|scottish|welsh|arab/i;

export const COLUMN_RULES: readonly Rule[] = [
  headerRule(
    {
      id: 'precheck_col_req_data',
      asks: 'The columns that every file needs are there',
      group: 'Columns',
      level: 'fail'
    },
    (context) => missing(context, REQUIRED_COLUMNS)
  ),
  nameRule(
    { id: 'check_col_names_spaces', asks: 'Names of columns have no spaces', level: 'fail' },
    (name) => /\s/.test(name),
    'has a space in it'
  ),
  nameRule(
    { id: 'check_col_var_start', asks: 'Names of columns begin with a small letter', level: 'warn' },
    (name) => !/^[a-z\s]/.test(name),
    'does not begin with a small letter'
  ),
  nameRule(
    {
      id: 'check_col_snake_case',
      asks: 'Names of columns are of small letters, digits and underscores',
      level: 'warn'
    },
    (name) => /[^a-z0-9_\s]/.test(name),
    'has other characters than small letters, digits and underscores'
  ),
  nameRule(
    {
      id: 'check_col_var_characteristic',
      asks: 'No column is called characteristic or characteristic_group',
      level: 'warn'
    },
    (name) => name === 'characteristic' || name === 'characteristic_group',
    'says nothing of what is in it'
  ),
  headerRule(
    {
      id: 'check_col_ind_smushed',
      asks: 'No indicator has a value of a filter in its name',
      group: 'Columns',
      level: 'fail',
      needsMeta: true
    },
    ({ indicators }) =>
      indicators
        .filter((name) => TYPICAL_VALUES.test(name))
        .map((name) => ({ row: 1, column: name, value: name, expected: 'has a value of a filter in its name' }))
  ),
  headerRule(
    { id: 'own_duplicate_headers', asks: 'No two columns have one name', group: 'Columns', level: 'fail' },
    ({ columns }) => {
      const times = new Map<string, number>();
      for (const name of columns) times.set(name, (times.get(name) ?? 0) + 1);
      return [...times]
        .filter(([name, count]) => name !== '' && count > 1)
        .map(([name, count]) => ({
          row: 1,
          column: name,
          value: name,
          found: `${count} columns`,
          expected: 'have this name, expected one'
        }));
    }
  ),
  headerRule(
    { id: 'own_no_indicators', asks: 'There is a column of figures', group: 'Columns', level: 'fail' },
    ({ indicators }) =>
      indicators.length ? [] : [{ row: 1, found: 'no column of figures', expected: 'is there, expected one or more' }]
  ),
  columnsRule(
    {
      id: 'check_filter_ob_total',
      asks: 'Columns of time and place hold no Total or All',
      group: 'Filters',
      level: 'fail'
    },
    ({ columns }) => [...new Set(columns)].filter(isTimeOrPlace),
    (cell) => (/^(Total|total|All|all)$/.test(cell) ? 'in a column of time or place, expected blank' : undefined)
  )
];
