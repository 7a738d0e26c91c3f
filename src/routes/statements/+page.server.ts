import { formatDate, list, monthsBetween, readIn, type Level } from '#lib/domain/index.ts';
import { formatPublished, knownStatus } from '#lib/domain/data-release.ts';
import { contact } from '#lib/server/contact.ts';
import { readDataSets, readEdition, type IndexedDataSet } from '#lib/server/index-of-data.ts';
import { readTable } from '#lib/server/tables.ts';
import { LEVEL_WORDS, formatRounding, formatRun } from '../data/words';
import { disclosure, disclosureOf } from './disclosure';

/** The newest release of each series in use, and how long after it the figures were here; a year alone gives no number of months. */
const delays = (sets: readonly IndexedDataSet[]) => {
  const found = new Map(sets.flatMap(({ release }) => (release ? [[release.source, release] as const] : [])));
  return [...found.values()]
    .map(({ series, published, takenIn }) => ({
      series: series.replaceAll("'", '’'),
      published: formatPublished(published),
      takenIn: formatDate(takenIn),
      day: takenIn,
      months: /^\d{4}-\d\d(-\d\d)?$/.test(published)
        ? monthsBetween(published.length === 7 ? `${published}-01` : published, takenIn)
        : undefined
    }))
    .sort((a, b) => a.series.localeCompare(b.series));
};

/** What is known of the quality of one data set, counted from the files. */
const qualityOf = (set: IndexedDataSet) => {
  const runs = readTable('lineage.csv').rows.filter((row) => row.data_set === set.name && row.source !== 'derived');
  const statuses = new Map(
    readTable('releases.csv').rows.map(({ source, status = '' }) => [source, knownStatus(status)])
  );
  const count = (file: string): number => readTable(file).rows.filter((row) => row.data_set === set.name).length;
  const roundings = [...new Set(runs.map(({ rounding = '' }) => rounding))].sort((a, b) => Number(a) - Number(b));
  return {
    name: set.name,
    title: set.title,
    levels: list(set.levels.map(({ level }) => LEVEL_WORDS[level as Level])),
    years: formatRun(set.first, set.last),
    status: [...new Set(runs.map(({ source }) => statuses.get(source) ?? ''))].filter(Boolean).sort().join(', '),
    rounding: roundings.map(formatRounding).join(', '),
    elsewhere: runs.filter((run) => readIn({ source: run.source!, note: run.note! })).length,
    runs: runs.length,
    suppressed: disclosureOf(set, readTable(set.files.csv)).suppressed,
    breaks: count('breaks.csv'),
    notes: count('data_notes.csv'),
    derived: count('derived_figures.csv')
  };
};

export const load = () => {
  const sets = readDataSets();
  const quality = sets.map(qualityOf);
  const changes = readTable('changes.csv').rows;
  return {
    contact: contact(),
    day: formatDate(readEdition().release),
    revised: readTable('revisions.csv').rows.length,
    corrections: new Set(changes.filter(({ kind }) => kind === 'correction').map(({ date, note }) => `${date}/${note}`))
      .size,
    delays: delays(sets),
    disclosure: disclosure(sets),
    quality,
    elsewhere: quality.reduce((sum, { elsewhere }) => sum + elsewhere, 0),
    runs: quality.reduce((sum, { runs }) => sum + runs, 0),
    breaks: readTable('breaks.csv').rows.length
  };
};
