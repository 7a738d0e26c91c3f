import { isSymbol, type AreaRecord, type Lineage, type Measure, type SeriesFile } from '#lib/domain/index.ts';
import { placeOf } from '../read/rows.ts';
import { Dictionary } from './pack.ts';
import { shapeBreaks, shapeNotes, shapeSources } from './remarks.ts';
import { shapeVariant } from './variant.ts';
import { rowsOf, type Tables } from '../read/table.ts';

/** Children aged 0 to 17 by "<area key>/<year of the mid-year estimate>", where held. */
export const populationOf = (tables: Tables): Map<string, number> =>
  new Map(
    rowsOf(tables, 'population_aged_0_to_17.csv')
      .filter((row) => !isSymbol(row.population!))
      .map((row) => [`${placeOf(row)}/${row.time_period}`, Number(row.population)])
  );

/** All figures of one measure by column. The layout is `SeriesFile` of the domain. */
export const shapeSeries = (
  measure: Measure,
  tables: Tables,
  areas: AreaRecord[],
  population: ReadonlyMap<string, number>
): SeriesFile => {
  const breaks = shapeBreaks(tables, measure.variants);
  const lineages = new Dictionary<Lineage>();
  const shared = { tables, areas, breaks, lineages, population };
  const shaped = measure.variants.map((variant) => ({ variant, ...shapeVariant(shared, variant) }));
  const keys = new Set(shaped.flatMap((each) => each.keys));
  const order = areas.map((area) => area.key).filter((key) => keys.has(key));
  return {
    measure: measure.slug,
    areas: order,
    variants: Object.fromEntries(shaped.map(({ variant, toColumns }) => [variant.key, toColumns(order)])),
    breaks,
    notes: shapeNotes(tables, measure.variants),
    lineages: lineages.all,
    sources: shapeSources(tables, new Set(lineages.all.map(({ source }) => source)))
  };
};
