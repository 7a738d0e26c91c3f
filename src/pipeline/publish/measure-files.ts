import Papa from 'papaparse';
import { CATALOGUE } from '#lib/domain/catalogue/index.ts';
import { MEASURE_COLUMNS } from '#lib/domain/columns.ts';
import type { AreaShapes } from './area-files.ts';
import { measureFigures } from './area-rows.ts';

/** All figures of each measure, of England, regions and authorities, as one tidy CSV at `measures/<slug>.csv`; `rows` counts those of each. */
export const measureFiles = ({
  areas,
  series
}: Pick<AreaShapes, 'areas' | 'series'>): { files: Map<string, string>; rows: Map<string, number> } => {
  const files = new Map<string, string>();
  const rows = new Map<string, number>();
  for (const measure of CATALOGUE) {
    const path = `measures/${measure.slug}.csv`;
    const figures = measureFigures({ measure, file: series.get(measure.slug)! }, areas);
    const data = figures.map((figure) => MEASURE_COLUMNS.map((name) => figure[name]));
    files.set(path, `${Papa.unparse({ fields: [...MEASURE_COLUMNS], data }, { newline: '\n' })}\n`);
    rows.set(path, figures.length);
  }
  return { files, rows };
};
