import { cleanNote, type AreaRecord, type Level, type Lineage, type Period } from '#lib/domain/index.ts';
import { rowsOf, type Tables } from '../read/table.ts';

type Row = Record<string, string>;

/** The area of a figure, as far as a run of lineage can name it. */
type Place = Pick<AreaRecord, 'key' | 'level'>;

/** A row of `lineage.csv`: the run as it is published, and the authorities that it holds for where it names them. */
interface Run {
  lineage: Lineage;
  only: readonly string[];
}

const toRun = (row: Row): Run => ({
  lineage: {
    indicator: row.indicator!,
    level: row.geographic_level as Level,
    first: row.first_period!,
    last: row.last_period!,
    ...(row.rounding ? { rounding: Number(row.rounding) } : {}),
    source: row.source!,
    note: cleanNote(row.note!)
  },
  only: row.old_la_codes ? row.old_la_codes.split(' ') : []
});

/** Where the figures of one data set came from. */
export class LineageFinder {
  readonly #runs = new Map<string, Run[]>();

  constructor(tables: Tables, dataSet: string) {
    for (const row of rowsOf(tables, 'lineage.csv')) {
      if (row.data_set !== dataSet) continue;
      const key = `${row.indicator}/${row.geographic_level}`;
      this.#runs.set(key, [...(this.#runs.get(key) ?? []), toRun(row)]);
    }
  }

  /**
   * The runs that one figure can have come from: those that name its authority, else every run that covers its level and
   * period and names none. Where two cover it, the file cannot say which of them it is from.
   */
  runsOf(indicator: string, { key, level }: Place, period: Period): Lineage[] {
    const covering = (this.#runs.get(`${indicator}/${level}`) ?? []).filter(
      ({ lineage }) => lineage.first <= period && period <= lineage.last
    );
    const named = covering.filter(({ only }) => only.includes(key));
    return (named.length ? named : covering.filter(({ only }) => !only.length)).map(({ lineage }) => lineage);
  }

  /** The runs of a figure, and of the count behind it where it is a rate. */
  behind(indicator: string, place: Place, period: Period): Lineage[] {
    const count = indicator.replace(/_rate$/, '');
    return [
      ...this.runsOf(indicator, place, period),
      ...(count === indicator ? [] : this.runsOf(count, place, period))
    ];
  }
}
