import { describe as group, expect, it } from 'vitest';
import { authoritiesOf } from '#lib/screening/context.ts';
import { decode, parseSheet } from '#lib/screening/parse.ts';
import { describe } from '#lib/screening/problem.ts';
import { screen } from '#lib/screening/screen.ts';
import type { Timing } from '#lib/domain/index.ts';

const authorities = authoritiesOf(
  parseSheet(
    'local_authorities.csv',
    `new_la_code,old_la_code,la_name,region_code,region_name,type,start,end,successors
E09000014,309,Haringey,E13000001,Inner London,London Boroughs,,,
E10000009,835,Dorset,E12000009,South West,Counties,,2019-03-31,E06000059
E06000059,838,Dorset,E12000009,South West,Unitary Authorities,2019-04-01,,
E10000002,825,Buckinghamshire,E12000008,South East,Counties,,2020-03-31,E06000060
E06000060,825,Buckinghamshire,E12000008,South East,Unitary Authorities,2020-04-01,,
E10000010,840,Durham,E12000001,North East,Counties,,2009-03-31,E06000047
E06000047,840,County Durham,E12000001,North East,Unitary Authorities,2009-04-01,,
`
  ).sheet.rows
);

const GOOD = `time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name,sex,children,rate
2009,Reporting year,National,E92000001,England,,,,,,Girls,29000,26.1
2009,Reporting year,Regional,E92000001,England,E13000001,Inner London,,,,Girls,1200,40
2009,Reporting year,Local authority,E92000001,England,E13000001,Inner London,309,E09000014,Haringey,Girls,c,u
2009,Reporting year,Local authority,E92000001,England,E13000001,Inner London,309,E09000014,Haringey,Boys,0,low
`;
const META = `col_name,col_type,label,indicator_grouping,indicator_unit,indicator_dp,filter_hint,filter_grouping_column
sex,Filter,Sex,,,,,
children,Indicator,Children,,,0,,
rate,Indicator,"Children, rate per 10,000 children",,,1,,
`;

const told = (csv: string, meta: string | undefined = META, timing: Timing = 'year to 31 March'): string[] => {
  const { sheet, problems } = parseSheet('plans.csv', csv);
  const dictionary = meta === undefined ? undefined : parseSheet('plans.meta.csv', meta).sheet;
  return [...problems, ...screen(sheet, { meta: dictionary, authorities, timing })].map(describe);
};

/** The good file with one spelling changed, once or everywhere. */
const spoil = (from: string, to: string): string => {
  expect(GOOD).toContain(from);
  return GOOD.replace(from, to);
};

/** A file of one authority's row, and one of England so that its filter has two values. */
const oneRow = (period: string, place: string): string =>
  `${GOOD.split('\n')[0]}\n${period},Local authority,E92000001,England,${place},Girls,5,1\n${period},National,E92000001,England,,,,,,Boys,5,1\n`;

it('a good file has no problem', () => {
  expect(told(GOOD)).toEqual([]);
});

it('a good file has no problem without its dictionary', () => {
  const { sheet } = parseSheet('plans.csv', GOOD);
  expect(screen(sheet, { authorities })).toEqual([]);
});

group('the form of the file', () => {
  it('a row with a field too many', () => {
    expect(told(spoil('Girls,29000,26.1', 'Girls,29,000,26.1'))).toEqual([
      'plans.csv: row 2: 14 fields where the header has 13, from "2009"'
    ]);
  });
  it('a blank line among the rows', () => {
    expect(told(spoil('26.1\n', '26.1\n\n'))).toEqual(['plans.csv: row 3: a blank line stands among the rows']);
  });
  it('a quotation mark that is never closed', () => {
    expect(
      told(spoil('Inner London,309,E09000014,Haringey,Boys', 'Inner London,309,E09000014,"Haringey,Boys'))
    ).toEqual([
      'plans.csv: row 5: a quotation mark is opened and never closed',
      'plans.csv: row 5: 10 fields where the header has 13, from "2009"',
      'plans.csv: sex: "Girls" is the only value of this filter, expected two or more'
    ]);
  });
  it('an empty file', () => {
    expect(parseSheet('plans.csv', '').problems.map(describe)).toEqual(['plans.csv: nothing is in the file']);
  });
  it('a header and nothing else', () => {
    expect(parseSheet('plans.csv', GOOD.split('\n')[0]!).problems.map(describe)).toEqual([
      'plans.csv: no row follows the header'
    ]);
  });
  it('a byte order mark before the header', () => {
    expect(told(`\uFEFF${GOOD}`)).toEqual([
      'plans.csv: row 1: a byte order mark stands before the header: save as UTF-8 without it'
    ]);
  });
  it('an accent saved in another encoding', () => {
    const bytes = Buffer.from(spoil('Girls,c', 'Zoë,c'), 'latin1');
    expect(decode('plans.csv', bytes).problems.map(describe)).toEqual(['plans.csv: row 4: the text is not UTF-8']);
  });
  it('a row is told by its line although a cell before it holds line ends', () => {
    const csv = spoil('Girls,29000', '"Girls\nand\nwomen",29000').replace('Girls,1200,40', 'Girls,"1,200",40');
    expect(told(csv)).toEqual(['plans.csv: row 5: children: "1,200" has commas between thousands, expected 1200']);
  });
  it('lines that end in a carriage return are read', () => {
    expect(told(GOOD.replaceAll('\n', '\r\n'))).toEqual([]);
  });
});

group('columns', () => {
  it('a required column is missing, and rules that need it are left out', () => {
    expect(told(spoil('new_la_code', 'ons_code'))).toEqual([
      'plans.csv: row 1: ons_code: the column is not in plans.meta.csv',
      'plans.csv: row 1: new_la_code: the column is missing'
    ]);
  });
  it('two columns of one name', () => {
    expect(told(spoil('children,rate', 'rate,rate'))).toEqual([
      'plans.csv: row 1: rate: 2 columns have this name, expected one',
      'plans.meta.csv: row 3: col_name: "children" is not a column of plans.csv'
    ]);
  });
  it('a column without a name', () => {
    const lines = GOOD.trim().split('\n');
    const csv = lines.map((line, index) => (index ? `${line},1` : `${line},`)).join('\n');
    expect(told(csv)).toEqual(['plans.csv: row 1: column 14 has no name']);
  });
  it('a column name with a blank before it', () => {
    expect(told(spoil(',sex,', ', sex,'), META.replace('sex,Filter', '" sex",Filter'))).toEqual([
      'plans.csv: row 1:  sex: " sex" has a space in it',
      'plans.meta.csv: row 2: col_name: " sex" has a space in it'
    ]);
  });
  it('no column of figures', () => {
    const csv = GOOD.split('\n')
      .map((line) => line.split(',').slice(0, 10).join(','))
      .join('\n')
      .replace(/\n2009,Reporting year,Local[^\n]*$/m, '');
    expect(
      told(
        csv,
        'col_name,col_type,label,indicator_grouping,indicator_unit,indicator_dp,filter_hint,filter_grouping_column\n'
      )
    ).toContain('plans.csv: row 1: no column of figures is there, expected one or more');
  });
});

group('time', () => {
  it('a year written with its second half', () => {
    expect(told(spoil('2009,Reporting year,National', '200809,Reporting year,National'))).toEqual([
      'plans.csv: row 2: time_period: "200809" is not a year of four digits'
    ]);
  });
  it('a kind of year that is not known', () => {
    expect(told(GOOD.replaceAll('2009,Reporting year', '202324,Academic year'))).toEqual([
      ...[2, 3, 4, 5].map(
        (row) =>
          `plans.csv: row ${row}: time_identifier: "Academic year" is not Reporting year, Calendar year or the name of a month`
      )
    ]);
  });
  it('a month is known by its name, not by an abbreviation', () => {
    expect(told(GOOD.replaceAll('Reporting year', 'November'))).toEqual([]);
    expect(told(spoil('2009,Reporting year,National', '2009,Nov,National'))).toEqual([
      'plans.csv: row 2: time_identifier: "Nov" is not Reporting year, Calendar year or the name of a month'
    ]);
  });
});

group('geography', () => {
  it('a level in another spelling', () => {
    expect(told(spoil('National', 'England'))).toEqual([
      'plans.csv: row 2: geographic_level: "England" is not one of National, Regional, Local authority'
    ]);
  });
  it('a region in the row of England, and none in the row of a region', () => {
    expect(told(spoil('England,,,,,,Girls', 'England,E12000007,London,,,,Girls'))).toEqual([
      'plans.csv: row 2: region_code: "E12000007" in a row of level National, expected blank',
      'plans.csv: row 2: region_name: "London" in a row of level National, expected blank'
    ]);
    expect(told(spoil('E13000001,Inner London,,,,Girls', ',,,,,Girls'))).toEqual([
      'plans.csv: row 3: region_code: blank in a row of level Regional, expected filled',
      'plans.csv: row 3: region_name: blank in a row of level Regional, expected filled'
    ]);
  });
  it('an authority without its nine-character code', () => {
    expect(told(spoil('309,E09000014,Haringey,Girls', '309,,Haringey,Girls'))).toEqual([
      'plans.csv: row 4: new_la_code: blank in a row of level Local authority, expected filled'
    ]);
  });
  it('another country', () => {
    expect(told(spoil('E92000001,England,,', 'W92000004,Wales,,'))).toEqual([
      'plans.csv: row 2: country_code: "W92000004" is not the code of England, expected E92000001'
    ]);
  });
  it('a region that there is not, and one under the name of another', () => {
    expect(told(spoil('E13000001,Inner London,,,,', 'E13000003,Middle London,,,,'))).toEqual([
      'plans.csv: row 3: region_code: "E13000003" is not the code of a region'
    ]);
    expect(told(spoil('E13000001,Inner London,,,,', 'E13000001,Outer London,,,,'))).toEqual([
      'plans.csv: row 3: region_name: "Outer London" is not the name of E13000001, expected Inner London'
    ]);
  });
  it('an authority that there is not', () => {
    expect(told(spoil('309,E09000014,Haringey,Girls', '399,E09000014,Haringey,Girls'))).toEqual([
      'plans.csv: row 4: old_la_code: "399" is not the three-digit code of an authority'
    ]);
  });
  it('a nine-character code with two digits swapped', () => {
    expect(told(spoil('309,E09000014,Haringey,Girls', '309,E09000041,Haringey,Girls'))).toEqual([
      'plans.csv: row 4: new_la_code: "E09000041" is not a code of 309 Haringey, expected E09000014'
    ]);
  });
  it('the name of another authority', () => {
    expect(told(spoil('E09000014,Haringey,Girls', 'E09000014,Hackney,Girls'))).toEqual([
      'plans.csv: row 4: la_name: "Hackney" is not a name of 309, expected Haringey'
    ]);
  });
  it('an authority may stand under any name it has had, and no other', () => {
    const durham = (name: string) => oneRow('2009,Reporting year', `E12000001,North East,840,E10000010,${name}`);
    expect(told(durham('Durham'))).toEqual([]);
    expect(told(durham('County Durham'))).toEqual([]);
    expect(told(durham('Durham County'))).toEqual([
      'plans.csv: row 2: la_name: "Durham County" is not a name of 840, expected Durham or County Durham'
    ]);
  });
  it('an authority in another region; a borough may stand in London as a whole', () => {
    const haringey = (region: string) => oneRow('2009,Reporting year', `${region},309,E09000014,Haringey`);
    expect(told(haringey('E12000008,South East'))).toEqual([
      'plans.csv: row 2: region_code: "E12000008" is not the region of 309 Haringey, expected E13000001'
    ]);
    expect(told(haringey('E12000007,London'))).toEqual([]);
  });
  it('an authority in a year before it began, and in one after it ended', () => {
    expect(told(oneRow('2019,Reporting year', 'E12000009,South West,838,E06000059,Dorset'))).toEqual([
      'plans.csv: row 2: old_la_code: "838" is Dorset, which was not in being from 2018-04-01 to 2019-03-31: it began on 2019-04-01'
    ]);
    expect(told(oneRow('2020,Reporting year', 'E12000009,South West,835,E10000009,Dorset'))).toEqual([
      'plans.csv: row 2: old_la_code: "835" is Dorset, which was not in being from 2019-04-01 to 2020-03-31: it ended on 2019-03-31'
    ]);
    expect(told(oneRow('2019,Reporting year', 'E12000009,South West,835,E10000009,Dorset'))).toEqual([]);
    expect(told(oneRow('2020,Reporting year', 'E12000009,South West,838,E06000059,Dorset'))).toEqual([]);
  });
  it('a day or a month in which an authority was not in being', () => {
    const dorset = 'E12000009,South West,835,E10000009,Dorset';
    expect(told(oneRow('2019,Reporting year', dorset), META, 'mid-year')).toEqual([
      'plans.csv: row 2: old_la_code: "835" is Dorset, which was not in being on 2019-06-30: it ended on 2019-03-31'
    ]);
    expect(told(oneRow('2019,Reporting year', dorset), META, 'at 30 September')).toHaveLength(1);
    expect(told(oneRow('2019,March', dorset))).toEqual([]);
    expect(told(oneRow('2019,April', dorset))).toEqual([
      'plans.csv: row 2: old_la_code: "835" is Dorset, which was not in being from 2019-04-01 to 2019-04-30: it ended on 2019-03-31'
    ]);
  });
  it('an authority under a nine-character code it had at another time', () => {
    const place = (code: string) => `E12000008,South East,825,${code},Buckinghamshire`;
    expect(told(oneRow('2020,Reporting year', place('E06000060')))).toEqual([
      'plans.csv: row 2: new_la_code: "E06000060" is not the code of Buckinghamshire in 2020, expected E10000002'
    ]);
    expect(told(oneRow('2021,Reporting year', place('E06000060')))).toEqual([]);
  });
});

group('figures', () => {
  it.each(['£12', ' 12', '12 ', '1e5', '.5', 'n/a', '-', '*', ':', 'X'])('"%s" is not a figure', (cell) => {
    expect(told(spoil('29000', `"${cell}"`))).toEqual([
      `plans.csv: row 2: children: "${cell}" is not a number or one of c x z u low k`
    ]);
  });
  it.each([
    ['1,204', 'has commas between thousands, expected 1204'],
    ['NaN', 'is what a program writes for nothing'],
    ['=B2*2', 'would be run as a formula by a spreadsheet']
  ])('"%s" is not a figure: it %s', (cell, expected) => {
    expect(told(spoil('29000', `"${cell}"`))).toEqual([`plans.csv: row 2: children: "${cell}" ${expected}`]);
  });
  it('a blank cell is not a figure', () => {
    expect(told(spoil('Girls,29000', 'Girls,'))).toEqual([
      'plans.csv: row 2: children: blank is not a number or one of c x z u low k'
    ]);
  });
  it('zero is a figure, and so is each of the codes', () => {
    for (const cell of ['0', 'c', 'x', 'z', 'u', 'low', 'k']) expect(told(spoil('29000', cell))).toEqual([]);
  });
  it('more decimal places than the dictionary says', () => {
    expect(told(spoil('26.1', '26.14'))).toEqual([
      'plans.csv: row 2: rate: "26.14" has 2 decimal places, expected at most 1'
    ]);
    expect(told(spoil('29000', '29000.5'))).toEqual([
      'plans.csv: row 2: children: "29000.5" has 1 decimal place, expected at most 0'
    ]);
  });
  it('a blank filter', () => {
    expect(told(spoil('Boys', ''))).toEqual(['plans.csv: row 5: sex: blank in a filter, expected the name of a group']);
  });
  it('one authority, year and group twice, even with other figures', () => {
    expect(told(`${spoil('Boys', 'Girls')}${GOOD.split('\n')[4]}\n`)).toEqual([
      'plans.csv: row 5: a second row for 2009, Girls, Haringey stands here, the first is row 4'
    ]);
  });
});

group('the dictionary', () => {
  it('a column that is not in it, and an entry without a column', () => {
    expect(told(GOOD, META.replace('children,', 'youths,'))).toEqual([
      'plans.csv: row 1: children: the column is not in plans.meta.csv',
      'plans.meta.csv: row 3: col_name: "youths" is not a column of plans.csv'
    ]);
  });
  it('an entry twice', () => {
    expect(told(GOOD, `${META}sex,Filter,Sex again,,,,,\n`)).toEqual([
      'plans.meta.csv: row 5: col_name: "sex" stands here again, the first is row 2'
    ]);
  });
  it('a kind of column that there is not', () => {
    expect(told(GOOD, META.replace('sex,Filter', 'sex,filter'))).toEqual([
      'plans.meta.csv: row 2: col_type: "filter" is not Filter or Indicator'
    ]);
  });
  it('an entry without a label or without decimal places', () => {
    expect(told(GOOD, META.replace('children,Indicator,Children,,,0', 'children,Indicator,,,,'))).toEqual([
      'plans.meta.csv: row 3: label: blank is no label',
      'plans.meta.csv: row 3: indicator_dp: blank is not a whole number of decimal places'
    ]);
    expect(told(GOOD, META.replace(',,,0', ',,,0.5'))).toEqual([
      'plans.meta.csv: row 3: indicator_dp: "0.5" is not a whole number of decimal places'
    ]);
  });
  it('a column of geography among its entries', () => {
    expect(told(GOOD, `${META}la_name,Filter,Authority,,,,,\n`)).toEqual([
      'plans.meta.csv: row 5: col_name: "la_name" is a column of time or geography, expected a filter or an indicator'
    ]);
  });
  it('a column of its own is missing', () => {
    expect(told(GOOD, META.replace('filter_hint', 'hint'))).toEqual([
      'plans.meta.csv: row 1: filter_hint: the column is missing',
      'plans.meta.csv: row 1: hint: the column is not one of the metadata'
    ]);
  });
});

it('a file with many faults has all of them told, from the first line to the last', () => {
  const csv = spoil('Girls,29000', 'Girls,"29,000"')
    .replace('Boys,0', ',0')
    .replace('E13000001,Inner London,,,,', 'E13000001,London,,,,');
  expect(told(csv)).toEqual([
    'plans.csv: row 2: children: "29,000" has commas between thousands, expected 29000',
    'plans.csv: row 3: region_name: "London" is not the name of E13000001, expected Inner London',
    'plans.csv: row 5: sex: blank in a filter, expected the name of a group'
  ]);
});

it('a very long cell is cut where it is told', () => {
  const [problem] = told(spoil('29000', 'a'.repeat(500)));
  expect(problem).toBe(`plans.csv: row 2: children: "${'a'.repeat(57)}…" is not a number or one of c x z u low k`);
});

group('the second kinds of year and country', () => {
  const authority = 'E12000009,South West,835,E10000009,Dorset';
  it('a calendar year is a year to 31 December', () => {
    expect(told(oneRow('2019,Calendar year', authority))).toEqual([]);
    expect(told(oneRow('2020,Calendar year', authority))).toEqual([
      'plans.csv: row 2: old_la_code: "835" is Dorset, which was not in being from 2020-01-01 to 2020-12-31: it ended on 2019-03-31'
    ]);
  });
  it('what has no area below it may be of the United Kingdom, by code and name', () => {
    const prices = (name: string, level: string): string =>
      `${GOOD.split('\n')[0]}\n2009,Reporting year,${level},K02000001,${name},,,,,,Girls,5,1\n2009,Reporting year,National,E92000001,England,,,,,,Boys,5,1\n`;
    expect(told(prices('United Kingdom', 'National'))).toEqual([]);
    expect(told(prices('England', 'National'))).toEqual([
      'plans.csv: row 2: country_name: "England" is not the name of K02000001, expected United Kingdom'
    ]);
    expect(told(prices('United Kingdom', 'Regional'))).toContain(
      'plans.csv: row 2: country_code: "K02000001" is not the code of England, expected E92000001'
    );
  });
});
