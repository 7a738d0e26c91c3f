import { createHash } from 'node:crypto';
import type { DataSetRelease, SourceStatus } from '#lib/domain/data-release.ts';
import { rowsOf, type Tables } from '../read/table.ts';

/**
 * The publication that the newest figures of a data set came from, with its release: that of England before that of others, and one of
 * which the next is expected before the rest. Undefined where all of them were worked out here.
 */
export const releaseOf = (dataSet: string, tables: Tables): DataSetRelease | undefined => {
  const runs = rowsOf(tables, 'lineage.csv').filter(
    (row) => row.data_set === dataSet && row.source !== undefined && row.source !== 'derived'
  );
  const last = runs.reduce((latest, { last_period: period = '' }) => (period > latest ? period : latest), '');
  const newest = runs.filter((row) => row.last_period === last);
  const ofEngland = newest.filter((row) => row.geographic_level === 'National');
  const used = new Set([...ofEngland, ...newest].map(({ source }) => source));
  const releases = rowsOf(tables, 'releases.csv');
  const found = [...used].flatMap((source) => releases.filter((release) => release.source === source));
  const release = found.find(({ next_expected: next }) => next) ?? found[0];
  if (!release) return undefined;
  const {
    source = '',
    series = '',
    status = 'not recorded',
    published = '',
    taken_in: takenIn = '',
    next_expected: next,
    basis = ''
  } = release;
  return {
    source,
    series,
    status: status as SourceStatus,
    published,
    takenIn,
    ...(next ? { nextExpected: next, basis } : {})
  };
};

/** The edition of all that is published: the day of its last change, and a version that changes when any table does. */
export const editionOf = (tables: Tables): { version: string; release: string } => {
  const hash = createHash('sha256');
  for (const [file, { text }] of [...tables].sort(([a], [b]) => (a < b ? -1 : 1))) hash.update(`${file}\n${text}\n`);
  const days = [
    ...rowsOf(tables, 'changes.csv').map(({ date = '' }) => date),
    ...rowsOf(tables, 'releases.csv').map(({ taken_in: day = '' }) => day)
  ];
  return { version: hash.digest('hex').slice(0, 12), release: days.sort().at(-1) ?? '' };
};
