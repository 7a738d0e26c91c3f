import { IDENTIFIERS, list } from '#lib/domain/index.ts';
import { REGIONS } from '#lib/domain/regions.ts';
import type { CodeInBeing, Context } from './context.ts';
import { inBeing, liesIn } from './geography.ts';
import { countryFaults } from './geography-rules.ts';
import { cellsRule, type CellFault, type Rule } from './rule.ts';
import { isNumber } from './standard.ts';
import { spanOf } from './time.ts';

type Row = Record<string, string>;

const codesOf = (row: Row, { authorities }: Context): readonly CodeInBeing[] =>
  row.geographic_level === 'Local authority' ? (authorities.get(row.old_la_code ?? '') ?? []) : [];

const names = (codes: readonly CodeInBeing[]): string[] => [...new Set(codes.map(({ name }) => name))];

const or = (words: string[]): string => list(words).replace(/ and ([^,]*)$/, ' or $1');

/** A name as people write it: without punctuation, and "and" for "&". */
const plain = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll('&', 'and')
    .replace(/[^a-z]/g, '');

const isNot = (code: string): boolean => code === '' || code === 'x' || code === 'z';

/** Names that other rules tell of: none, and words for no place or all of them. */
const isNoName = (name: string | undefined): boolean =>
  !name || ['Not available', 'Total', 'total', 'All', 'all'].includes(name);

const regionFaults = ({ region_code: code = '', region_name: name }: Row): CellFault[] => {
  if (isNot(code)) return [];
  const known = REGIONS[code];
  if (!known) return [['region_code', 'is not the code of a region']];
  return isNoName(name) || name === known ? [] : [['region_name', `is not the name of ${code}, expected ${known}`]];
};

// Authorities that make one return together have one row: "940 / 941".
const partsOf = (row: Row): Row[] => {
  const columns = ['old_la_code', 'new_la_code', 'la_name'].map((column) => (row[column] ?? '').split(' / '));
  const [keys = [], codes = [], names = []] = columns;
  if (codes.length !== keys.length || names.length !== keys.length) return [row];
  return keys.map((key, index) => ({
    ...row,
    old_la_code: key,
    new_la_code: codes[index] ?? '',
    la_name: names[index] ?? ''
  }));
};

const authorityFaults = (row: Row, context: Context): CellFault[] => {
  const { old_la_code: key = '', new_la_code: code = '', la_name: name = '' } = row;
  if (row.geographic_level !== 'Local authority' || isNot(key)) return [];
  const together = partsOf(row);
  if (together.length > 1) return together.flatMap((part) => authorityFaults(part, context));
  const codes = codesOf(row, context);
  if (!codes.length) return [['old_la_code', 'is not the three-digit code of an authority']];
  const faults: CellFault[] = [];
  if (!isNot(code) && !codes.some((each) => each.code === code)) {
    const expected = or(codes.map((each) => each.code));
    faults.push(['new_la_code', `is not a code of ${key} ${codes[0]?.name}, expected ${expected}`]);
  }
  if (!isNoName(name) && !names(codes).some((each) => plain(each) === plain(name))) {
    faults.push(['la_name', `is not a name of ${key}, expected ${or(names(codes))}`]);
  }
  return faults;
};

/** Codes and names of countries, regions and authorities, of which the lists are at hand. */
const combos = cellsRule(
  {
    id: 'check_geog_combos',
    asks: 'Codes and names of countries, regions and authorities belong together',
    group: 'Geography',
    level: 'fail'
  },
  IDENTIFIERS.filter((column) => !column.startsWith('time_')),
  (row, context) => [
    ...('country_code' in row ? countryFaults(row) : []),
    ...regionFaults(row),
    ...authorityFaults(row, context)
  ]
);

const inOwnRegion = cellsRule(
  {
    id: 'own_authority_region',
    asks: 'Authorities lie in their own region',
    group: 'Geography',
    level: 'fail',
    needs: ['geographic_level', 'old_la_code', 'region_code']
  },
  ['geographic_level', 'old_la_code', 'region_code'],
  (row, context) => {
    const codes = codesOf(row, context);
    const { old_la_code: key, region_code: region = '' } = row;
    if (!codes.length || !(region in REGIONS) || codes.some((each) => liesIn(each.region, region))) return [];
    return [['region_code', `is not the region of ${key} ${codes[0]?.name}, expected ${codes[0]?.region}`]];
  }
);

/** An authority has a row only for a period in which it was in being, under the nine-character code it had then. */
const wasInBeing = cellsRule(
  {
    id: 'own_authority_in_being',
    asks: 'Authorities were in being at the time',
    group: 'Geography',
    level: 'fail',
    needs: ['geographic_level', 'old_la_code', 'time_period', 'time_identifier']
  },
  ['geographic_level', 'old_la_code', 'new_la_code', 'time_period', 'time_identifier'],
  (row, context) => {
    const codes = codesOf(row, context);
    const span = codes.length ? spanOf(row, context.timing) : undefined;
    if (!span) return [];
    const [first, last] = span;
    const then = codes.filter((code) => inBeing(code, first, last));
    const { new_la_code: code = '' } = row;
    if (!then.length) {
      const days = first === last ? `on ${first}` : `from ${first} to ${last}`;
      return [['old_la_code', `is ${codes[0]?.name}, which was not in being ${days}: ${lifeOf(codes)}`]];
    }
    if (!codes.some((each) => each.code === code) || then.some((each) => each.code === code)) return [];
    const expected = or(then.map((each) => each.code));
    return [['new_la_code', `is not the code of ${codes[0]?.name} in ${row.time_period}, expected ${expected}`]];
  }
);

const lifeOf = (codes: readonly CodeInBeing[]): string => {
  const began = codes.some((code) => !code.began) ? undefined : codes.map((code) => code.began ?? '').sort()[0];
  const ended = codes.some((code) => !code.ended)
    ? undefined
    : codes
        .map((code) => code.ended ?? '')
        .sort()
        .at(-1);
  return [began && `it began on ${began}`, ended && `it ended on ${ended}`].filter(Boolean).join(' and ');
};

/** The rule for the rows that have a figure: one without any says that there is none. */
const ofRowsWithFigures = (rule: Rule): Rule => ({
  ...rule,
  start: (context, report) => {
    const test = rule.start(context, report);
    const indicators = context.indicators.map(context.at);
    return {
      ...test,
      row: (cells, line) => {
        if (indicators.some((at) => isNumber(cells[at] ?? ''))) test.row?.(cells, line);
      }
    };
  }
});

export const PLACE_RULES: readonly Rule[] = [combos, inOwnRegion, ofRowsWithFigures(wasInBeing)];
