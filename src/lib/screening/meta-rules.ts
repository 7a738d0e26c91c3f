import { IDENTIFIERS } from '#lib/domain/index.ts';
import { quote, type Problem } from './problem.ts';
import type { Rule } from './rule.ts';
import type { Sheet } from './sheet.ts';

/** The columns of a dictionary, `name.meta.csv`. */
const META_COLUMNS = [
  'col_name',
  'col_type',
  'label',
  'indicator_grouping',
  'indicator_unit',
  'indicator_dp',
  'filter_hint',
  'filter_grouping_column'
] as const;

const isIdentifier = (name: string): boolean => (IDENTIFIERS as readonly string[]).includes(name);

/** Every filter and indicator of the file is in the dictionary, and every entry of the dictionary in the file. */
export const metaAgrees: Rule = {
  name: 'file and dictionary name the same columns',
  needs: [],
  test: ({ file, columns }, { meta }) => {
    if (!meta?.columns.includes('col_name')) return [];
    const named = new Set(meta.rows.map(({ col_name }) => col_name));
    const missing = columns
      .filter((name) => name !== '' && !isIdentifier(name) && !named.has(name))
      .map((column): Problem => ({ file, row: 1, column, found: 'the column', expected: `is not in ${meta.file}` }));
    const extra = meta.rows.flatMap(({ col_name: name = '' }, index): Problem[] =>
      columns.includes(name)
        ? []
        : [
            {
              file: meta.file,
              row: meta.lines[index],
              column: 'col_name',
              found: quote(name),
              expected: `is not a column of ${file}`
            }
          ]
    );
    return [...missing, ...extra];
  }
};

/** The dictionary has its own columns, and says of each entry what it is, how it is called and how exact it is. */
export const metaIsWhole: Rule = {
  name: 'the dictionary is whole',
  needs: [],
  test: (_, { meta }) => {
    if (!meta) return [];
    const lacking = META_COLUMNS.filter((name) => !meta.columns.includes(name));
    if (lacking.length) {
      return lacking.map((column) => ({
        file: meta.file,
        row: 1,
        column,
        found: 'the column',
        expected: 'is missing'
      }));
    }
    return meta.rows.flatMap((row, index) =>
      entryFaults(row, meta, index).map(([column, found, expected]) => ({
        file: meta.file,
        row: meta.lines[index],
        column,
        found,
        expected
      }))
    );
  }
};

const entryFaults = (row: Record<string, string>, meta: Sheet, index: number): [string, string, string][] => {
  const faults: [string, string, string][] = [];
  const { col_name: name = '', col_type: type = '', label = '', indicator_dp: dp = '' } = row;
  const before = meta.rows.findIndex((each) => each.col_name === name);
  if (before < index)
    faults.push(['col_name', quote(name), `stands here again, the first is row ${meta.lines[before]}`]);
  if (isIdentifier(name))
    faults.push(['col_name', quote(name), 'is a column of time or geography, expected a filter or an indicator']);
  if (type !== 'Filter' && type !== 'Indicator') faults.push(['col_type', quote(type), 'is not Filter or Indicator']);
  if (label.trim() === '') faults.push(['label', 'blank', 'is no label']);
  if (type === 'Indicator' && !/^\d$/.test(dp)) {
    faults.push(['indicator_dp', dp === '' ? 'blank' : quote(dp), 'is not a whole number of decimal places']);
  }
  if (type === 'Filter' && dp !== '') faults.push(['indicator_dp', quote(dp), 'stands at a filter, expected blank']);
  return faults;
};
