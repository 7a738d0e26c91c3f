import { formatDate } from './period.ts';

/**
 * What kind of publication a source is. Official statistics may be accredited too where that is not recorded; "not recorded" is said
 * where we do not know.
 */
export const SOURCE_STATUSES = [
  'accredited official statistics',
  'official statistics',
  'management information',
  'read in the press',
  'compiled by others',
  'not statistics',
  'not recorded'
] as const;

export type SourceStatus = (typeof SOURCE_STATUSES)[number];

/** A status where it says something: "not recorded" stands for none. */
export const knownStatus = (status: string): string => (status === 'not recorded' ? '' : status);

/** The publication that the newest figures of a data set came from. */
export interface DataSetRelease {
  /** Its key in `sources.csv`. */
  source: string;
  series: string;
  status: SourceStatus;
  /** When it was published, as precise as is known: "2025-11", "2025", "2001-2024". */
  published: string;
  /** The day on which its figures came into this site's data. */
  takenIn: string;
  /** The month or day from which the next of its series is expected, and what that is known from. */
  nextExpected?: string;
  basis?: string;
}

/** When something was published as it reads: "November 2025", "2001 to 2024", "2010, 2012". */
export const formatPublished = (published: string): string =>
  published
    .split(', ')
    .map((part) => (/^\d{4}-\d{4}$/.test(part) ? part.replace('-', ' to ') : formatDate(part)))
    .join(', ');
