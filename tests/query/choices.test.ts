import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { pageFile } from '../page-file.ts';
import { ENGLAND, type Area } from '#lib/domain/index.ts';
import { DEFAULTS, parse, serialise, toAddress, type DataSetEntry, type ExploreChoices } from '#lib/address/explore.ts';
import { published } from './published.ts';

const catalogue = (JSON.parse(published('index.json')) as { dataSets: DataSetEntry[] }).dataSets;
const keys = new Set((JSON.parse(readFileSync(pageFile('areas.json'), 'utf8')) as Area[]).map(({ key }) => key));
const read = (search: string) => parse(new URLSearchParams(search), catalogue, (key) => keys.has(key));

const NONE: ExploreChoices = { measures: [...DEFAULTS.measures], areas: [...DEFAULTS.areas], filters: {} };

describe('an address of the bench', () => {
  test('that says nothing asks for the rate of children looked after in England', () => {
    expect(read('')).toEqual({ choices: NONE, notices: [] });
    expect(toAddress(NONE)).toBe('');
  });

  const choices: ExploreChoices[] = [
    NONE,
    { ...NONE, measures: [] },
    { ...NONE, areas: [] },
    { ...NONE, areas: ['309'] },
    { ...NONE, areas: [ENGLAND, '309', 'E12000007', 'authorities', 'regions'] },
    { ...NONE, from: '2008', to: '2010' },
    { ...NONE, from: '1994' },
    { ...NONE, to: '2025' },
    { ...NONE, measures: ['children_in_need/in_need_31_march_rate', 'children_looked_after/started'] },
    {
      ...NONE,
      measures: ['children_starting_to_be_looked_after_by_need/started'],
      filters: { category_of_need: "Parent's illness or disability" }
    },
    {
      ...NONE,
      measures: ['looked_after_by_legal_status/looked_after_31_march'],
      filters: { legal_status: 'Other (freed for adoption, youth justice, detained for child protection)' }
    }
  ];

  test.each(choices)('%j comes back as it was written', (each) => {
    expect(read(serialise(each).toString())).toEqual({ choices: each, notices: [] });
    expect(read(toAddress(each))).toEqual({ choices: each, notices: [] });
  });

  test('can be read', () => {
    const measures = ['children_looked_after/looked_after_31_march_rate', 'children_looked_after/started'];
    expect(toAddress({ ...NONE, measures, areas: [ENGLAND, '309'], from: '2008' })).toBe(
      '?measures=children_looked_after/looked_after_31_march_rate,children_looked_after/started&areas=E92000001,309&from=2008'
    );
  });

  test.each([
    ['measures=nothing', 'There is no measure called “nothing”, so it was left out.'],
    ['measures=children_looked_after', 'There is no measure called “children_looked_after”, so it was left out.'],
    ['areas=999', 'No area has the code “999”, so it was left out.'],
    ['from=tomorrow', '“tomorrow” is not a year, so no year was left out for it.'],
    ['to=20255', '“20255” is not a year, so no year was left out for it.'],
    ['from=2020&to=2010', 'The address asks for years from 2020 to 2010, which are none, so every year is shown.']
  ])('%s is answered by the default and a notice', (search, text) => {
    const { choices, notices } = read(search);
    expect(choices).toEqual(NONE);
    expect(notices.map((notice) => notice.text)).toEqual([text]);
  });

  test('a filter that is none of the data set’s is named, and one of another data set is not heard', () => {
    const asked = 'measures=children_starting_to_be_looked_after_by_need/started&category_of_need=Love&legal_status=x';
    const { choices, notices } = read(asked);
    expect(choices.filters).toEqual({});
    expect(notices.map(({ text }) => text)).toEqual([
      'Category of need has no value “Love”, so all of them are shown.'
    ]);
  });

  test('what is known of a list is kept, once, measures in the order of the catalogue', () => {
    const { choices, notices } = read(
      'measures=children_looked_after/started,x/y,child_protection_plans/started,children_looked_after/started&areas=309,309,nowhere,authorities'
    );
    expect(choices.measures).toEqual(['child_protection_plans/started', 'children_looked_after/started']);
    expect(choices.areas).toEqual(['309', 'authorities']);
    expect(notices).toHaveLength(2);
  });

  test.each([
    '?areas=%00',
    '?measures=__proto__',
    '?areas=constructor',
    '?areas=,,,',
    '?from=&to=',
    `?areas=${'9,'.repeat(2000)}`
  ])('%.30s does no harm', (search) => {
    expect(read(search).choices).toMatchObject(NONE);
  });
});
