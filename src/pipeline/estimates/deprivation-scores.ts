import { numberOf } from '../read/rows.ts';
import { rowsOf, type Tables } from '../read/table.ts';

/** The edition of the Income Deprivation Affecting Children Index that rates are set against. */
export const SCORES_OF = '2019';

/** A council's average score; `isBorrowed` where it began later and has that of the one council that it was part of. */
export interface DeprivationScore {
  score: number;
  isBorrowed: boolean;
}

/** The scores of councils by key, from 0 to 1: the share of children aged 0 to 15 in families on low incomes. */
export const deprivationScores = (
  tables: Tables,
  areas: readonly { key: string; predecessors: string[] }[]
): Map<string, DeprivationScore> => {
  const own = new Map(
    rowsOf(tables, 'deprivation.csv').flatMap(({ edition, old_la_code: key, idaci_average_score: cell }) => {
      const score = edition === SCORES_OF ? numberOf(cell) : undefined;
      return score === undefined ? [] : [[key!, score] as const];
    })
  );
  return new Map(
    areas.flatMap(({ key, predecessors }): [string, DeprivationScore][] => {
      const score = own.get(key);
      if (score !== undefined) return [[key, { score, isBorrowed: false }]];
      const before = predecessors.length === 1 ? own.get(predecessors[0]!) : undefined;
      return before === undefined ? [] : [[key, { score: before, isBorrowed: true }]];
    })
  );
};
