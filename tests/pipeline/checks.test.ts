import { describe as group, expect, it } from 'vitest';
import type { Measure } from '#lib/domain/index.ts';
import { CATALOGUE } from '#lib/domain/catalogue/index.ts';
import { describe } from '#lib/screening/problem.ts';
import { check } from '../../src/pipeline/check/check.ts';
import { checkCatalogue } from '../../src/pipeline/check/catalogue.ts';
import { checkShapes } from '../../src/pipeline/check/shapes.ts';
import { publishShapes } from '../../src/pipeline/shape/shape.ts';
import { changed, real } from './real-tables.ts';

const told = (file: string, from: string | RegExp, to: string): string[] =>
  check(changed(file, from, to)).map(describe);

it('the real figures agree with each other and with the catalogue', () => {
  expect(check(real)).toEqual([]);
});

group('rates', () => {
  it('a rate a tenth away from its count', () => {
    expect(told('children_looked_after.csv', ',81770,67.1,', ',81770,67.2,')).toEqual([
      'children_looked_after.csv: row 2: looked_after_31_march_rate: "67.2" of England is not 67.1: 81770 of 12183016 children in mid-2024'
    ]);
  });
  it('a rate where no population is held', () => {
    expect(told('children_looked_after.csv', /(2010,[^\n]*,835,E10000009,Dorset,\d+),x/, '$1,40.1')).toEqual([
      expect.stringMatching(/_rate: "40\.1" of Dorset is not x: no population of mid-2009 is held$/)
    ]);
  });
  it('a rate of a count that is suppressed gives the count away', () => {
    expect(told('child_protection_plans.csv', ',c,c,', ',c,4.2,')).toEqual([
      expect.stringMatching(/on_plan_31_march_rate: "4\.2" of .+ is not c: on_plan_31_march is the same code$/)
    ]);
  });
  it('a figure below zero', () => {
    expect(told('referrals_by_month.csv', ',59390', ',-59390')).toEqual([
      'referrals_by_month.csv: row 2: referrals: "-59390" of England is below zero'
    ]);
  });
});

group('sums', () => {
  it('a London that is not its halves', () => {
    expect(told('population_aged_0_to_17.csv', /(2023,[^\n]*E12000007,London,,,,)(\d+)/, '$1$20')).toContainEqual(
      expect.stringMatching(
        /^population_aged_0_to_17\.csv: population: London's \d+ in 2023 is not Inner and Outer London together, \d+ and \d+, within 1\.5$/
      )
    );
  });
  it('authorities further from England than the published figures are', () => {
    expect(
      told('children_looked_after.csv', /(2022,[^\n]*,309,E09000014,Haringey,)\d+,[\d.]+,/, '$19999,1,')
    ).toContainEqual(expect.stringMatching(/the authorities' \d+ together in 2022 is not England's \d+, within 10$/));
  });
});

group('the catalogue', () => {
  const looked = CATALOGUE[0]!;
  const with_ = (change: Partial<Measure['variants'][0]>): string[] =>
    checkCatalogue(real, [{ ...looked, variants: [{ ...looked.variants[0], ...change }] }]).map(describe);

  it.each([
    [{ dataSet: 'looked_after' }, 'looked_after is not a data set'],
    [{ indicator: 'looked_after' }, 'looked_after is not an indicator of children_looked_after'],
    [{ dp: 2 }, '2 decimal places is not what children_looked_after has for looked_after_31_march_rate, expected 1'],
    [
      { indicator: 'looked_after_31_march', dp: 0 },
      'the unit "per 10,000" does not fit looked_after_31_march of children_looked_after, whose unit is number'
    ],
    [{ printed: { indicator: 'printed', label: '' } }, 'printed is not an indicator of children_looked_after'],
    [{ filter: 'sex' }, 'sex is not a filter of children_looked_after'],
    [{ timing: 'month' as const }, 'the timing "month" does not fit children_looked_after, whose periods are years']
  ])('%j does not agree with the data', (change, problem) => {
    expect(with_(change)).toEqual([`src/lib/domain/catalogue: looked-after, rate: ${problem}`]);
  });

  it('a filter that is there and not chosen', () => {
    const needs = CATALOGUE.find(({ slug }) => slug === 'category-of-need')!;
    const bare = { ...needs.variants[0], filter: undefined };
    expect(checkCatalogue(real, [{ ...needs, variants: [bare] }]).map(describe)).toEqual([
      'src/lib/domain/catalogue: category-of-need, number: no filter is chosen where children_starting_to_be_looked_after_by_need has one, expected category_of_need'
    ]);
  });

  it('a slug twice', () => {
    expect(checkCatalogue(real, [looked, looked]).map(describe)).toEqual([
      'src/lib/domain/catalogue: looked-after: the slug stands twice'
    ]);
  });
});

group('the shaped series', () => {
  const shapes = publishShapes(real);

  it('hold every published figure and no other', () => {
    expect(checkShapes(shapes, real)).toEqual([]);
  });
  it('a figure lost on the way', () => {
    const spoiled = new Map(shapes);
    spoiled.set('series/children.json', shapes.get('series/children.json')!.replace('12183016', 'null'));
    expect(checkShapes(spoiled, real).map(describe)).toEqual([
      expect.stringMatching(/^series\/children\.json: number: \d+ figures that come to \d+ are not those of population/)
    ]);
  });
});
