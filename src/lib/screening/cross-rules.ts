import type { Context } from './context.ts';
import { headerRule, type Finding, type Rule, type RuleSpec } from './rule.ts';
import { REQUIRED_COLUMNS, isTimeOrPlace } from './standard.ts';

const spec = (id: string, asks: string, level: RuleSpec['level'] = 'fail'): RuleSpec => ({
  id,
  asks,
  group: 'Data against metadata',
  level,
  needsMeta: true
});

const groupsOf = (entries: readonly Record<string, string>[]): string[] =>
  entries.map(({ filter_grouping_column: group = '' }) => group).filter((group) => group !== '');

const hasRoom = ({ columns, meta }: Context): boolean =>
  (meta?.rows.length ?? 0) <= Math.max(0, columns.length - REQUIRED_COLUMNS.length);

export const CROSS_RULES: readonly Rule[] = [
  headerRule(
    spec('precheck_col_to_rows', 'The metadata have no more entries than the data have columns for them'),
    (context) => {
      const { columns, meta } = context;
      const expected = `where the data have ${columns.length} columns, ${REQUIRED_COLUMNS.length} of them of time and place`;
      return hasRoom(context) ? [] : [{ found: `${meta?.rows.length} entries`, expected, inMeta: true }];
    }
  ),
  headerRule(spec('precheck_cross_meta_to_data', 'Every entry of the metadata is a column of the data'), (context) =>
    // Of metadata that are for another file it is told once that they are.
    (hasRoom(context) ? (context.meta?.rows ?? []) : []).flatMap(({ col_name: name = '' }, index): Finding[] =>
      name === '' || /\s/.test(name) || context.at(name) >= 0
        ? []
        : [
            {
              row: context.meta?.lines[index] ?? index + 2,
              column: 'col_name',
              value: name,
              expected: `is not a column of ${context.file}`,
              inMeta: true
            }
          ]
    )
  ),
  headerRule(
    {
      ...spec(
        'precheck_cross_data_to_meta',
        'Every column of the data is of time or place, or in the metadata, or the same throughout',
        'warn'
      ),
      stopsSite: true
    },
    ({ columns, meta, values, at, filterGroups }) => {
      const named = new Set([...(meta?.rows.map(({ col_name }) => col_name) ?? []), ...filterGroups]);
      return [...new Set(columns)]
        .filter((name) => name !== '' && !isTimeOrPlace(name) && !named.has(name) && values.of(at(name)).size > 1)
        .map((name) => ({
          row: 1,
          column: name,
          value: name,
          found: 'the column',
          expected: `is not in ${meta?.file}`
        }));
    }
  ),
  headerRule(spec('check_meta_fil_grp_match', 'Every filter group is a column of the data'), ({ meta, at, file }) =>
    groupsOf(meta?.rows ?? [])
      .filter((group) => at(group) < 0)
      .map((group) => ({
        column: 'filter_grouping_column',
        value: group,
        expected: `is not a column of ${file}`,
        inMeta: true
      }))
  ),
  headerRule(
    spec('check_meta_fil_grp_stripped', 'Filter groups differ by more than punctuation'),
    ({ filterGroups, values, at }) =>
      filterGroups.flatMap((column) => {
        const first = new Map<string, string>();
        return [...values.of(at(column))].flatMap(([value, row]): Finding[] => {
          const stripped = value.replace(/[^\p{L}\p{N}]/gu, '');
          const before = first.get(stripped);
          if (before !== undefined) return [{ row, column, value, expected: `is "${before}" but for its punctuation` }];
          first.set(stripped, value);
          return [];
        });
      })
  )
];
