import { describe, expect, it } from 'vitest';
import { unitsOf, type Area, type Measure, type SeriesFile, type Unit, type Variant } from '#lib/domain/index.ts';
import { CATALOGUE } from '#lib/domain/catalogue/index.ts';
import { compose } from '#lib/figures/time/picture.ts';
import { describe as say } from '#lib/figures/time/sentences.ts';
import { areaOf, areas, england, fileOf } from '../site.ts';
import { numbers, places, type Column } from './raw.ts';
import { check, type Asked } from './truth.ts';

/** The columns behind a unit, by the key of their line. */
const columnsOf = (measure: Measure, unit: Unit, file: SeriesFile): Map<string, Column> => {
  const variant: Variant = measure.variants.find(({ key }) => key === (unit === 'index' ? 'number' : unit))!;
  if (variant.lines)
    return new Map(variant.lines.map(({ key, indicator }) => [key, { file: variant.dataSet, column: indicator }]));
  if (!variant.filter) return new Map([['all', { file: variant.dataSet, column: variant.indicator }]]);
  return new Map(
    file.variants[variant.key]!.lines.map(({ key, label }) => [
      key,
      { file: variant.dataSet, column: variant.indicator, filter: { column: variant.filter!, value: label } }
    ])
  );
};

/** Every claim of every text of one measure, unit by unit and choice by choice, against the published tables. */
const faults = (measure: Measure, choices: Area[][]): { texts: number; found: string[] } => {
  const file = fileOf(measure.slug);
  const found: string[] = [];
  const known = new Set<string>();
  let texts = 0;
  for (const { key: unit } of unitsOf(measure)) {
    const variant = measure.variants.find(({ key }) => key === (unit === 'index' ? 'number' : unit))!;
    const columns = columnsOf(measure, unit, file);
    for (const areas of choices) {
      const chosen = areas.map(({ key }) => key);
      const base = variant.denominator && fileOf(variant.denominator.measure);
      const said = say(compose(file, measure, unit, england, areas, base));
      const some = [...columns.values()].some((column) => chosen.some((key) => numbers(column, key).length > 0));
      for (const key of [...chosen, england.key])
        for (const [line, column] of columns) {
          const id = line === 'all' ? key : `${key}/${line}`;
          const text = said.find((each) => each.id === id)?.text;
          // England’s text is the same beside most areas.
          const same = `${unit} ${id} ${text ?? chosen.join()}`;
          if (unit !== 'index' && known.has(same)) continue;
          known.add(same);
          const dp = unit === 'index' ? 1 : variant.dp;
          const asked: Asked = { key, chosen, column, unit, dp, beside: some && key === england.key };
          if (text) texts++;
          for (const fault of check(text, asked)) found.push(`${measure.slug} ${unit} ${id}: ${fault}\n    ${text}`);
        }
    }
  }
  return { texts, found };
};

describe('every sentence under a chart is true by the published tables', () => {
  it('knows every area that the site lists, and no other', () => {
    expect(areas.map(({ key }) => key).sort()).toEqual([...places.keys()].sort());
    expect(areas).toHaveLength(172);
  });

  it.each(CATALOGUE.map((measure) => [measure.slug, measure] as const))('%s', (_, measure) => {
    const one = areas.map((area) => (area === england ? [] : [area]));
    const { texts, found } = faults(measure, one);
    expect(found.slice(0, 10).join('\n'), `${found.length} of ${texts} texts are not true`).toBe('');
    expect(texts).toBeGreaterThan(0);
  });

  it.each([
    ['a common three', ['309', 'E13000001', '330']],
    ['small and ended ones', ['420', '875', '201', '835', '838']],
    ['those with gaps', ['204', '850', '884', '314', '940', 'E12000006']]
  ])('beside each other: %s', (_, keys) => {
    const chosen = keys.map(areaOf);
    const found = CATALOGUE.flatMap((measure) => faults(measure, [chosen]).found);
    expect(found.slice(0, 10).join('\n')).toBe('');
  });

  it('would notice an untrue sentence', () => {
    const asked: Asked = {
      key: '309',
      chosen: ['309'],
      column: { file: 'children_looked_after', column: 'looked_after_31_march' },
      unit: 'number',
      dp: 0
    };
    const latest = Number(numbers(asked.column, '309').at(-1)!.text);
    const before = Number(numbers(asked.column, '309').find(({ period }) => period === '2008')!.text);
    const first = Number(numbers(asked.column, '309')[0]!.text);
    const text = (level: number, by: number, place = 'Haringey', how = by > 0 ? 'more' : 'fewer'): string =>
      `On 31 March 2025, there were ${level} children looked after by ${place}. ` +
      `That is ${Math.abs(by)} ${how} than on 31 March 2008 (${before}), ` +
      `and ${first - level} fewer than on 31 March 2006 (${first}), the first year that can be compared.`;
    const by = latest - before;
    expect(check(text(latest, by), asked)).toEqual([]);
    for (const untrue of [
      text(latest + 1, by + 1),
      text(latest, by + 1),
      text(latest, by, 'Barnet'),
      text(latest, by, 'Haringey', by > 0 ? 'fewer' : 'more'),
      text(latest, by).replace('2025', '2024'),
      text(latest, by).replace('31 March 2008', '31 March 2007'),
      text(latest, by).replace(/ and [^,]*,/, ''),
      text(latest, by).replace('the first year', 'the last year'),
      text(latest, by).replace('looked after', 'in need'),
      `${text(latest, by)} It was last counted on 31 March 2025.`,
      `${text(latest, by)} This authority ended on 31 March 2009.`,
      `${text(latest, by)} All is well.`
    ])
      expect(check(untrue, asked), untrue).not.toEqual([]);
  });
});
