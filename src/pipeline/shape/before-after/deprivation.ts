import { desc, escape, from, op } from 'arquero';
import { numberOf } from '../../read/rows.ts';
import { rowsOf, type Tables } from '../../read/table.ts';

type Row = Record<string, string>;

/**
 * The fifth of authorities by deprivation, 1 the least deprived, by key, from keys in the order that ties take: by the score of the
 * Index of Multiple Deprivation 2019; of one that had ended by then, of 2015.
 */
export const fifthsByDeprivation = (tables: Tables, keys: readonly string[]): ReadonlyMap<string, number> => {
  const scores = from(rowsOf(tables, 'deprivation.csv'))
    .derive({ score: escape((row: Row) => numberOf(row.imd_average_score)) })
    .filter(escape((row: Row) => ['2015', '2019'].includes(row.edition!) && row.score !== undefined))
    .orderby(desc((row: Row) => row.edition))
    .dedupe('old_la_code')
    .select({ old_la_code: 'key' }, 'score');
  const ranked = from(keys.map((key) => ({ key })))
    .join(scores)
    .orderby('score')
    .derive({ place: op.row_number(), all: op.count() })
    .derive({ fifth: (each: { place: number; all: number }) => op.floor(((each.place - 1) * 5) / each.all) + 1 })
    .objects() as { key: string; fifth: number }[];
  return new Map(ranked.map(({ key, fifth }) => [key, fifth]));
};
