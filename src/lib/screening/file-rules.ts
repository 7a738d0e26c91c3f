import type { Context } from './context.ts';
import { quote } from './problem.ts';
import { headerRule, type Finding, type Rule, type RuleSpec } from './rule.ts';

/** What is told of the form of a file while it is read (`text-decoder`, `csv-reader`). */
export const FORM_RULES: readonly RuleSpec[] = [
  { id: 'own_encoding', asks: 'The file is UTF-8', group: 'The file', level: 'fail' },
  {
    id: 'own_byte_order_mark',
    asks: 'No byte order mark is before the header',
    group: 'The file',
    level: 'warn',
    stopsSite: true
  },
  { id: 'own_separator', asks: 'Commas are between the cells', group: 'The file', level: 'fail' },
  { id: 'own_preamble', asks: 'The header is the first row', group: 'The file', level: 'fail' },
  { id: 'own_no_rows', asks: 'Rows follow the header', group: 'The file', level: 'fail' },
  { id: 'own_field_count', asks: 'Every row has as many cells as the header', group: 'Rows and cells', level: 'fail' },
  {
    id: 'own_quotes',
    asks: 'Quotation marks are closed, and doubled inside a cell',
    group: 'Rows and cells',
    level: 'fail'
  },
  { id: 'own_blank_rows', asks: 'No row is blank', group: 'Rows and cells', level: 'fail' },
  { id: 'own_blank_columns', asks: 'No column is without a name', group: 'Columns', level: 'fail' }
];

const namesOf = ({ file, meta }: Context): [string, boolean][] => [
  [file, false],
  ...(meta ? [[meta.file, true] as [string, boolean]] : [])
];

const nameRule = (id: string, asks: string, wrong: RegExp, expected: string): Rule =>
  headerRule({ id, asks, group: 'The file', level: 'fail' }, (context) =>
    namesOf(context)
      .filter(([name]) => wrong.test(name.replace(/(\.meta)?\.csv$/i, '')))
      .map(([name, inMeta]): Finding => ({ value: name, expected, ...(inMeta ? { inMeta } : {}) }))
  );

export const FILE_RULES: readonly Rule[] = [
  nameRule('check_filename_spaces', 'Names of files have no spaces', /\s/, 'has a space in its name'),
  nameRule(
    'check_filename_special',
    'Names of files are of letters, digits, hyphens and underscores',
    /[^\p{L}\p{N}\s_-]/u,
    'has other characters than letters, digits, hyphens and underscores in its name'
  ),
  headerRule(
    {
      id: 'check_filenames_match',
      asks: 'The metadata are named after the data',
      group: 'The file',
      level: 'fail',
      needsMeta: true
    },
    ({ file, meta }) => {
      const expected = file.replace(/(\.csv)?$/i, '.meta.csv');
      return meta && meta.file !== expected
        ? [{ value: meta.file, expected: `is not named after the data, expected ${quote(expected)}`, inMeta: true }]
        : [];
    }
  )
];
