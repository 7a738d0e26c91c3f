import type { Context } from './context.ts';
import { headerRule, type Finding, type Rule, type RuleSpec } from './rule.ts';
import { INDICATOR_UNITS, META_COLUMNS, NULL_WORDS, OPTIONAL_META_COLUMNS, isTimeOrPlace } from './standard.ts';

type Entry = Record<string, string>;
type Spec = Pick<RuleSpec, 'id' | 'asks'> & Partial<RuleSpec>;

/** A rule of the whole of the metadata. */
const metaRule = (
  spec: Spec,
  test: (entries: Entry[], columns: string[], data: Context) => [entry: number, ...Fault][]
): Rule =>
  headerRule({ group: 'Metadata', level: 'fail', needsMeta: true, ...spec }, (context) => {
    const { meta } = context;
    return meta
      ? test(meta.rows, meta.columns, context).map(([entry, column, value, expected]): Finding => ({
          row: entry < 0 ? 1 : (meta.lines[entry] ?? entry + 2),
          column,
          value,
          ...(entry < 0 ? { found: 'the column' } : {}),
          expected,
          inMeta: true
        }))
      : [];
  });

type Fault = [column: string, value: string, expected: string];

/** A rule of a column of the metadata: it gives what the cell should have been, or undefined where it is right. */
const entryRule = (spec: Spec, column: string, test: (cell: string, entry: Entry) => string | undefined): Rule =>
  metaRule(spec, (entries) =>
    entries.flatMap((entry, index): [number, ...Fault][] => {
      const cell = entry[column] ?? '';
      const expected = test(cell, entry);
      return expected === undefined ? [] : [[index, column, cell, expected]];
    })
  );

const uniqueRule = (spec: Spec, column: string, isTested = (_: Entry): boolean => true): Rule =>
  metaRule(spec, (entries) => {
    const first = new Map<string, number>();
    return entries.flatMap((entry, index): [number, ...Fault][] => {
      const cell = entry[column] ?? '';
      if (!isTested(entry)) return [];
      const before = first.get(cell);
      if (before === undefined) first.set(cell, index + 2);
      return cell === '' || before === undefined
        ? []
        : [[index, column, cell, `stands here again, the first is row ${before}`]];
    });
  });

const isFilter = ({ col_type }: Entry): boolean => col_type === 'Filter';
const isIndicator = ({ col_type }: Entry): boolean => col_type === 'Indicator';

/** A cell that is to be blank for entries of one kind. */
const blankFor = (spec: Spec, column: string, kind: (entry: Entry) => boolean, what: string): Rule =>
  entryRule(spec, column, (cell, entry) =>
    kind(entry) && cell !== '' ? `stands at ${what}, expected blank` : undefined
  );

// Names that people give to columns of place which the standard has under another name.
const PLACE_LIKE =
  /^(la|lea|las|local_?authority|region|country|district|lad|ward|constituency|pcon|school|provider|geog|geography|area|council)(_?(code|name|id|urn|ons|gss))?$/i;

/** Asks that the unit of an indicator is one of a list. */
export const unitRule = (spec: Spec, units: readonly string[]): Rule =>
  entryRule(spec, 'indicator_unit', (cell, entry) =>
    isIndicator(entry) && cell !== '' && !units.includes(cell)
      ? `is not one of ${units.join(', ')}, or blank for a number`
      : undefined
  );

export const META_RULES: readonly Rule[] = [
  metaRule(
    { id: 'precheck_col_req_meta', asks: 'The columns that every metadata file needs are there' },
    (_, columns) => META_COLUMNS.filter((name) => !columns.includes(name)).map((name) => [-1, name, name, 'is missing'])
  ),
  metaRule({ id: 'precheck_col_invalid_meta', asks: 'The metadata have no unknown columns' }, (_, columns) =>
    columns
      .filter((name) => ![...META_COLUMNS, ...OPTIONAL_META_COLUMNS].some((known) => known === name))
      .map((name) => [-1, name, name, 'is not one of the metadata'])
  ),
  entryRule({ id: 'precheck_meta_col_type', asks: 'col_type is Filter or Indicator' }, 'col_type', (cell) =>
    cell === 'Filter' || cell === 'Indicator' ? undefined : 'is not Filter or Indicator'
  ),
  entryRule({ id: 'precheck_meta_col_name', asks: 'col_name is never blank' }, 'col_name', (cell) =>
    cell === '' ? 'is no name of a column' : undefined
  ),
  entryRule(
    { id: 'precheck_meta_ob_unit', asks: 'No column of time or place is in the metadata' },
    'col_name',
    (cell) => (isTimeOrPlace(cell) ? 'is a column of time or geography, expected a filter or an indicator' : undefined)
  ),
  uniqueRule({ id: 'check_meta_col_name_dupe', asks: 'Each column is in the metadata once' }, 'col_name'),
  entryRule({ id: 'check_meta_col_name_spaces', asks: 'col_name has no spaces' }, 'col_name', (cell) =>
    /\s/.test(cell) ? 'has a space in it' : undefined
  ),
  entryRule({ id: 'check_meta_label', asks: 'Every entry has a label' }, 'label', (cell) =>
    cell.trim() === '' ? 'is no label' : undefined
  ),
  uniqueRule({ id: 'check_meta_dupe_label', asks: 'No two entries have one label' }, 'label'),
  blankFor(
    { id: 'check_meta_indicator_grouping', asks: 'Filters have no indicator_grouping' },
    'indicator_grouping',
    isFilter,
    'a filter'
  ),
  blankFor(
    { id: 'check_meta_indicator_dp', asks: 'Filters have no indicator_dp' },
    'indicator_dp',
    isFilter,
    'a filter'
  ),
  entryRule(
    { id: 'check_meta_ind_dp_values', asks: 'indicator_dp is blank or a whole number' },
    'indicator_dp',
    (cell, entry) =>
      isIndicator(entry) && cell !== '' && !/^\d+$/.test(cell) ? 'is not a whole number of decimal places' : undefined
  ),
  entryRule(
    { id: 'check_meta_ind_dp_set', asks: 'Indicators have their indicator_dp', level: 'warn', stopsSite: true },
    'indicator_dp',
    (cell, entry) => (isIndicator(entry) && cell === '' ? 'is not a whole number of decimal places' : undefined)
  ),
  blankFor(
    { id: 'check_meta_ind_unit', asks: 'Filters have no indicator_unit' },
    'indicator_unit',
    isFilter,
    'a filter'
  ),
  unitRule({ id: 'check_meta_ind_unit_validation', asks: 'indicator_unit is a known unit' }, INDICATOR_UNITS),
  blankFor(
    { id: 'check_meta_filter_hint', asks: 'Indicators have no filter_hint', level: 'warn' },
    'filter_hint',
    isIndicator,
    'an indicator'
  ),
  blankFor(
    { id: 'check_meta_fil_grp', asks: 'Indicators have no filter_grouping_column', level: 'warn' },
    'filter_grouping_column',
    isIndicator,
    'an indicator'
  ),
  uniqueRule(
    { id: 'check_meta_fil_grp_dupe', asks: 'A filter group is of one filter' },
    'filter_grouping_column',
    isFilter
  ),
  metaRule(
    { id: 'check_meta_fil_grp_is_fil', asks: 'Filter groups are in col_name too', level: 'warn' },
    (entries, _, { at }) => {
      const names = new Set(entries.map(({ col_name }) => col_name));
      return entries.flatMap((entry, index): [number, ...Fault][] => {
        const { filter_grouping_column: group = '' } = entry;
        // A group that is no column of the data either is for check_meta_fil_grp_match to tell of.
        return group === '' || names.has(group) || at(group) < 0
          ? []
          : [[index, 'filter_grouping_column', group, 'has no entry of its own in col_name']];
      });
    }
  ),
  entryRule(
    { id: 'check_meta_geog_catch', asks: 'No place is a filter under a name of its own' },
    'col_name',
    (cell, entry) =>
      isFilter(entry) && !isTimeOrPlace(cell) && PLACE_LIKE.test(cell)
        ? 'is a place by its name, expected the columns of the standard for it'
        : undefined
  )
];

/** Words for nothing in the metadata. */
export const nullsInMeta = (entries: Entry[], lines: readonly number[]): Finding[] =>
  entries.flatMap((entry, index) =>
    Object.entries(entry)
      .filter(([, cell]) => NULL_WORDS.has(cell))
      .map(([column, value]): Finding => ({
        row: lines[index] ?? index + 2,
        column,
        value,
        expected: 'is what a program writes for nothing, expected blank',
        inMeta: true
      }))
  );
