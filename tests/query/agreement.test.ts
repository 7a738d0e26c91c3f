import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  ENGLAND,
  LEVELS,
  type Area,
  type Figure,
  type Level,
  type SeriesFile,
  type Variant
} from '#lib/domain/index.ts';
import { CATALOGUE } from '#lib/domain/catalogue/index.ts';
import { pageFile } from '../page-file.ts';
import { askFigures } from '#lib/query/questions.ts';
import { areasOf, slice } from '#lib/series/slice.ts';
import { startEngine } from './engine.ts';
import { entries, shapeOf } from './published.ts';

// The test that holds the two halves of the site together: for every measure, unit, line, area and period, what a page shows
// from its series file is what the engine answers from the CSV; and the engine knows nothing more than a page leaves out by
// its own rules.

/** "<area>/<line>/<period>" → "<value> <status>". */
type Figures = Map<string, string>;

const word = ({ value, status }: Figure): string => `${value} ${status}`;

const lineKey = (label: string): string =>
  label
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

const areas = JSON.parse(readFileSync(pageFile('areas.json'), 'utf8')) as Area[];
const levels = new Map(areas.map(({ key, level }) => [key, level]));

const variants = CATALOGUE.flatMap((measure) =>
  measure.variants.map((variant) => ({ slug: measure.slug, key: variant.key, variant }))
);

/** The columns that a variant reads, each with the line it is. */
const linesOf = (variant: Variant): { key: string; indicator: string }[] =>
  variant.lines?.map(({ key, indicator }) => ({ key, indicator })) ?? [{ key: 'all', indicator: variant.indicator }];

describe.each(variants)('$slug, $key: page and engine say the same', ({ slug, variant }) => {
  const file = JSON.parse(readFileSync(pageFile(`series/${slug}.json`), 'utf8')) as SeriesFile;

  test('of every line, area and period', async () => {
    const paged: Figures = new Map();
    for (const area of areasOf(file, variant.key))
      for (const line of slice(file, variant.key, area))
        for (const point of line.points) paged.set(`${area}/${line.line}/${point.period}`, word(point));

    const asked = await answered(variant);
    const differences = [...paged].flatMap(([id, figure]) =>
      asked.get(id) === figure ? [] : [`${id}: the page says ${figure}, the engine ${asked.get(id)}`]
    );
    expect(differences).toEqual([]);
    expect(paged.size).toBeGreaterThan(0);

    const leftOut = [...asked].filter(([id]) => !paged.has(id));
    const isLeftOut = leavesOut(asked);
    const wronglyLeftOut = leftOut.filter(([id]) => !isLeftOut(id)).map(([id, figure]) => `${id}: ${figure}`);
    expect(wronglyLeftOut).toEqual([]);
  });

  if (!variant.printed) return;
  const { indicator } = variant.printed;

  test('of every figure as printed at the time', async () => {
    const asked = await answered({ ...variant, indicator });
    const differences = areasOf(file, variant.key).flatMap((area) =>
      slice(file, variant.key, area).flatMap((line) =>
        line.points.flatMap(({ period, printed }) => {
          const figure = asked.get(`${area}/${line.line}/${period}`);
          const shown = printed && word(printed);
          return shown === figure
            ? []
            : [`${area}/${line.line}/${period}: the page says ${shown}, the engine ${figure}`];
        })
      )
    );
    expect(differences).toEqual([]);
  });
});

/**
 * What a page leaves out: the periods in which a line is "not available" for a whole level, and then the series in which
 * nothing that is left is anything but "not available".
 */
const leavesOut = (asked: Figures): ((id: string) => boolean) => {
  const heldPeriods = new Set<string>();
  const heldSeries = new Set<string>();
  for (const [id, figure] of asked) {
    if (figure === 'null unavailable') continue;
    const [area, line, period] = id.split('/');
    heldPeriods.add(`${levels.get(area!)}/${line}/${period}`);
    heldSeries.add(`${area}/${line}`);
  }
  return (id) => {
    const [area, line, period] = id.split('/');
    const level: Level | undefined = levels.get(area!);
    return !heldPeriods.has(`${level}/${line}/${period}`) || !heldSeries.has(`${area}/${line}`);
  };
};

let engine: Awaited<ReturnType<typeof startEngine>>;
const all = entries();
const used = new Set(variants.map(({ variant }) => variant.dataSet));
const known = new Map<string, Promise<Figures>>();

beforeAll(async () => {
  engine = await startEngine();
  for (const entry of all) if (used.has(entry.name)) engine.load(shapeOf(entry));
});

/** What the engine answers to a variant: one question an indicator, asked once. */
const answered = async (variant: Variant): Promise<Figures> => {
  const parts = await Promise.all(
    linesOf(variant).map(async ({ key, indicator }) => {
      const id = JSON.stringify([variant.dataSet, indicator, variant.filter, variant.omits, variant.levels]);
      const figures = known.get(id) ?? askAll(variant, indicator);
      known.set(id, figures);
      return [...(await figures)].map(([at, figure]) => [at.replace('//', `/${key}/`), figure] as const);
    })
  );
  return new Map(parts.flat());
};

const askAll = async (
  { dataSet, filter, omits, levels: shown = LEVELS }: Variant,
  indicator: string
): Promise<Figures> => {
  const { rows } = await askFigures(engine.connector, {
    dataSet,
    indicators: [indicator],
    areas: [],
    levels: shown,
    filters: filter ? [{ column: filter }] : []
  });
  const figures: Figures = new Map();
  for (const { area, period, filters, figures: own } of rows) {
    if (omits?.includes(filters[0]!)) continue;
    const id = `${area}/${filters.map(lineKey).join('/')}/${period}`;
    if (figures.has(id)) throw new Error(`${dataSet}: expected one row of ${id}, found two`);
    figures.set(id, word(own[0]!));
  }
  return figures;
};

test('every page is asked about, and every data set that it is made of is there', () => {
  const names = all.map(({ name }) => name);
  expect([...used].filter((name) => !names.includes(name))).toEqual([]);
  expect(levels.get(ENGLAND)).toBe('National');
});
