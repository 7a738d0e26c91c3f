import { byItself, escapeMarkup, formatDate, formatPeriod, type Timing } from '#lib/domain/index.ts';
import { HEADLINES, measureOf } from '#lib/domain/catalogue/index.ts';
import { formatPublished, knownStatus, type DataSetRelease } from '#lib/domain/data-release.ts';
import { readDataSets } from './index-of-data.ts';

/** How far some figures go, and the release that they came from. */
export interface Currency {
  last: string;
  /** What its periods mean; undefined for a data set of which no measure is drawn. */
  timing?: Timing;
  release?: DataSetRelease;
}

/** How far the figures of a data set go; throws for one that is not published. */
export const currencyOf = (dataSet: string, timing?: Timing): Currency => {
  const found = readDataSets().find(({ name }) => name === dataSet);
  if (!found) throw new Error(`index.json: expected the data set ${dataSet}, found none`);
  return { last: found.last, ...(timing ? { timing } : {}), ...(found.release ? { release: found.release } : {}) };
};

/**
 * Says from `expected` on that newer figures may exist. It is hidden until a script of the page (app.html) has looked at the calendar,
 * so that without script the date alone is shown.
 */
const newerSince = (expected: string): string =>
  ` <strong data-newer="${expected}" hidden>Newer figures may exist since ${formatDate(expected)}.</strong>`;

const nextIn = (release: DataSetRelease | undefined): string =>
  release?.nextExpected
    ? `Next expected: ${formatDate(release.nextExpected)}.${newerSince(release.nextExpected)}`
    : 'When the next are due is not known.';

/** How far the figures of a page go, where they came from and when the next are expected, as markup. */
export const describeCurrency = ({ last, timing, release }: Currency): string => {
  const from = release
    ? `, from ${escapeMarkup(release.series.replaceAll("'", '’'))} (${[knownStatus(release.status), formatPublished(release.published)].filter(Boolean).join(', ')}), taken in on ${formatDate(release.takenIn)}`
    : '';
  return `<span>Newest figures: ${timing ? byItself(last, timing) : formatPeriod(last)}${from}. ${nextIn(release)}</span>`;
};

/** The month from which the first of the next figures of the headline measures is expected; undefined where none is known. */
const nextOfHeadlines = (): string | undefined =>
  HEADLINES.flatMap((slug) => {
    const [{ dataSet, timing }] = measureOf(slug)!.variants;
    return currencyOf(dataSet, timing).release?.nextExpected ?? [];
  }).sort()[0];

/** Of a page that shows the headline measures: when the first of their next figures is expected, as markup. */
export const describeNext = (): string => {
  const next = nextOfHeadlines();
  return `<span>${next ? `Next figures expected: ${formatDate(next)}.${newerSince(next)}` : nextIn(undefined)}</span>`;
};

/** The same in two parts for a brief: the month in words, and the markup that a script of the page shows from then on. */
export const nextOfBrief = (): { expected: string; newer: string } => {
  const next = nextOfHeadlines();
  return next ? { expected: formatDate(next), newer: newerSince(next).trim() } : { expected: 'not known', newer: '' };
};
