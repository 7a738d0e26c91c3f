import { describe, expect, it } from 'vitest';
import { variantOf } from '#lib/domain/index.ts';
import { measureOf } from '#lib/domain/catalogue/index.ts';
import { defaults, type Extra } from '#lib/address/trend.ts';
import { composeYear } from '#lib/figures/year/picture.ts';
import { toYearRows } from '#lib/figures/year/rows.ts';
import { describeYear } from '#lib/figures/year/sentences.ts';
import { yearsHeld } from '#lib/figures/year/years-held.ts';
import { tabulateYear } from '#lib/figures/year/table.ts';
import { marksOf, toSpreadSpec, type FunnelSpec } from '#lib/figures/spread/spec.ts';
import { SPREAD_NARROW, SPREAD_WIDE, drawSpread } from '#lib/figures/spread/draw.ts';
import { toMarkup } from '#lib/figures/prerender.ts';
import { Drawing, faultsOf } from '../charts/drawing.ts';
import { areas, basesOf, estimatesOf, fileOf } from '../site.ts';
import { table } from './raw.ts';

const YEAR = '2025';
const CUMBERLAND = '942';
const CUMBRIA = '909';

const pictureOf = (
  slug: string,
  { view = 'spread', year = YEAR, keys = [] as string[], unit = 'rate', extras = [] as Extra[] } = {}
) => {
  const measure = measureOf(slug)!;
  const found = variantOf(measure, unit as 'rate')!;
  return composeYear({
    file: fileOf(slug),
    bases: basesOf(found),
    measure,
    view: view as 'spread',
    choices: { ...defaults(measure), unit: found.key, year, areas: keys, extras },
    years: yearsHeld(fileOf(slug), measure),
    areas,
    estimates: estimatesOf(slug)
  })!;
};

const words = (picture: ReturnType<typeof pictureOf>): string => describeYear(picture).at(-1)!.text;
const rowsOf = (slug: string, choices = {}) => toYearRows(pictureOf(slug, choices), fileOf(slug), 'x');

const scores = new Map(
  table('deprivation')
    .filter(({ edition }) => edition === '2019')
    .map((row) => [row.old_la_code!, Number(row.idaci_average_score)])
);

/** The counts and children of the file, set against a line through them by formulas written out here. */
const byHand = (slug: string) => {
  const found = estimatesOf(slug)!.variants.rate!.years[YEAR]!.adjusted!;
  if ('why' in found) throw new Error(found.why);
  return rowsOf(slug)
    .filter(({ rate_usual_at_deprivation: usual }) => usual)
    .map((row) => {
      const key = row.area_key === CUMBERLAND ? CUMBRIA : row.area_key;
      const expected = Math.exp(found.level + found.slope * (scores.get(key) ?? NaN)) * 10_000;
      const reach = 3.0902 * Math.sqrt(found.tau ** 2 + 10_000 / (expected * Number(row.out_of)));
      return { row, expected, low: expected * Math.exp(-reach), high: expected * Math.exp(reach) };
    });
};

it.each(['looked-after', 'child-protection-plans', 'children-in-need'])(
  '%s: the words count the councils beyond the limits at their own deprivation, and the file has both',
  (slug) => {
    const found = byHand(slug).filter(({ expected }) => Number.isFinite(expected));
    expect(found.length).toBeGreaterThan(140);
    for (const { row, expected, low, high } of found) {
      expect(Number(row.rate_usual_at_deprivation)).toBeCloseTo(expected, 0);
      const value = Number(row.value);
      const side = value > high * 1.01 ? 'higher' : value < low * 0.99 ? 'lower' : 'within';
      if (value > high * 1.01 || value < low * 0.99 || (value < high * 0.99 && value > low * 1.01))
        expect(row.against_usual, row.area_name).toBe(side);
    }
    const rows = rowsOf(slug);
    const many = (side: string) => rows.filter((row) => row.against_usual === side).length;
    const text = words(pictureOf(slug));
    expect(text).toMatch(
      new RegExp(
        `councils with a score, ${many('higher')}( \\([^)]*\\))? ${many('higher') === 1 ? 'lies' : 'lie'} above the 99.8% limits round that rate and ${many('lower')} `
      )
    );
    expect(text).toContain('More deprived councils usually have higher rates.');
    expect(text).toContain('This describes councils and judges none');
    expect(text).not.toMatch(/\bfair/i);
  }
);

/** The share of a Poisson distribution up to a count, added up term by term. */
const upTo = (count: number, mean: number): number => {
  let [term, sum] = [Math.exp(-mean), 0];
  for (let k = 0; k <= count; k++) {
    sum += term;
    term *= mean / (k + 1);
  }
  return sum;
};

const DRAWN = { extras: ['deprived'] as Extra[] };

describe('the funnel against councils as deprived', () => {
  const picture = pictureOf('child-protection-plans', { ...DRAWN, keys: ['309'] });
  const funnel = toSpreadSpec(picture) as FunnelSpec;
  const found = byHand('child-protection-plans').filter(({ expected }) => Number.isFinite(expected));
  const pointOf = (key: string) => funnel.points.find((point) => point.key === key)!;

  it('draws each rate divided by the one usual at its score, over the number expected', () => {
    for (const { row, expected } of found) {
      const point = pointOf(row.area_key);
      expect(point.at, row.area_name).toBeCloseTo(Number(row.value) / expected, 1);
      expect(point.size).toBeCloseTo((expected * Number(row.out_of)) / 10_000, 3);
      expect(point.text).toBe(Number(row.value).toFixed(1));
    }
    expect(funnel.points).toHaveLength(picture.ranked.length);
  });

  it('draws limits of chance, and wider ones from how far councils still differ', () => {
    const { tau } = estimatesOf('child-protection-plans')!.variants.rate!.years[YEAR]!.adjusted as { tau: number };
    for (const { level, widened, points } of funnel.limits)
      for (const { size, low, high } of points.filter((each) => each.size < 600)) {
        const tail = (1 - level / 100) / 2;
        if (widened) {
          const reach = { 95: 1.95996, 99.8: 3.09023 }[level] * Math.sqrt(tau ** 2 + 1 / size);
          expect(high).toBeCloseTo(Math.exp(reach), 3);
        } else {
          expect(upTo(Math.floor(low * size) - 1, size)).toBeLessThanOrEqual(tail);
          expect(upTo(Math.ceil(high * size), size)).toBeGreaterThanOrEqual(1 - tail);
        }
      }
  });

  it('marks and counts the councils beyond the limits of chance', () => {
    const clear = found.filter(({ row, expected }) => {
      const [count, mean] = [
        Math.round((Number(row.value) * Number(row.out_of)) / 10_000),
        (expected * Number(row.out_of)) / 10_000
      ];
      // Terms of larger means are below what a number can hold.
      return mean < 600 && (upTo(count + 2, mean) < 0.02 || 1 - upTo(count - 2, mean) < 0.02);
    });
    expect(clear.length).toBeGreaterThan(20);
    for (const { row } of clear) expect(pointOf(row.area_key).beyond, row.area_name).not.toBe(0);
    const text = words(picture);
    const [, above, below] = /, (\d+) lie above the 95% limits of chance round that rate and (\d+) below/.exec(text)!;
    expect(Number(above) + Number(below)).toBe(funnel.points.filter(({ beyond }) => beyond !== 0).length);
    expect(text).toContain('1 is usual');
    expect(text).not.toContain('limits around England');
  });

  it.each([SPREAD_NARROW, SPREAD_WIDE])(
    'writes nothing over something else, and asks what it answers, $name',
    (size) => {
      const drawing = new Drawing(toMarkup((document) => drawSpread(funnel, size, document)));
      expect(faultsOf(drawing)).toEqual([]);
      expect(drawing.writing('part-heading').map(({ text }) => text)).toEqual([
        'How unusual?',
        'Is it unusual for its deprivation?'
      ]);
      expect(drawing.writing('label').map(({ text }) => text)).toContain('Haringey');
    }
  );

  it('reads the raw figure first, then how it stands, and has both in the table', () => {
    const { row, expected } = found.find((each) => each.row.area_key === '309')!;
    const times = (Number(row.value) / expected).toFixed(2);
    const { text, detail } = marksOf(funnel).find(({ key }) => key === '309')!;
    expect(text).toBe(Number(row.value).toFixed(1));
    expect(detail).toMatch(/^rank .*; \d\.\d\d times the \d+\.\d usual at its deprivation$/);
    expect(detail).toContain(`${times} times`);
    const { columns, rows } = tabulateYear(picture);
    const figures = rows.flatMap((each) => (each.kind === 'figures' ? [each] : []));
    const at = columns.findIndex(({ label }) => label === 'Times that rate');
    expect(figures.find(({ period }) => period === '309')!.cells[at]!.text).toBe(times);
    expect(figures.find(({ label }) => label === 'England')!.cells[at]!.text).toBe('–');
    expect(row.times_usual_rate).toBe(String(Number(times)));
  });

  it.each([
    ['a year far from the index', { year: '2007' }],
    ['numbers', { unit: 'number' }]
  ])('says why it is not there of %s', (_, choices) => {
    const other = pictureOf('looked-after', { ...DRAWN, ...choices });
    expect(other.notices.map(({ text }) => text).join()).toMatch(/^These figures are not set against deprivation, as /);
    expect(tabulateYear(other).columns.some(({ label }) => label === 'Times that rate')).toBe(false);
    expect(JSON.stringify(toSpreadSpec(other))).not.toContain('its deprivation');
  });
});

it('says of a chosen council what is usual at its deprivation, and whose score a younger one has', () => {
  const text = words(pictureOf('looked-after', { keys: [CUMBERLAND] }));
  const row = rowsOf('looked-after').find(({ area_key }) => area_key === CUMBERLAND)!;
  expect(text).toContain(
    `For Cumberland that rate is ${Number(row.rate_usual_at_deprivation).toFixed(1)} and the limits are ${Number(row.usual_limit_99_8_low).toFixed(1)} to ${Number(row.usual_limit_99_8_high).toFixed(1)}`
  );
  expect(text).toContain('Cumberland is younger than the index and has the score of the county that it was part of.');
  expect(words(pictureOf('looked-after', DRAWN))).toMatch(/Cumberland, .* are younger than the index and have /);
});

it.each([
  ['the ranked view', { view: 'rank' }],
  ['a year far from the index', { year: '2007' }],
  ['numbers', { unit: 'number' }]
])('is not there in %s', (_, choices) => {
  expect(words(pictureOf('looked-after', choices))).not.toContain('IDACI');
  expect(rowsOf('looked-after', choices).every((row) => row.rate_usual_at_deprivation === '')).toBe(true);
});
