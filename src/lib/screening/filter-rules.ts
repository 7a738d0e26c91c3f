import type { Context } from './context.ts';
import { columnsRule, headerRule, type Finding, type Rule, type RuleSpec } from './rule.ts';
import { MOST_VALUES } from './standard.ts';

const spec = (id: string, asks: string, more: Partial<RuleSpec> = {}): RuleSpec => ({
  id,
  asks,
  group: 'Filters',
  level: 'fail',
  ...more
});

const filtersAndGroups = ({ filters, filterGroups }: Context): string[] => [...new Set([...filters, ...filterGroups])];

/** The filters that metadata name, and that the data have. */
const ofMeta = ({ filters, at }: Context): string[] => filters.filter((name) => at(name) >= 0);

const defaultOf = ({ meta }: Context, filter: string): string =>
  meta?.rows.find(({ col_name }) => col_name === filter)?.filter_default || 'Total';

/** The names of the ethnic groups of the harmonised standard, without blanks around strokes. */
const ETHNIC_GROUPS = new Set([
  'Asian/Asian British',
  'Asian or Asian British',
  'Black/African/Caribbean/Black British',
  'Black or Black British',
  'Black, Black British, Caribbean or African',
  'Mixed/Multiple ethnic groups',
  'Mixed',
  'White',
  'Other ethnic group',
  'Any other ethnic group',
  'Total',
  'Unknown'
]);
const ETHNIC_COLUMNS: readonly string[] = [
  'ethnicity_major',
  'ethnicity_minor',
  'ethnicity_detailed',
  'minority_ethnic'
];

export const FILTER_RULES: readonly Rule[] = [
  headerRule(
    spec('precheck_filter_not_singular', 'Every filter has two values or more', { needsMeta: true }),
    (context) =>
      ofMeta(context)
        .filter((name) => context.values.of(context.at(name)).size < 2)
        .map((name) => ({
          column: name,
          value: [...context.values.of(context.at(name)).keys()][0] ?? '',
          expected: 'is the only value of this filter, expected two or more'
        }))
  ),
  columnsRule(spec('check_filter_blanks', 'No value of a filter is blank'), filtersAndGroups, (cell) =>
    cell.trim() === '' ? 'in a filter, expected the name of a group' : undefined
  ),
  columnsRule(
    spec('check_filter_whitespace', 'No value of a filter has spaces before or after it'),
    filtersAndGroups,
    (cell) => {
      const trimmed = cell.trim();
      return trimmed !== '' && trimmed !== cell ? `has spaces around it, expected "${trimmed}"` : undefined;
    }
  ),
  headerRule(
    spec('check_filter_defaults', 'Each filter has a value for all its groups together, Total', {
      level: 'warn',
      needsMeta: true
    }),
    (context) =>
      ofMeta(context)
        .filter((name) => !context.values.of(context.at(name)).has(defaultOf(context, name)))
        .map((column) => ({
          column,
          value: defaultOf(context, column),
          expected: 'is not among the values of this filter'
        }))
  ),
  headerRule(
    spec('check_filter_group_level', 'A filter group has no more values than its filter', { needsMeta: true }),
    ({ meta, values, at, filters }) =>
      (meta?.rows ?? []).flatMap(({ col_name: name = '', filter_grouping_column: group = '' }): Finding[] => {
        const [filter, grouped] = [values.of(at(name)).size, values.of(at(group)).size];
        if (group === '' || !filters.includes(name) || grouped <= filter) return [];
        const found = `${grouped} values`;
        return [{ column: group, value: group, found, expected: `where the filter ${name} has ${filter}` }];
      })
  ),
  headerRule(
    spec('check_filter_item_limit', `No filter has more than ${MOST_VALUES.toLocaleString('en-GB')} values`),
    ({ filters, values, at }) =>
      filters
        .filter((name) => values.of(at(name)).size > MOST_VALUES)
        .map((column) => ({
          column,
          value: column,
          found: 'the filter',
          expected: `has more than ${MOST_VALUES.toLocaleString('en-GB')} values`
        }))
  ),
  headerRule(
    spec('check_harmonised', 'Ethnicity has the names and groups of the harmonised standard', { level: 'warn' }),
    (context) => {
      const { columns, values, at } = context;
      const names = [...new Set(columns)]
        .filter((name) => /ethnic/i.test(name) && !ETHNIC_COLUMNS.includes(name))
        .map((name): Finding => ({
          row: 1,
          column: name,
          value: name,
          expected: `is not one of ${ETHNIC_COLUMNS.join(', ')}`
        }));
      const groups = [...values.of(at('ethnicity_major'))]
        .filter(([value]) => value !== '' && !ETHNIC_GROUPS.has(value.replace(/\s*\/\s*/g, '/')))
        .map(([value, row]): Finding => ({
          row,
          column: 'ethnicity_major',
          value,
          expected: 'is not a major group of the harmonised standard'
        }));
      return [...names, ...groups];
    }
  )
];
