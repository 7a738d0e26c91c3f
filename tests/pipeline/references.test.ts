import { describe as group, expect, it } from 'vitest';
import { describe } from '#lib/screening/problem.ts';
import { screen, screenReferences } from '../../src/pipeline/screen/screen.ts';
import { changed, real, unreadable } from './real-tables.ts';

const told = (file: string, from: string | RegExp, to: string): string[] =>
  screenReferences(changed(file, from, to)).map(describe);

it('the real files have no problem', () => {
  expect(unreadable).toEqual([]);
  expect(screen(real)).toEqual([]);
});

group('breaks', () => {
  const first = 'child_protection_plans,on_plan_31_march,National,,2007,2008,name';
  it('at an indicator that there is not', () => {
    expect(told('breaks.csv', first, first.replace('on_plan_31_march', 'on_register'))).toEqual([
      'breaks.csv: row 2: indicator: "on_register" is not an indicator of child_protection_plans'
    ]);
  });
  it('in a data set that there is not', () => {
    expect(told('breaks.csv', first, first.replace('child_protection_plans', 'registers'))).toEqual([
      'breaks.csv: row 2: data_set: "registers" is not a data set'
    ]);
  });
  it('with its years the wrong way round', () => {
    expect(told('breaks.csv', first, first.replace('2007,2008', '2008,2007'))).toEqual([
      'breaks.csv: row 2: first_after: "2007" is not after last_before, 2008',
      'breaks.csv: row 2: last_before, first_after: "2008", "2007" are not neighbouring figures of on_plan_31_march, National'
    ]);
  });
  it('between years that are not neighbours in the series, or not in it', () => {
    expect(told('breaks.csv', first, first.replace('2007,2008', '2006,2008'))).toEqual([
      'breaks.csv: row 2: last_before, first_after: "2006", "2008" are not neighbouring figures of on_plan_31_march, National'
    ]);
    expect(told('breaks.csv', first, first.replace('2007,2008', '2025,2026'))).toHaveLength(1);
  });
  it('at a level where the series has no figures then', () => {
    expect(told('breaks.csv', first, first.replace('National', 'Regional'))).toEqual([
      'breaks.csv: row 2: last_before, first_after: "2007", "2008" are not neighbouring figures of on_plan_31_march, Regional'
    ]);
  });
  it('of a kind or an authority that there is not', () => {
    expect(told('breaks.csv', first, first.replace('name', 'rumour'))).toEqual([
      'breaks.csv: row 2: kind: "rumour" is not one of source, definition, population, name, quality'
    ]);
    expect(told('breaks.csv', first, first.replace(',,', ',309 999,'))).toContain(
      'breaks.csv: row 2: old_la_codes: "309 999" holds "999", which is not the three-digit code of an authority'
    );
  });
});

group('lineage', () => {
  it('a figure without a source', () => {
    const run = /care_applications_by_year,applications,National,,2019,[^\n]*\n/;
    expect(told('lineage.csv', run, '')).toEqual([
      'care_applications_by_year.csv: applications: 1 figure of National, 2019 without a source, expected a run in lineage.csv'
    ]);
  });
  it('a run that holds more periods than it spans', () => {
    expect(told('lineage.csv', '2007-06,2007-06,1,', '2007-06,2007-06,2,')).toEqual([
      'lineage.csv: row 2: periods_held: "2" is not from 1 to the 1 of the run'
    ]);
  });
  it('authorities named that there are not, that have no row there, or at another level', () => {
    const few = 'on_plan_31_march_rate,Local authority,835 836 837,';
    expect(told('lineage.csv', few, few.replace('836', '999'))).toContainEqual(
      expect.stringMatching(
        /^lineage\.csv: row \d+: old_la_codes: "835 999 837" holds "999", which is not the three-digit/
      )
    );
    expect(told('lineage.csv', few, few.replace('836', '941 940 928 838'))).toEqual([]);
    const none = /(children_starting_to_be_looked_after_by_need,started,)National,,/;
    expect(told('lineage.csv', none, '$1National,309,')).toContainEqual(
      expect.stringMatching(/row \d+: old_la_codes: "309" in a row of level National, expected blank$/)
    );
  });
  it('a figure of an authority that only a run of others covers', () => {
    const one = /(referrals_and_assessments,referrals,Local authority),(,2013,2025)/;
    expect(told('lineage.csv', one, '$1,309$2')).toContainEqual(
      expect.stringMatching(
        /^referrals_and_assessments\.csv: referrals: \d+ figures of Local authority, 2013 without a source/
      )
    );
  });
  it('a rounding in words', () => {
    expect(told('lineage.csv', '2010,2010,1,1,osr28', '2010,2010,1,exact,osr28')[0]).toMatch(
      /^lineage\.csv: row \d+: rounding: "exact" is not a number$/
    );
  });
});

group('notes, confidence and figures worked out', () => {
  it('a note that ends before it begins', () => {
    expect(told('data_notes.csv', '204,2021,2022', '204,2022,2021')).toEqual([
      'data_notes.csv: row 2: last_period: "2021" is before first_period, expected 2022 or later'
    ]);
  });
  it('a note of England with the code of an authority', () => {
    expect(told('data_notes.csv', 'children_in_need,National,,', 'children_in_need,National,204,')[0]).toMatch(
      /old_la_code: "204" in a row of level National, expected blank$/
    );
  });
  it('a grade that there is not', () => {
    expect(told('data_confidence_2010_2012.csv', 'in_need_31_march,3', 'in_need_31_march,4')).toEqual([
      'data_confidence_2010_2012.csv: row 2: grade: "4" is not one of 1, 2, 3'
    ]);
  });
  it('a figure worked out that is not there', () => {
    expect(told('derived_figures.csv', '2007-11', '2007-10')).toEqual([
      'derived_figures.csv: row 2: time_period: "2007-10" has no figure there'
    ]);
  });
});

group('authorities', () => {
  it('a successor that there is not', () => {
    expect(told('local_authorities.csv', 'E06000055 E06000056', 'E06000055 E06000099')).toEqual([
      expect.stringMatching(
        /^local_authorities\.csv: row \d+: successors: "E06000055 E06000099" holds "E06000099", which is not the nine-character code/
      )
    ]);
  });
  it('a day that there is not', () => {
    expect(
      told(
        'local_authorities.csv',
        'Unitary Authorities,2009-04-01,2013-03-31',
        'Unitary Authorities,2009-04-31,2013-03-31'
      )[0]
    ).toMatch(/start: "2009-04-31" is not a day \(2008-11-11\)$/);
  });
  it('an end without a successor', () => {
    expect(told('local_authorities.csv', '2009-03-31,E06000055 E06000056,', '2009-03-31,,')).toEqual([
      expect.stringMatching(/successors: "" and end belong together, expected both or neither$/)
    ]);
  });
  it('one code twice', () => {
    expect(told('local_authorities.csv', 'E06000002,806', 'E06000001,806')).toContain(
      'local_authorities.csv: row 3: new_la_code: "E06000001" stands here again, the first is row 2'
    );
  });
  it('a neighbour that there is not, and an authority next to itself', () => {
    expect(told('statistical_neighbours.csv', '2025,301,1,308', '2025,301,1,999')).toEqual([
      'statistical_neighbours.csv: row 2: neighbour_old_la_code: "999" is not the three-digit code of an authority'
    ]);
    expect(told('statistical_neighbours.csv', '2025,301,1,308', '2025,301,1,301')).toEqual([
      'statistical_neighbours.csv: row 2: neighbour_old_la_code: "301" is the authority itself, expected another'
    ]);
  });
  it('a neighbour missing', () => {
    expect(told('statistical_neighbours.csv', '2025,301,1,308,Close\n', '')).toEqual([
      'statistical_neighbours.csv: 9 neighbours of 301 in model 2025 where ten are expected'
    ]);
  });
  it('a postcode district in no authority, and one that is no district', () => {
    expect(told('postcode_districts.csv', 'AL1,919', 'AL1,991')).toEqual([
      'postcode_districts.csv: row 2: old_la_codes: "991" is not the three-digit code of an authority'
    ]);
    expect(told('postcode_districts.csv', 'AL1,919', 'AL1 1AA,919')).toEqual([
      'postcode_districts.csv: row 2: postcode_district: "AL1 1AA" is not the first half of a postcode (N17)'
    ]);
  });
  it('two authorities on one tile at one time, and none on two', () => {
    const row = /\n309,Haringey,\d+,\d+,Hgy/;
    const [, place] = /\n308,Enfield,(\d+,\d+),/.exec(real.get('tile_map.csv')!.text)!;
    expect(told('tile_map.csv', row, `\n309,Haringey,${place},Hgy`)).toEqual([
      'tile_map.csv: the tile of 309 is that of 308 too, and both were in being on 2006-03-31'
    ]);
    expect(told('tile_map.csv', row, '$&$&')).toContainEqual(expect.stringMatching(/stands here again/));
  });
  it('an authority without a tile', () => {
    expect(told('tile_map.csv', /309,Haringey[^\n]*\n/, '')).toEqual([
      'tile_map.csv: no tile of 309, which was in being on or after 2006-03-31; run npm run tile-map'
    ]);
  });
  it('a tile of an authority that there is not, between two columns, or with a whole name on it', () => {
    expect(told('tile_map.csv', /\n309,Haringey,\d+,(\d+),Hgy/, '\n309,Haringey,1.5,$1,Haringey')).toEqual([
      expect.stringMatching(/^tile_map\.csv: row \d+: tile_column: "1\.5" is not a whole number$/),
      expect.stringMatching(/^tile_map\.csv: row \d+: short_name: "Haringey" is not two to four letters \(Hgy\)$/)
    ]);
    expect(told('tile_map.csv', '\n309,', '\n999,')).toContainEqual(
      expect.stringMatching(/old_la_code: "999" is not the three-digit code of an authority$/)
    );
  });
  it('deprivation under the codes of two authorities', () => {
    expect(told('deprivation.csv', '2015,E06000001,805', '2015,E06000001,806')).toEqual([
      'deprivation.csv: row 2: old_la_code: "806" is not the three-digit code of E06000001'
    ]);
  });
});

group('events and documents', () => {
  it('a kind of event that the timeline does not know', () => {
    expect(told('events.csv', ',law-and-policy,no,', ',politics,no,')).toEqual([
      'events.csv: row 2: kind: "politics" is not one of baby-p, climbie, law-and-policy, measurement, pandemic, other'
    ]);
  });
  it('without a label for charts, or with one that is too long for them', () => {
    expect(told('events.csv', ',Children Act 1989,', ',,')).toEqual([
      'events.csv: row 2: short: blank is not a label of 1 to 32 characters'
    ]);
    expect(told('events.csv', ',Children Act 1989,', ',The Children Act 1989 takes effect in England,')).toHaveLength(
      1
    );
  });
  it('a sentence without a full stop, and the event of a document that is the same as none of ours', () => {
    expect(told('events.csv', 'looked after rests on."', 'looked after rests on"')).toEqual([
      expect.stringMatching(/^events\.csv: row 2: sentence: .* is not one sentence from a capital to a full stop$/)
    ]);
    expect(told('seeds/events.csv', ',laming-report\n', ',laming-reports\n')).toEqual([
      expect.stringMatching(/same_event: "laming-reports" is not an event of data\/events\.csv$/)
    ]);
  });
  it('a precision that is not that of the date', () => {
    expect(told('events.csv', '1991-10,month', '1991-10,day')).toEqual([
      'events.csv: row 2: precision: "day" is not how the date is written, expected month'
    ]);
  });
  it('an address without a host', () => {
    expect(told('events.csv', /http:\/\/www\.independent[^\n]*/, 'the Independent')).toEqual([
      'events.csv: row 2: source_url: "the Independent" is not an address of the web'
    ]);
  });
  it('a column too many', () => {
    expect(told('sources.csv', 'licence,note', 'licence,remark')).toEqual([
      'sources.csv: row 1: note: the column is missing',
      'sources.csv: row 1: the column "remark" is not expected here'
    ]);
  });
  it('a figure of a document that is not in the bibliography', () => {
    expect(told('seeds/figures.csv', /cyp-now-2009-03-17/, 'cyp-today')).toEqual([
      'seeds/figures.csv: row 2: document: "cyp-today" is not a document of seeds/documents.csv'
    ]);
  });
});

it('without the file that the others point at, only that is told', () => {
  const tables = new Map(real);
  tables.delete('local_authorities.csv');
  expect(screen(tables).map(describe)).toEqual(['local_authorities.csv: the file is missing']);
});

it('a data set that is missing is told once, and not again by all that points at it', () => {
  const tables = new Map(real);
  tables.delete('referrals_by_month.csv');
  expect(screen(tables).map(describe)).toEqual(['referrals_by_month.csv: the file is missing']);
});

it('so is its dictionary, and a column', () => {
  const tables = new Map(real);
  tables.delete('children_in_need.meta.csv');
  expect(screen(tables).map(describe)).toEqual(['children_in_need.meta.csv: the file is missing']);
  const renamed = changed('children_looked_after.csv', ',taken_into_care,', ',taken_in,');
  expect(screen(renamed).map(describe)).toEqual([
    'children_looked_after.csv: row 1: taken_in: the column is not in children_looked_after.meta.csv',
    expect.stringMatching(/^children_looked_after\.meta\.csv: row \d+: col_name: "taken_into_care" is not a column of/)
  ]);
});

it('a dictionary without a data set that anything here knows', () => {
  const meta = { ...real.get('referrals_by_month.meta.csv')!, file: 'surprise.meta.csv' };
  expect(screen(new Map([...real, ['surprise.meta.csv', meta]])).map(describe)).toEqual([
    'surprise.meta.csv: a dictionary without its data set, expected surprise.csv'
  ]);
});

group('of the second set of data', () => {
  it('a publication has a month, a day or several years', () => {
    const source = /(\nsfr27-2010,.*?,Department for Education,)2010,/;
    for (const when of ['2009', '2009-2011', '2009-12', '2009-12-24', '"2009, 2011"'])
      expect(told('sources.csv', source, `$1${when},`)).toEqual([]);
    expect(told('sources.csv', source, '$12009-13,')).toEqual([
      expect.stringMatching(/published: "2009-13" is not when it was published \(2009,/)
    ]);
  });
  it('a note is of every level', () => {
    expect(told('data_notes.csv', 'children_in_need,National,,', 'children_in_need,all,,')).toEqual([]);
    expect(told('data_notes.csv', 'children_in_need,National,,', 'children_in_need,all,204,')).not.toEqual([]);
  });
  it('a break is of one category of a long file', () => {
    const own =
      'children_starting_to_be_looked_after_by_need,started:Family dysfunction,National,,2012,2013,quality,Why.';
    const added = (line: string): string[] => told('breaks.csv', /$/, `${line}\n`);
    expect(added(own)).toEqual([]);
    expect(added(own.replace('2012,2013', '2011,2013'))).toHaveLength(1);
    expect(added(own.replace('Family dysfunction', 'Love'))).toEqual([
      expect.stringMatching(/indicator: "started:Love" is not an indicator of/)
    ]);
  });
});
