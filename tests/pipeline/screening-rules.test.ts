import { describe, expect, it } from 'vitest';
import { ALL_RULES } from '#lib/screening/rules.ts';
import { GOOD, META } from './good-file-text.ts';
import { brokenBy, screened } from './good-file.ts';

interface Spoilt {
  data?: string | Uint8Array;
  meta?: string;
  file?: string;
  metaFile?: string;
}

/** A text with one part of it changed, where it stands. */
const change = (text: string, from: string, to: string): string => {
  expect(text).toContain(from);
  return text.replace(from, to);
};
const data = (from: string, to: string): Spoilt => ({ data: change(GOOD, from, to) });
const meta = (from: string, to: string): Spoilt => ({ meta: change(META, from, to) });
/** A column renamed in both files. */
const rename = (from: string, to: string): Spoilt => ({
  data: change(GOOD, `,${from},`, `,${to},`),
  meta: change(META, `\n${from},`, `\n${to},`)
});
/** A last column of the data, with one value for every other row and another for the rest. */
const column = (name: string, one: string, other: string): string =>
  GOOD.trim()
    .split('\n')
    .map((line, row) => `${line},${row === 0 ? name : row % 2 ? one : other}`)
    .join('\n');
const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const HACKNEY = 'Inner London,204,E09000012,Hackney,Total,Total,Total,50000,c,c';
const ENGLAND = '2009,Reporting year,National,E92000001,England,,,,,,Total,Total,Total,11000000,29000,26.4';
const SOUTH_WEST = '2009,Reporting year,Local authority,E92000001,England,E12000009,South West';

/** For each rule one change of the good file, or several, that breaks it and no other. */
const BREAKS: Readonly<Record<string, Spoilt | Spoilt[]>> = {
  own_encoding: { data: latin1(change(GOOD, 'Abuse or', 'Ab\u00fbse or')) },
  own_byte_order_mark: { data: `\uFEFF${GOOD}` },
  own_separator: [{ data: GOOD.replaceAll(',', ';') }, { data: GOOD.replaceAll(',', '\t') }],
  own_preamble: [{ data: `Table 1: children in need\n${GOOD}` }, { data: `Table 1\n,,,\n\n${GOOD}` }],
  own_no_rows: {
    data: GOOD.split('\n')[0]!,
    meta: META.split('\n')
      .filter((line) => !line.includes('Filter'))
      .join('\n')
  },
  own_field_count: [data('29000,26.4', '29,000,26.4'), data(`${HACKNEY}`, 'Inner London')],
  own_quotes: data('Abuse or neglect', '"Abuse" or neglect"'),
  own_blank_rows: [data(ENGLAND, `\n${ENGLAND}`), data(ENGLAND, `${','.repeat(15)}\n${ENGLAND}`)],
  own_blank_columns: [{ data: GOOD.replaceAll('\n', ',,\n') }, data(ENGLAND, `${ENGLAND},,`)],
  check_filename_spaces: { file: 'my plans.csv', metaFile: 'my plans.meta.csv' },
  check_filename_special: { file: 'plans(1).csv', metaFile: 'plans(1).meta.csv' },
  check_filenames_match: { metaFile: 'plan.meta.csv' },
  precheck_col_req_data: {
    data: GOOD.split('\n')
      .map((line) => line.replace(/^([^,]*,[^,]*,[^,]*,)[^,]*,/, '$1'))
      .join('\n')
  },
  check_col_names_spaces: { data: column('a note', 'a', 'a') },
  check_col_var_start: { data: column('2_note', 'a', 'a') },
  check_col_snake_case: rename('children', 'chiLdren'),
  check_col_var_characteristic: {
    data: column('characteristic', 'Total', 'Other'),
    meta: `${META}characteristic,Filter,Characteristic,,,,,\n`
  },
  check_col_ind_smushed: {
    data: column('children_white', '1', '1'),
    meta: `${META}children_white,Indicator,White,,,0,,\n`
  },
  own_duplicate_headers: {
    data: column('children', '1', '1')
  },
  own_no_indicators: {
    data: GOOD.split('\n')
      .map((line) => line.split(',').slice(0, 13).join(','))
      .join('\n'),
    meta: META.split('\n')
      .filter((line) => !line.includes('Indicator'))
      .join('\n')
  },
  check_filter_ob_total: data('Hackney,Total', 'Total,Total'),
  precheck_col_req_meta: {
    meta: META.split('\n')
      .map((line) => line.replace(/,[^,]*,([^,]*)$/, ',$1'))
      .join('\n')
  },
  precheck_col_invalid_meta: { meta: META.replaceAll('\n', ',x\n').replace(',x', ',note') },
  precheck_meta_col_type: meta('population,Indicator', 'population,indicator'),
  precheck_meta_col_name: { meta: `${META},Indicator,Other,,,0,,\n` },
  precheck_meta_ob_unit: { meta: `${META}la_name,Filter,Authority,,,,,\n` },
  check_meta_col_name_dupe: { meta: `${META}children,Indicator,Others,,,0,,\n` },
  check_meta_col_name_spaces: { meta: `${META}other column,Indicator,Other,,,0,,\n` },
  check_meta_label: meta('sex,Filter,Sex', 'sex,Filter,'),
  check_meta_dupe_label: meta('sex,Filter,Sex', 'sex,Filter,Need'),
  check_meta_indicator_grouping: meta('sex,Filter,Sex,', 'sex,Filter,Sex,Group'),
  check_meta_indicator_dp: meta('sex,Filter,Sex,,,', 'sex,Filter,Sex,,,0'),
  check_meta_ind_dp_values: meta('children",,,1', 'children",,,0.5'),
  check_meta_ind_dp_set: meta('children",,,1', 'children",,,'),
  check_meta_ind_unit: meta('sex,Filter,Sex,,', 'sex,Filter,Sex,,%'),
  check_meta_ind_unit_validation: meta('children",,,1', 'children",,per cent,1'),
  check_meta_filter_hint: meta('children",,,1,', 'children",,,1,Which?'),
  check_meta_fil_grp: meta('children",,,1,,', 'children",,,1,,need_group'),
  check_meta_fil_grp_dupe: meta('sex,Filter,Sex,,,,,', 'sex,Filter,Sex,,,,,need_group'),
  check_meta_fil_grp_is_fil: { meta: META.replace(/need_group,Filter.*\n/, '') },
  check_meta_geog_catch: { data: column('council', 'Total', 'Other'), meta: `${META}council,Filter,Council,,,,,\n` },
  precheck_col_to_rows: {
    meta: META + Array.from({ length: 6 }, (_, index) => `other_${index},Indicator,Other ${index},,,0,,\n`).join('')
  },
  precheck_cross_meta_to_data: { meta: `${META}adults,Indicator,Adults,,,0,,\n` },
  precheck_cross_data_to_meta: { data: column('note', 'a', 'b') },
  check_meta_fil_grp_match: meta('Need,,,,By main need,need_group', 'Need,,,,By main need,needs'),
  check_meta_fil_grp_stripped: data('Child,Disability', 'Family.,Disability'),
  precheck_time_id_valid: { data: GOOD.replaceAll('Reporting year', 'Year') },
  precheck_time_id_mix: data(ENGLAND, ENGLAND.replace('Reporting', 'Calendar')),
  precheck_time_period_num: data(ENGLAND, ENGLAND.replace('2009', '2009/10')),
  check_time_period: [
    data(ENGLAND, ENGLAND.replace('2009', '200910')),
    { data: GOOD.replaceAll('Reporting', 'Financial') }
  ],
  check_time_period_six: { data: GOOD.replaceAll('2009,Reporting', '200911,Financial') },
  own_plausible_year: data(ENGLAND, ENGLAND.replace('2009', '0209')),
  precheck_geog_level: data(ENGLAND, ENGLAND.replace('National', 'Country')),
  precheck_geog_level_present: data(ENGLAND, `${ENGLAND}\n${ENGLAND.replace('National', 'Ward')}`),
  check_geog_col_present: {
    data: GOOD.split('\n')
      .map((line) => line.replace(/^((?:[^,]*,){9})[^,]*,/, '$1'))
      .join('\n')
  },
  check_geog_combos: [
    data(HACKNEY, HACKNEY.replace('204', '299')),
    data(HACKNEY, HACKNEY.replace('E09000012', 'E09000021')),
    data(HACKNEY, HACKNEY.replace('Hackney', 'Haringey')),
    data('E13000001,Inner London,,', 'E13000001,Outer London,,'),
    data('E13000001,Inner London,,', 'E13000003,Inner London,,'),
    data('E92000001', 'E92000002'),
    data('E92000001,England', 'E92000001,Wales')
  ],
  check_geog_level_completed: data('Inner London,,,,', ',,,,'),
  check_geog_overcompleted_cols: data('England,,,,,,', 'England,E12000007,London,,,,'),
  check_geog_region_for: data(`E13000001,${HACKNEY}`, `,${HACKNEY}`),
  check_geog_na: data(HACKNEY, HACKNEY.replace('E09000012', 'x')),
  check_geog_na_code: data('E13000001,Inner London,,', 'E13000001,Not available,,'),
  check_geog_other_dupes: {
    data: column('ward_code', '', '')
      .split('\n')
      .map((line, row) => `${line}${row ? '' : ',ward_name'}${row === 1 || row === 2 ? '' : row ? ',' : ''}`)
      .map((line, row) => (row === 1 ? `${line}E05,East` : row === 2 ? `${line}E05,West` : line))
      .join('\n')
      .replace(/National(.*East)/, 'Ward$1')
      .replace(/National(.*West)/, 'Ward$1')
  },
  check_geog_ignored_rows: {
    data: column('institution_id', '', '')
      .split('\n')
      .map((line, row) => (row ? `${line},` : `${line},institution_name`))
      .join('\n')
      .replace(/National(.*),,$/m, 'Institution$1,I1,One')
  },
  own_authority_region: {
    data: GOOD.replace(`E13000001,${HACKNEY}`, `E12000008,${HACKNEY.replace('Inner London', 'South East')}`)
  },
  own_authority_in_being: {
    data: `${GOOD}${SOUTH_WEST},839,E06000058,"Bournemouth, Christchurch and Poole",Total,Total,Total,50000,c,c\n`
  },
  precheck_filter_not_singular: {
    data: column('age', 'Total', 'Total'),
    meta: `${META}age,Filter,Age,,,,,\n`
  },
  check_filter_blanks: data(
    ENGLAND.replace('Total,Total,Total', 'Total,Total,Total'),
    ENGLAND.replace('Total,Total,Total', ',Total,Total')
  ),
  check_filter_whitespace: data('Child,Disability', 'Child,Disability '),
  check_filter_defaults: {
    data: GOOD.replaceAll(/,(Total|Girls|Boys),/g, (_, sex) => `,${sex === 'Total' ? 'Total' : sex},`)
      .replaceAll(',Total,Total,Total,', ',All,Total,Total,')
      .replaceAll(',Total,Family', ',All,Family')
      .replaceAll(',Total,Child,', ',All,Child,')
  },
  check_filter_group_level: {
    data: `${GOOD}2009,Reporting year,National,E92000001,England,,,,,,Total,Other,Disability,11000000,x,x\n`
  },
  check_filter_item_limit: {
    data:
      GOOD +
      Array.from(
        { length: 25_001 },
        (_, index) =>
          `${ENGLAND.replace('Total,Total,Total', `Total,Total,Need ${index}`).replace('29000,26.4', 'x,x')}\n`
      ).join('')
  },
  check_harmonised: [rename('sex', 'ethnic_group'), { ...rename('sex', 'ethnicity_major') }],
  check_ind_invalid_entry: [data('29000', ''), data('29000', '..'), data('29000', ':')],
  own_thousands_commas: data('29000', '"29,000"'),
  own_figures_are_numbers: [data('29000', '£12'), data('29000', '1e5'), data('29000', ' 12'), data('29000', 'X')],
  own_decimal_places: data('26.4', '26.36'),
  own_sentinels: [data('14000,25.9', '-99,25.9'), data('14000,25.9', '-100,25.9')].map((each) => ({
    data: String(each.data).replace('-99,25.9', '-99,x').replace('-100,25.9', '-100,x').replace('15000', 'x')
  })),
  own_rate_of_count: data('26.4', '27.4'),
  own_suppressed_worked_out: [data(HACKNEY, HACKNEY.replace('c,c', '700,140')), data('20000,18.2', 'c,c')],
  check_general_dupes: data(ENGLAND, `${ENGLAND}\n${ENGLAND}`),
  check_general_null: [
    data('29000', 'NULL'),
    data('29000', 'NA'),
    data('Disability', 'N/A'),
    meta('Sex,,,,,', 'Sex,,,,NA,')
  ],
  own_formula_cells: [
    data('Disability', '=1+1'),
    data('Disability', '@SUM(A1)'),
    { data: column('note', '"\n=1+1"', '"\n=1+1"') },
    data('29000', '=B2')
  ],
  own_control_characters: data('Disability', 'Dis\u0000ability'),
  check_api_char_limit: [
    data('Disability', 'a'.repeat(121)),
    meta('Sex', 'a'.repeat(81)),
    rename('children', `c${'a'.repeat(50)}`)
  ]
};

const cases = Object.entries(BREAKS).flatMap(([rule, spoilt]) =>
  [spoilt].flat().map((each, index): [string, Spoilt] => [index ? `${rule} ${index + 1}` : rule, each])
);

describe('one change of a good file', () => {
  it('breaks no rule where nothing is changed', () => {
    expect(brokenBy(screened(GOOD, META))).toEqual([]);
    expect(brokenBy(screened(GOOD))).toEqual([]);
  });

  it.each(cases)('breaks %s and no other rule', (name, { data = GOOD, meta = META, ...names }) => {
    const found = screened(data, meta, names);
    expect(
      brokenBy(found),
      JSON.stringify(
        found.results.filter(({ level }) => level !== 'pass'),
        null,
        1
      )
    ).toEqual([name.split(' ')[0]]);
  });

  it('is known for every rule', () => {
    expect(Object.keys(BREAKS).sort()).toEqual(ALL_RULES.map(({ id }) => id).sort());
  });
});

it('the rules are those of the list of the Department’s screener, and ours by names of their own', async () => {
  const { readFileSync } = await import('node:fs');
  const list = readFileSync(new URL('department/eesyscreener-rules.csv', import.meta.url), 'utf8');
  const theirs = list
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',')[0]!);
  expect(
    ALL_RULES.map(({ id }) => id)
      .filter((id) => !id.startsWith('own_'))
      .sort()
  ).toEqual(theirs.sort());
});
