import { describe, expect, it } from 'vitest';
import { table } from '../../../tests/views/raw.ts';
import { readIn } from './read-in.ts';

const runs = table('lineage').map((row) => ({
  source: row.source!,
  note: row.note!,
  level: row.geographic_level!
}));

const authorities = new Set(table('local_authorities').map((row) => row.la_name!));

/** What a note cites: "Community Care: Care applications rocket (19 January 2009)" gives "Community Care". A list of authorities is no citation. */
const citedIn = (note: string): string[] =>
  note
    .split('; ')
    .flatMap((part) => /^([A-Z][A-Za-z ]+?)(?: \(copy[^)]*\))?[:,] /.exec(part)?.[1] ?? [])
    .filter((cited) => !authorities.has(cited));

const OFFICIAL = /^(Cafcass|DfE|Hansard|TheyWorkForYou)\b/;
const PRESS =
  /\b(Community Care|BBC News|The Independent|TES|Children and Young People Now|Care Appointments|Local Government Lawyer|Family Law Week|Solicitors Journal|Aberdare Online|newspapers)\b/;

describe('where a run of figures was read', () => {
  it('is official for what cites the Department, Parliament or Cafcass, and elsewhere for every other citation', () => {
    for (const run of runs)
      for (const cited of citedIn(run.note))
        expect([run.note, readIn(run) === undefined]).toEqual([run.note, OFFICIAL.test(cited)]);
    expect(runs.flatMap(({ note }) => citedIn(note)).length).toBeGreaterThan(50);
  });

  it('is the press for newspapers, broadcasters and magazines, all of national figures', () => {
    const press = runs.filter((run) => readIn(run) === 'press');
    expect(press.map(({ note }) => note)).toEqual(runs.filter(({ note }) => PRESS.test(note)).map(({ note }) => note));
    expect(press.length).toBeGreaterThan(0);
    expect(press.every((run) => run.level === 'National')).toBe(true);
  });

  it('is a copy for compilations by others', () => {
    for (const run of runs.filter(({ source }) => source === 'secondary')) expect(readIn(run)).toBe('copy');
  });
});
