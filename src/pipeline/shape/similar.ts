import type { Similar } from '#lib/domain/index.ts';
import { rowsOf, type Tables } from '../read/table.ts';

/** The ten most similar authorities of each, nearest first, by the newest model of `statistical_neighbours.csv`. */
export const shapeSimilar = (tables: Tables): Similar => {
  const all = rowsOf(tables, 'statistical_neighbours.csv');
  const model =
    all
      .map((row) => row.model!)
      .sort()
      .at(-1) ?? '';
  const rows = all.filter((row) => row.model === model);
  const key = [...new Set(rows.map((row) => row.old_la_code!))].sort();
  const near = key.map((each) =>
    rows
      .filter((row) => row.old_la_code === each)
      .sort((a, b) => Number(a.rank) - Number(b.rank))
      .map((row) => row.neighbour_old_la_code!)
  );
  return { model, key, near };
};
