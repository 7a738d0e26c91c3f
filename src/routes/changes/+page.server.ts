import { fullName, formatDate } from '#lib/domain/index.ts';
import { formatPublished } from '#lib/domain/data-release.ts';
import { changeEntries, revisedFigures } from '#lib/server/changes.ts';
import { readDataSets, readEdition } from '#lib/server/index-of-data.ts';
import { readAreas } from '#lib/server/published.ts';
import { readTable } from '#lib/server/tables.ts';
import { formatRun } from '../data/words';

/** So many revised figures have room on the page; the file has all. */
const MOST_REVISED = 100;

/** The series that the newest figures are from, with the data sets of each and when the next is expected, the soonest first. */
const expected = () => {
  const sets = readDataSets();
  return readTable('releases.csv')
    .rows.flatMap(({ source, series = '', published = '', next_expected: next = '', basis = '' }) => {
      const used = sets.filter(({ release }) => release?.source === source);
      if (!used.length) return [];
      const last = used
        .map(({ last }) => last)
        .sort()
        .at(-1)!;
      return [
        {
          series: series.replaceAll("'", '’'),
          published: formatPublished(published),
          last: formatRun(last, last),
          sets: used.map(({ name, title }) => ({ name, title })),
          next,
          expected: next && formatDate(next),
          basis
        }
      ];
    })
    .sort((a, b) => (a.next || '9').localeCompare(b.next || '9') || a.series.localeCompare(b.series));
};

/** Each publication, with the years that lineage.csv has of it. */
const releases = () => {
  const sources = new Map(readTable('sources.csv').rows.map((row) => [row.source, row]));
  const runs = readTable('lineage.csv').rows;
  return readTable('releases.csv')
    .rows.map(({ source = '', status = '', published = '', taken_in: taken = '' }) => {
      const own = runs.filter((run) => run.source === source);
      const first = own.map((run) => run.first_period!).sort()[0];
      const last = own
        .map((run) => run.last_period!)
        .sort()
        .at(-1);
      return {
        source,
        title: sources.get(source)?.title ?? source,
        url: sources.get(source)?.url ?? '',
        status,
        published: formatPublished(published),
        covers: first && last ? formatRun(first, last) : '',
        day: taken,
        taken: formatDate(taken)
      };
    })
    .sort((a, b) => b.day.localeCompare(a.day) || a.title.localeCompare(b.title));
};

export const load = () => {
  const names = new Map(readAreas().flatMap((area) => [area.key, area.code].map((key) => [key, fullName(area)])));
  const revised = revisedFigures((code) => names.get(code) ?? code);
  const edition = readEdition();
  return {
    entries: changeEntries().map((entry) => ({ ...entry, day: formatDate(entry.date) })),
    revised: revised.slice(0, MOST_REVISED).map((each) => ({ ...each, day: formatDate(each.date) })),
    revisedInAll: revised.length,
    expected: expected(),
    releases: releases(),
    edition: { version: edition.version, day: formatDate(edition.release) }
  };
};
