import { describe, expect, it } from 'vitest';
import {
  columnsOf as variantBehind,
  inProse,
  unitsOf,
  type Area,
  type Measure,
  type SeriesFile,
  type Unit
} from '#lib/domain/index.ts';
import { CATALOGUE } from '#lib/domain/catalogue/index.ts';
import { claimsOf, type LineClaim } from '#lib/figures/time/claims.ts';
import { compose } from '#lib/figures/time/picture.ts';
import { areaOf, areas, basesOf, england, fileOf } from '../site.ts';
import { lineFaults, type AskedLine } from './line-faults.ts';
import { numbers, places, type Column } from './raw.ts';

/** The columns behind a unit, by the key of their line. */
const columnsOf = (measure: Measure, unit: Unit, file: SeriesFile): Map<string, Column> => {
  const { key, dataSet, indicator, lines, filter, levels } = variantBehind(measure, unit);
  if (lines) return new Map(lines.map((line) => [line.key, { file: dataSet, column: line.indicator }]));
  const column = { file: dataSet, column: indicator, levels };
  if (!filter) return new Map([['all', column]]);
  return new Map(
    file.variants[key]!.lines.map((line) => [line.key, { ...column, filter: { column: filter, value: line.label } }])
  );
};

/** Every claim of every line of one measure, unit by unit and choice by choice, against the published tables. */
const faultsOf = (measure: Measure, choices: Area[][]): { lines: number; found: string[] } => {
  const file = fileOf(measure.slug);
  const found: string[] = [];
  const known = new Set<string>();
  let lines = 0;
  for (const { key: unit } of unitsOf(measure)) {
    const variant = variantBehind(measure, unit);
    const columns = columnsOf(measure, unit, file);
    for (const areas of choices) {
      const chosen = areas.map(({ key }) => key);
      const picture = compose(file, measure, unit, england, areas, basesOf(variant));
      const some = [...columns.values()].some((column) => chosen.some((key) => numbers(column, key).length > 0));
      for (const key of [...chosen, england.key])
        for (const [line, column] of columns) {
          const shown = picture.lines.find((each) => each.areaKey === key && each.line === line);
          const claims = shown && claimsOf(picture, shown);
          if (claims) lines++;
          // England’s claims are the same beside most areas.
          const same = `${unit} ${line} ${JSON.stringify(claims ?? chosen)}`;
          if (unit !== 'index' && key === england.key && known.has(same)) continue;
          known.add(same);
          const asked = { key, chosen, column, line, unit, dp: picture.dp, beside: some && key === england.key };
          for (const fault of lineFaults(claims, asked)) found.push(`${measure.slug} ${unit} ${key} ${line}: ${fault}`);
        }
    }
  }
  return { lines, found };
};

describe('every claim under a chart over time is true by the published tables', () => {
  it('of every area that the site lists and no other, named as it should be', () => {
    const named = areas.map((area) => [area.key, inProse(area)]).sort();
    expect(named).toEqual([...places.values()].map(({ key, prose }) => [key, prose]).sort());
  });

  it.each(CATALOGUE.map((measure) => [measure.slug, measure] as const))('%s', (_, measure) => {
    const one = areas.map((area) => (area === england ? [] : [area]));
    const { lines, found } = faultsOf(measure, one);
    expect(found.slice(0, 10).join('\n'), `${found.length} faults in ${lines} lines`).toBe('');
    expect(lines).toBeGreaterThan(0);
  });

  it.each([
    ['a common three', ['309', 'E13000001', '330']],
    ['small and ended ones', ['420', '875', '201', '835', '838']],
    ['those with gaps', ['204', '850', '884', '314', '940', 'E12000006']]
  ])('beside each other: %s', (_, keys) => {
    const chosen = keys.map(areaOf);
    const found = CATALOGUE.flatMap((measure) => faultsOf(measure, [chosen]).found);
    expect(found.slice(0, 10).join('\n')).toBe('');
  });

  it('would notice an untrue claim', () => {
    const column = { file: 'children_looked_after', column: 'looked_after_31_march_rate' };
    const asked: AskedLine = { key: '309', chosen: ['309'], column, line: 'all', unit: 'rate', dp: 1 };
    const measure = CATALOGUE.find(({ slug }) => slug === 'looked-after')!;
    const picture = compose(fileOf('looked-after'), measure, 'rate', england, [areaOf('309')], fileOf('children'));
    const honest = claimsOf(
      picture,
      picture.lines.find(({ areaKey }) => areaKey === '309')!
    );
    expect(lineFaults(honest, asked)).toEqual([]);
    const spoil = <K extends LineClaim['kind']>(
      kind: K,
      change: (claim: Extract<LineClaim, { kind: K }>) => object
    ): LineClaim[] =>
      honest.map((each) =>
        each.kind === kind ? ({ ...each, ...change(each as Extract<LineClaim, { kind: K }>) } as LineClaim) : each
      );
    const untrue: LineClaim[][] = [
      spoil('level', ({ value }) => ({ value: value + 0.1 })),
      spoil('level', ({ period }) => ({ period: String(Number(period) - 1) })),
      spoil('level', () => ({ area: '330' })),
      spoil('earlier', () => ({ compared: [] })),
      spoil('earlier', ({ compared }) => ({ compared: compared.slice(1) })),
      spoil('earlier', ({ compared }) => ({ compared: compared.map((each) => ({ ...each, by: -each.by })) })),
      spoil('earlier', ({ compared }) => ({ compared: compared.map((each) => ({ ...each, stands: 'same' })) })),
      spoil('earlier', ({ compared }) => ({ compared: compared.map((each) => ({ ...each, value: each.value + 1 })) })),
      spoil('England', ({ side }) => ({ side: side === 'similar' ? 'higher' : 'similar' })),
      spoil('England', ({ stands }) => ({ stands: stands === 'higher' ? 'lower' : 'higher' })),
      spoil('England', ({ value }) => ({ value: value - 0.1 })),
      honest.filter(({ kind }) => kind !== 'England'),
      honest.filter(({ kind }) => kind !== 'earlier'),
      [...honest, { kind: 'last counted', period: '2025' }],
      [...honest, { kind: 'ended', date: '2009-03-31' }],
      [...honest, { kind: 'no later figure' }],
      [...honest, { kind: 'missing', status: 'suppressed', periods: ['2025'] }]
    ];
    for (const claims of untrue) expect(lineFaults(claims, asked), JSON.stringify(claims)).not.toEqual([]);
  });
});
