import { STATUS_MEANING, SYMBOLS, type Symbol } from '#lib/domain/index.ts';
import { ATTRIBUTION, LICENCE } from '#lib/domain/licence.ts';
import type { Output } from './write.ts';
import { zip } from './zip.ts';

/** Where the archive of all tables is published. */
export const EVERYTHING = 'everything.zip';

const readme = (): string =>
  [
    'Per 10,000: every table of the site',
    '',
    'Independent, not official statistics. The figures are official; the site is not.',
    ATTRIBUTION,
    LICENCE.url,
    '',
    'index.json       what each data set holds, with its columns, levels, years and sources',
    '*.csv            the data sets and the reference files',
    '*.meta.csv       the columns of a data set in words',
    '*-metadata.json  the same for programs (CSV on the Web)',
    'measures/        each measure of the site, all areas and years, a figure a row',
    'documents_2009/  facts of the five documents of 2009',
    '',
    'Read breaks.csv and data_notes.csv before you compare figures: they say which must not be.',
    '',
    'Symbols in place of numbers',
    ...(Object.keys(SYMBOLS) as Symbol[]).map((symbol) => `${symbol.padEnd(4)} ${STATUS_MEANING[SYMBOLS[symbol]]}`),
    ''
  ].join('\n');

/** The data sets, their descriptions, the reference files and the measures in one archive, with a readme. */
export const everything = (files: Output): Uint8Array => {
  const tables = [...files].filter(([path]) => /\.csv$|-metadata\.json$|^index\.json$/.test(path));
  return zip([['README.txt', readme()], ...tables.sort(([a], [b]) => (a < b ? -1 : 1))]);
};
