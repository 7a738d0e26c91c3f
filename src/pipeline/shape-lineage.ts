import { cleanNote, ordinal, type Level, type Lineage, type Period } from '../lib/domain/index.ts';
import type { Dictionary } from './pack.ts';
import { rowsOf, type Tables } from './table.ts';

/** A run of lineage as the figures of a data set refer to it. */
interface Run {
  lineage: Lineage;
  /** True where it holds every period from its first to its last. */
  whole: boolean;
  held: number;
}

/**
 * Where the figures of one data set came from. `at` gives the runs that a figure can have come from: the narrowest whole
 * one, else all that cover its period. A rate carries the runs of the count behind it too.
 */
export class LineageFinder {
  readonly #runs: Run[];
  readonly #dictionary: Dictionary<Lineage>;

  constructor(tables: Tables, dataSet: string, dictionary: Dictionary<Lineage>) {
    this.#dictionary = dictionary;
    this.#runs = rowsOf(tables, 'lineage.csv')
      .filter((row) => row.data_set === dataSet)
      .map((row) => ({
        lineage: {
          indicator: row.indicator!,
          level: row.geographic_level as Level,
          first: row.first_period!,
          last: row.last_period!,
          ...(row.rounding ? { rounding: Number(row.rounding) } : {}),
          source: row.source!,
          note: cleanNote(row.note!)
        },
        whole: Number(row.periods_held) === ordinal(row.last_period!) - ordinal(row.first_period!) + 1,
        held: Number(row.periods_held)
      }));
  }

  at(indicator: string, level: Level, period: Period): number[] {
    const count = indicator.replace(/_rate$/, '');
    return [...this.#of(indicator, level, period), ...(count === indicator ? [] : this.#of(count, level, period))];
  }

  #of(indicator: string, level: Level, period: Period): number[] {
    const covering = this.#runs.filter(
      ({ lineage }) =>
        lineage.indicator === indicator && lineage.level === level && lineage.first <= period && period <= lineage.last
    );
    const narrowest = covering.filter(({ whole }) => whole).sort((a, b) => a.held - b.held)[0];
    return (narrowest ? [narrowest] : covering).map(({ lineage }) => this.#dictionary.place(lineage));
  }
}
