import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DOMParser } from 'linkedom';
import { atomOf } from '#lib/server/atom.ts';
import { changeEntries, revisedFigures, type ChangeEntry } from '#lib/server/changes.ts';
import { currencyOf, describeCurrency } from '#lib/server/currency.ts';
import { readDataSets, readEdition } from '#lib/server/index-of-data.ts';
import { readTable } from '#lib/server/tables.ts';

const entry: ChangeEntry = {
  id: '2031-02-03-correction-0123abcd',
  date: '2031-02-03',
  kind: 'correction',
  title: 'Our correction: Plans & <tags>',
  note: 'A planted one.',
  scheduled: false,
  lines: ['Plans: 1 figure revised']
};

/** What RFC 4287 asks of a feed that is missing here. */
const faultsOf = (xml: string): string[] => {
  const feed = new DOMParser().parseFromString(xml, 'text/xml').querySelector('feed')!;
  const own = (element: Element, name: string): Element[] =>
    [...element.children].filter(({ localName }) => localName === name);
  const faults: string[] = [];
  const one = (element: Element, name: string, pattern: RegExp): void => {
    const found = own(element, name);
    if (found.length !== 1 || !pattern.test(found[0]!.textContent ?? ''))
      faults.push(`${element.localName}/${name}: ${found.map(({ textContent }) => textContent).join()}`);
  };
  for (const element of [feed, ...own(feed, 'entry')]) {
    one(element, 'id', /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
    one(element, 'title', /\S/);
    one(element, 'updated', /^\d{4}-\d\d-\d\dT00:00:00Z$/);
    if (!own(element, 'link').some((link) => link.getAttribute('rel') === 'alternate'))
      faults.push(`${element.localName}: no link`);
  }
  if (!own(feed, 'author').length) faults.push('no author');
  const ids = own(feed, 'entry').map((each) => own(each, 'id')[0]?.textContent);
  if (new Set(ids).size !== ids.length) faults.push('an id twice');
  return faults;
};

describe('the feed', () => {
  it('has all that Atom asks for, and every entry of the page', () => {
    const entries = changeEntries();
    expect(entries.length).toBeGreaterThan(1);
    for (const site of ['', 'https://example.org/site']) {
      const xml = atomOf(entries, site, '2031-01-01');
      expect(faultsOf(xml)).toEqual([]);
      expect(xml.match(/<entry>/g)).toHaveLength(entries.length);
    }
  });

  it('takes a planted change, with its signs escaped', () => {
    const xml = atomOf([entry, ...changeEntries()], '', '2031-01-01');
    expect(faultsOf(xml)).toEqual([]);
    expect(xml).toContain('<title>Our correction: Plans &amp; &lt;tags&gt;</title>');
    expect(xml).toContain('<updated>2031-02-03T00:00:00Z</updated>');
    expect(xml).toContain('&lt;li&gt;Plans: 1 figure revised&lt;/li&gt;');
  });

  it('has absolute links only where the site’s address is known, and says so where it is not', () => {
    const linksOf = (xml: string) => [...xml.matchAll(/<link [^>]*href="([^"]*)"/g)].map(([, href]) => href!);
    const known = atomOf([entry], 'https://example.org/site', '2031-01-01');
    expect(linksOf(known)).toEqual([
      'https://example.org/site/changes.atom',
      'https://example.org/site/changes/',
      `https://example.org/site/changes/#${entry.id}`
    ]);
    const unknown = atomOf([entry], '', '2031-01-01');
    expect(linksOf(unknown)).toEqual(['changes/', `changes/#${entry.id}`]);
    expect(unknown).toContain('Links are relative');
  });

  it('is valid without an entry', () => {
    expect(faultsOf(atomOf([], '', '2031-01-01'))).toEqual([]);
  });
});

it('every row of the logs is in an entry or among the revised figures', () => {
  const entries = changeEntries();
  const lines = entries.flatMap(({ lines }) => lines);
  expect(lines).toHaveLength(readTable('changes.csv').rows.length + readTable('releases.csv').rows.length);
  expect(entries.map(({ date }) => date)).toEqual(
    entries
      .map(({ date }) => date)
      .sort()
      .reverse()
  );
  const cells = readTable('revisions.csv').rows.map((row) =>
    [row.data_set, row.indicator, row.area_code, row.time_period, row.time_identifier, row.filters].join()
  );
  expect(revisedFigures((code) => code)).toHaveLength(new Set(cells).size);
});

describe('how new the figures are', () => {
  it('is worked out from the calendar: hidden in the page, with the month from which newer ones may exist', () => {
    const release = {
      source: 's',
      series: "Workers' figures",
      status: 'official statistics' as const,
      published: '2030',
      takenIn: '2030-04-05'
    };
    expect(
      describeCurrency({
        last: '2029',
        timing: 'at 31 March',
        release: { ...release, nextExpected: '2031-02', basis: 'Yearly.' }
      })
    ).toBe(
      '<span>Newest figures: 31 March 2029, from Workers’ figures (official statistics, 2030), taken in on 5 April 2030. Next expected: February 2031. <strong data-newer="2031-02" hidden>Newer figures may exist since February 2031.</strong></span>'
    );
    expect(describeCurrency({ last: '2029-06', release })).toContain('When the next are due is not known.');
  });

  it('index.json has the release of each data set, from its lineage, and the edition', () => {
    for (const { name, release } of readDataSets()) {
      if (!release) continue;
      const sources = readTable('lineage.csv').rows.filter(({ data_set: set }) => set === name);
      expect(sources.map(({ source }) => source)).toContain(release.source);
    }
    expect(currencyOf('children_looked_after').release?.series).toContain('Children looked after');
    const { version, release } = readEdition();
    expect(version).toMatch(/^[0-9a-f]{12}$/);
    expect(
      release >=
        readTable('changes.csv')
          .rows.map(({ date }) => date!)
          .sort()
          .at(-1)!
    ).toBe(true);
    expect(readFileSync('static/data/index.json', 'utf8')).toContain(`"version": "${version}"`);
  });
});
