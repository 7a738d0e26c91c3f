import { createHash } from 'node:crypto';
import { formatNumber, list } from '#lib/domain/index.ts';
import { CHANGE_KINDS, type ChangeKind } from '#lib/domain/data-change.ts';
import { formatPublished } from '#lib/domain/data-release.ts';
import { readDataSets } from './index-of-data.ts';
import { readTable } from './tables.ts';

type Row = Record<string, string>;

/** One change of the site's data as it is listed, on the page and in the feed. */
export interface ChangeEntry {
  /** A fragment of the page that stays: day, kind and a hash of what makes the entry one. */
  id: string;
  /** ISO. */
  date: string;
  kind: ChangeKind;
  title: string;
  note: string;
  scheduled: boolean;
  /** What changed, a line for each file or publication. */
  lines: string[];
}

const count = (number: string | number, one: string, several: string): string =>
  `${formatNumber(Number(number))} ${Number(number) === 1 ? one : several}`;

/** What changed in a file, in words: "12 rows added, 2 figures revised". */
const countsOf = (row: Row): string =>
  [
    [row.rows_added, 'row added', 'rows added'],
    [row.rows_removed, 'row removed', 'rows removed'],
    [row.cells_filled, 'blank filled', 'blanks filled'],
    [row.cells_revised, 'figure revised', 'figures revised']
  ]
    .filter(([number]) => Number(number) > 0)
    .map(([number = '0', one = '', several = '']) => count(number, one, several))
    .join(', ');

const idOf = (date: string, kind: string, ...parts: string[]): string =>
  `${date}-${kind}-${createHash('sha256').update(parts.join('/')).digest('hex').slice(0, 8)}`;

const grouped = (rows: readonly Row[], keyOf: (row: Row) => string): Row[][] => {
  const found = new Map<string, Row[]>();
  for (const row of rows) found.set(keyOf(row), [...(found.get(keyOf(row)) ?? []), row]);
  return [...found.values()];
};

const entriesOfFiles = (changes: readonly Row[]): ChangeEntry[] => {
  const titles = new Map(readDataSets().map(({ name, title }) => [`${name}.csv`, title]));
  return grouped(changes, ({ date, kind, note }) => `${date}/${kind}/${note}`).map((rows) => {
    const { date = '', note = '', scheduled } = rows[0]!;
    const kind = rows[0]!.kind as ChangeKind;
    const named = rows.map(({ file = '' }) => titles.get(file) ?? file);
    const what = named.length > 3 ? `${named.length} files` : list(named);
    return {
      id: idOf(date, kind, note),
      date,
      kind,
      title: `${CHANGE_KINDS[kind]}: ${what}`,
      note,
      scheduled: scheduled === 'yes',
      lines: rows.map((row, i) => `${named[i]}: ${countsOf(row)}`)
    };
  });
};

/** Publications of one series that were taken in on one day are one entry. */
const entriesOfReleases = (releases: readonly Row[]): ChangeEntry[] => {
  const titles = new Map(readTable('sources.csv').rows.map(({ source, title }) => [source, title ?? '']));
  return grouped(releases, ({ taken_in: day, series }) => `${day}/${series}`).map((rows) => {
    const { taken_in: date = '', series = '' } = rows[0]!;
    return {
      id: idOf(date, 'release', series),
      date,
      kind: 'release',
      title: `Taken in: ${series}${rows.length === 1 ? `, ${formatPublished(rows[0]!.published!)}` : `, ${rows.length} publications`}`,
      note: '',
      scheduled: false,
      lines: rows.map(({ source, published = '' }) => `${titles.get(source)} (published ${formatPublished(published)})`)
    };
  });
};

/** Every change of the data, the latest first: what happened to its files, then the publications that were taken in. */
export const changeEntries = (): ChangeEntry[] =>
  [...entriesOfFiles(readTable('changes.csv').rows), ...entriesOfReleases(readTable('releases.csv').rows)].sort(
    (a, b) => b.date.localeCompare(a.date)
  );

/** A figure that was replaced: what it was first and what it is now, with the day of the last change. */
export interface RevisedFigure {
  date: string;
  title: string;
  area: string;
  period: string;
  filters: string;
  first: string;
  latest: string;
}

/** Every figure that was replaced, first against latest, the latest change first. */
export const revisedFigures = (nameOf: (code: string) => string): RevisedFigure[] => {
  const sets = new Map(readDataSets().map((set) => [set.name, set]));
  const cells = grouped(
    [...readTable('revisions.csv').rows].sort((a, b) => a.date!.localeCompare(b.date!)),
    (row) => [row.data_set, row.indicator, row.area_code, row.time_period, row.time_identifier, row.filters].join('/')
  );
  return cells
    .map((rows) => {
      const [first, last] = [rows[0]!, rows.at(-1)!];
      const set = sets.get(last.data_set!);
      const label = set?.indicators.find(({ name }) => name === last.indicator)?.label ?? last.indicator!;
      return {
        date: last.date!,
        title: `${set?.title ?? last.data_set}: ${label}`,
        area: nameOf(last.area_code!),
        period: last.time_period!,
        filters: last.filters!,
        first: first.before!,
        latest: last.after!
      };
    })
    .sort((a, b) => b.date.localeCompare(a.date));
};
