import { READ_IN_WORDS, formatPeriod, list, readIn, type ReadIn } from '#lib/domain/index.ts';
import type { FigureRow } from '#lib/query/questions.ts';

/** A run of figures of a data set that was read in the press or in a copy by others, not in the publication itself. */
export interface ReadElsewhere {
  indicator: string;
  level: string;
  /** Keys of the authorities that it is of; none where it is of every area of its level. */
  areas: string[];
  first: string;
  last: string;
  where: ReadIn;
}

/** Those of a data set, out of the rows of `lineage.csv`. */
export const readElsewhere = (lineage: readonly Readonly<Record<string, string>>[], dataSet: string): ReadElsewhere[] =>
  lineage.flatMap((row) => {
    const where = row.data_set === dataSet && readIn({ source: row.source!, note: row.note! });
    if (!where) return [];
    return [
      {
        indicator: row.indicator!,
        level: row.geographic_level!,
        areas: row.old_la_codes ? row.old_la_codes.split(' ') : [],
        first: row.first_period!,
        last: row.last_period!,
        where
      }
    ];
  });

interface Shown {
  runs: readonly ReadElsewhere[];
  indicators: readonly { name: string; label: string }[];
  rows: readonly FigureRow[];
}

/** Where one figure of a row was read, if not in the publication itself; for a rate, also the count behind it. */
export const whereRead = (runs: readonly ReadElsewhere[], indicator: string, row: FigureRow): ReadIn[] => {
  const own = [indicator, indicator.replace(/_rate$/, '')];
  const found = runs.filter(
    ({ indicator, level, areas, first, last }) =>
      own.includes(indicator) &&
      level === row.level &&
      (!areas.length || areas.includes(row.area)) &&
      first <= row.period &&
      row.period <= last
  );
  return [...new Set(found.map(({ where }) => where))];
};

/** Periods in words, months or years in a row as one span: "March 2008, October 2008 to December 2008". */
const spans = (periods: readonly string[]): string[] => {
  const place = (period: string): number =>
    period.includes('-') ? 12 * Number(period.slice(0, 4)) + Number(period.slice(5, 7)) : Number(period);
  const found: string[][] = [];
  for (const period of periods) {
    const last = found.at(-1);
    if (last && place(period) === place(last.at(-1)!) + 1) last.push(period);
    else found.push([period]);
  }
  return found.map((span) =>
    span.length > 2
      ? `${formatPeriod(span[0]!)} to ${formatPeriod(span.at(-1)!)}`
      : span.map((each) => formatPeriod(each)).join(', ')
  );
};

/** Says which of the figures shown were read elsewhere, an indicator and a place of reading a sentence. */
export const describeElsewhere = ({ runs, indicators, rows }: Shown): string[] =>
  indicators.flatMap(({ name, label }, at) =>
    (['press', 'copy'] as const).flatMap((where) => {
      const read = rows.filter((row) => row.figures[at]!.value !== null && whereRead(runs, name, row).includes(where));
      const periods = [...new Set(read.map(({ period }) => period))].sort();
      if (!periods.length) return [];
      const areas = new Set(read.map((row) => row.name));
      const of = areas.size === 1 ? `${[...areas][0]}, ` : '';
      return [`${label}: ${READ_IN_WORDS[where]}, not in the publication itself: ${of}${list(spans(periods))}.`];
    })
  );
