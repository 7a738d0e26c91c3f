import { quote } from '#lib/screening/problem.ts';
import type { RowFault } from '#lib/screening/rule.ts';
import { precisionOf } from './cell-types.ts';
import type { References } from './references.ts';

type Row = Record<string, string>;

/** The last of two periods or days is not before the first. */
export const inOrder = (row: Row, first: string, last: string): RowFault[] => {
  const [from = '', to = ''] = [row[first], row[last]];
  return from > to ? [[last, quote(to), `is before ${first}, expected ${from} or later`]] : [];
};

/** The precision of a date is that of its writing. */
export const precisionFits = (row: Row): RowFault[] => {
  const found = precisionOf(row.date ?? '');
  return row.precision === found
    ? []
    : [['precision', quote(row.precision ?? ''), `is not how the date is written, expected ${found}`]];
};

/** The indicator is one of the data set. */
export const indicatorIsThere = (row: Row, to: References): RowFault[] =>
  to.indicators.has(`${row.data_set}/${row.indicator}`)
    ? []
    : [['indicator', quote(row.indicator ?? ''), `is not an indicator of ${row.data_set}`]];

/** The data set has rows of the level, and of the authority where one is named. */
export const placeIsThere = (row: Row, to: References): RowFault[] => {
  const { data_set: dataSet = '', geographic_level: level = '', old_la_code: authority = '' } = row;
  if (level !== 'Local authority' && authority) {
    return [['old_la_code', quote(authority), `in a row of level ${level}, expected blank`]];
  }
  if (to.places.has([dataSet, level, ...(authority ? [authority] : [])].join('/'))) return [];
  return authority
    ? [['old_la_code', quote(authority), `has no row in ${dataSet}`]]
    : [['geographic_level', quote(level), `has no row in ${dataSet}`]];
};

/** Authorities are named in a row of their level, and each has a row in the data set. */
export const namedAuthorities = (row: Row, to: References): RowFault[] => {
  const { data_set: dataSet = '', geographic_level: level = '', old_la_codes: codes = '' } = row;
  if (!codes) return [];
  if (level !== 'Local authority')
    return [['old_la_codes', quote(codes), `in a row of level ${level}, expected blank`]];
  const without = codes.split(' ').filter((code) => !to.places.has(`${dataSet}/${level}/${code}`));
  return without.map((code) => ['old_la_codes', quote(code), `has no row in ${dataSet}`]);
};

/** The two codes of a row are those of one authority. */
export const codesBelong = (row: Row, to: References): RowFault[] =>
  to.pairs.has(`${row.new_la_code}/${row.old_la_code}`)
    ? []
    : [['old_la_code', quote(row.old_la_code ?? ''), `is not the three-digit code of ${row.new_la_code}`]];
