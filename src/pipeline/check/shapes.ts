import type { SeriesFile, Variant } from '#lib/domain/index.ts';
import { CATALOGUE } from '#lib/domain/catalogue/index.ts';
import type { Problem } from '#lib/screening/problem.ts';
import { numberOf } from '../read/rows.ts';
import { shownRows } from '../shape/variant.ts';
import { rowsOf, type Tables } from '../read/table.ts';

/** The figures of a column and what they come to: two lists that hold the same figures agree in both. */
interface Tally {
  figures: number;
  sum: number;
}

const tally = (values: readonly (number | null | undefined)[]): Tally => {
  const numbers = values.filter((value) => value != null);
  return { figures: numbers.length, sum: Math.round(numbers.reduce((sum, value) => sum + value, 0) * 10) / 10 };
};

/** Every series file holds the figures of its columns, all of them and no others. */
export const checkShapes = (shapes: ReadonlyMap<string, string>, tables: Tables): Problem[] =>
  CATALOGUE.flatMap(({ slug, variants }) => {
    const file = `series/${slug}.json`;
    const text = shapes.get(file);
    if (!text) return [{ file, found: 'the file', expected: 'is missing' }];
    const series = JSON.parse(text) as SeriesFile;
    return variants.flatMap((variant): Problem[] => {
      const shaped = series.variants[variant.key]?.value.flat() ?? [];
      const [found, expected] = [tally(shaped), tally(published(variant, tables))];
      if (found.figures === expected.figures && found.sum === expected.sum) return [];
      const say = ({ figures, sum }: Tally) => `${figures} figures that come to ${sum}`;
      return [
        {
          file,
          column: variant.key,
          found: say(found),
          expected: `are not those of ${variant.dataSet}.csv, ${say(expected)}`
        }
      ];
    });
  });

const published = (variant: Variant, tables: Tables): (number | undefined)[] => {
  const columns = variant.lines?.map(({ indicator }) => indicator) ?? [variant.indicator];
  return shownRows(variant, rowsOf(tables, `${variant.dataSet}.csv`)).flatMap((row) =>
    columns.map((column) => numberOf(row[column]))
  );
};
