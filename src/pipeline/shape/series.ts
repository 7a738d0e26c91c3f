import { escape, from, type ColumnTable } from 'arquero';
import { isSymbol, type AreaRecord, type Lineage, type Measure, type SeriesFile } from '#lib/domain/index.ts';
import { placeOf } from '../read/rows.ts';
import { Dictionary } from './pack.ts';
import { shapeBreaks, shapeNotes, shapeSources } from './remarks.ts';
import { shapeVariant } from './variant.ts';
import { rowsOf, type Tables } from '../read/table.ts';

type Row = Record<string, string>;

/** Children aged 0 to 17 by area and the year to March that follows their mid-year estimate, where held. */
export const childrenByYear = (tables: Tables): ColumnTable =>
  from(rowsOf(tables, 'population_aged_0_to_17.csv'))
    .filter(escape((row: Row) => !isSymbol(row.population!)))
    .derive({
      area: escape(placeOf),
      period: escape((row: Row) => String(Number(row.time_period) + 1)),
      children: escape((row: Row) => Number(row.population))
    })
    .select('area', 'period', 'children');

/** All figures of one measure by column. The layout is `SeriesFile` of the domain. */
export const shapeSeries = (
  measure: Measure,
  tables: Tables,
  areas: AreaRecord[],
  children: ColumnTable
): SeriesFile => {
  const breaks = shapeBreaks(tables, measure.variants);
  const lineages = new Dictionary<Lineage>();
  const shared = { tables, areas, breaks, lineages, children };
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
