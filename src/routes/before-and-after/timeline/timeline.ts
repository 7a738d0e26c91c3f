import { EVENT_KINDS } from '#lib/domain/index.ts';
import { readEvents } from '#lib/server/published.ts';
import { readTable } from '#lib/server/tables.ts';
import { documentOf, seedRows, typeset } from '../documents/documents';

/** One entry of the timeline: a date as precise as is known, a sentence, a kind in words, and where it is from. */
export interface Entry {
  id: string;
  date: string;
  sentence: string;
  kind: string;
  /** True for what only the documents of 2009 tell. */
  ofDocuments: boolean;
  sources: { title: string; url?: string }[];
}

const SEED_KINDS: Readonly<Record<string, string>> = {
  case: 'A case',
  council: 'One council',
  government: 'The Government',
  report: 'A report',
  response: 'A response'
};

const known = <T>(from: Readonly<Record<string, T>>, key: string, what: string): T => {
  const found = from[key];
  if (found === undefined)
    throw new Error(`src/routes/before-and-after/timeline: expected ${what} for ${key}, found none`);
  return found;
};

/** A date that a text sorts by: what is less exact comes after what is more exact within it. */
const order = (date: string): string => date.padEnd(10, '~');

/** All events of both files, each once, in order of time: one of the documents that is the same as one of ours (`same_event`) lends it its source. */
export const readTimeline = (): Entry[] => {
  const seeds = seedRows('events');
  const sentences = Object.fromEntries(readTable('events.csv').rows.map(({ id, sentence }) => [id, sentence!]));
  const shared = (id: string) => seeds.filter((row) => row.same_event === id).map(({ document }) => document!);
  const held = readEvents().map(({ id, date, kind, source }): Entry => ({
    id,
    date,
    sentence: typeset(known(sentences, id, 'a sentence')),
    kind: EVENT_KINDS[kind],
    ofDocuments: false,
    sources: [source, ...[...new Set(shared(id))].map((document) => ({ title: documentOf(document) }))]
  }));
  const told = seeds
    .filter(({ same_event: sameEvent }) => !sameEvent)
    .map(({ id, date, event, kind, document }): Entry => ({
      id: id!,
      date: date!,
      sentence: typeset(event!),
      kind: known(SEED_KINDS, kind!, 'a word'),
      ofDocuments: true,
      sources: [{ title: documentOf(document!) }]
    }));
  return [...held, ...told].sort((a, b) => (order(a.date) < order(b.date) ? -1 : 1));
};

const FIRST_SHOWN = '2007-08-03';
const LAST_SHOWN = '2010-12-31';
const REPORT = 'laming-report';

/** A run of entries: in the open, or folded under words that say what it holds. */
interface Run {
  fold?: string;
  entries: Entry[];
}

/**
 * The timeline in runs: from Peter Connelly's death to 2010 in the open, what is before and after folded. What only the documents
 * tell of the months from Lord Laming's report on is folded too, where it belongs in time.
 */
export const runsOf = (entries: Entry[]): Run[] => {
  const before = entries.filter(({ date }) => order(date) < FIRST_SHOWN);
  const after = entries.filter(({ date }) => date > LAST_SHOWN);
  const shown = entries.filter((entry) => !before.includes(entry) && !after.includes(entry));
  const report = shown.find(({ id }) => id === REPORT)!;
  const answers = shown.filter(({ date, ofDocuments }) => ofDocuments && order(date) >= report.date);
  const open = shown.filter((entry) => !answers.includes(entry));
  const at = open.indexOf(report) + 1;
  const yearOf = ({ date }: Entry) => date.slice(0, 4);
  return [
    { fold: `Before: ${yearOf(before[0]!)} to July 2007`, entries: before },
    { entries: open.slice(0, at) },
    { fold: 'What was said and promised in the rest of 2009', entries: answers },
    { entries: open.slice(at) },
    { fold: `After: ${yearOf(after[0]!)} to ${yearOf(after.at(-1)!)}`, entries: after }
  ];
};
