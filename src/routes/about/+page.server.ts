import { readDataSets } from '#lib/server/index-of-data.ts';
import { readIn } from '#lib/domain/index.ts';
import { contact, missingContact } from '#lib/server/contact.ts';
import { shippedPackages } from '#lib/server/licences.ts';
import { readTable } from '#lib/server/tables.ts';

const rows = (name: string) => readTable(`documents_2009/${name}.csv`).rows;

// What each document is, by its key in seeds/documents.csv, in our own words.
const WHAT: Readonly<Record<string, string>> = {
  'lgiu-2009-03-12':
    'LGiU’s view of the case and of social work, put out on the day of Lord Laming’s report, before it could be read.',
  'community-care-2009-03-12':
    'What leaders in social work and children’s services said of the report on its first day. Most welcomed it; a few did not.',
  'cyp-now-2009-03-17':
    'A summary of the report for people who work with children, with reactions and the Government’s first answer.',
  'cyp-now-2009-04-21':
    'News of a letter in which bodies that speak for councils criticised the report, and what the Department answered.',
  'telford-wrekin-2009-07-21':
    'A paper for one council’s cabinet: the recommendations, the Government’s action plan, and what they meant locally.'
};

/** How many runs of figures there are, and how many were read in the press or in copies by others. */
const runs = () => {
  const all = readTable('lineage.csv').rows.map((row) => readIn({ source: row.source!, note: row.note! }));
  return {
    all: all.length,
    press: all.filter((where) => where === 'press').length,
    copies: all.filter((where) => where === 'copy').length
  };
};

const given = contact();
const warning = missingContact(given);
if (warning) process.emitWarning(warning);

/** Packages whose code can be in the site, by licence. */
const licences = () => {
  const packages = shippedPackages();
  const names = [...new Set(packages.map(({ licence }) => licence))];
  return names
    .map((licence) => ({
      licence,
      packages: packages.filter((each) => each.licence === licence).map(({ name, version }) => `${name} ${version}`)
    }))
    .sort((a, b) => b.packages.length - a.packages.length || a.licence.localeCompare(b.licence));
};

export const load = () => ({
  licences: licences(),
  contact: given,
  runs: runs(),
  sets: readDataSets().length,
  documents: rows('documents').map(({ document, title, publisher, date }) => {
    const what = WHAT[document!];
    if (!what) throw new Error(`src/routes/about/+page.server.ts: expected words for ${document}, found none`);
    return { title: title!, publisher: publisher!, date: date!, what };
  }),
  facts: {
    events: rows('events').length,
    figures: rows('figures').length,
    recommendations: rows('recommendations').length,
    positions: rows('positions').length
  }
});
