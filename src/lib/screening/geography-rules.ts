import { ENGLAND, LEVELS, UNITED_KINGDOM, isPeriod, list } from '#lib/domain/index.ts';
import type { CodeInBeing, Context } from './context.ts';
import { BELOW_COUNTRY, FILLED, inBeing, liesIn } from './geography.ts';
import { REGIONS } from '#lib/domain/regions.ts';
import { quote } from './problem.ts';
import { rowRule, type RowFault } from './rule.ts';
import { CALENDAR_YEAR, daysOf, periodOf } from './time.ts';

type Row = Record<string, string>;

const isAuthority = (row: Row): boolean => row.geographic_level === 'Local authority';

const codesOf = (row: Row, { authorities }: Context): readonly CodeInBeing[] =>
  authorities.get(row.old_la_code ?? '') ?? [];

const names = (codes: readonly CodeInBeing[]): string[] => [...new Set(codes.map(({ name }) => name))];

const or = (words: string[]): string => list(words).replace(/ and ([^,]*)$/, ' or $1');

/** Levels are England, its regions and its local authorities. */
export const knownLevels = rowRule(
  'geographic levels are known',
  ['geographic_level'],
  ({ geographic_level: level = '' }) =>
    (LEVELS as readonly string[]).includes(level)
      ? []
      : [['geographic_level', quote(level), `is not one of ${LEVELS.join(', ')}`]]
);

/** The columns of a place are filled down to its level and empty below it. */
export const filledByLevel = rowRule(
  'a place is named down to its level and no further',
  ['geographic_level', ...BELOW_COUNTRY],
  (row) => {
    const level = LEVELS.find((each) => each === row.geographic_level);
    if (!level) return [];
    return BELOW_COUNTRY.flatMap((column): RowFault[] => {
      const text = row[column] ?? '';
      if (FILLED[level].includes(column)) {
        return text === '' ? [[column, 'blank', `in a row of level ${level}, expected filled`]] : [];
      }
      return text === '' ? [] : [[column, quote(text), `in a row of level ${level}, expected blank`]];
    });
  }
);

/** The country is England, by code and name; only what is of no area below it may be of the United Kingdom. */
export const knownCountry = rowRule('the country is England', ['country_code', 'country_name'], (row) => {
  if (row.country_code === UNITED_KINGDOM && row.geographic_level === 'National') {
    const { country_name: name = '' } = row;
    return name === 'United Kingdom' ? [] : [['country_name', quote(name), 'is not United Kingdom']];
  }
  const faults: RowFault[] = [];
  if (row.country_code !== ENGLAND) {
    faults.push(['country_code', quote(row.country_code ?? ''), `is not the code of England, expected ${ENGLAND}`]);
  }
  if (row.country_name !== 'England') faults.push(['country_name', quote(row.country_name ?? ''), 'is not England']);
  return faults;
});

/** Regions are known by code, and their names agree. */
export const knownRegions = rowRule(
  'regions are known and named by their code',
  ['region_code', 'region_name'],
  (row) => {
    const { region_code: code = '', region_name: name = '' } = row;
    if (code === '') return [];
    const known = REGIONS[code];
    if (!known) return [['region_code', quote(code), 'is not the code of a region']];
    return name === known ? [] : [['region_name', quote(name), `is not the name of ${code}, expected ${known}`]];
  }
);

/** Authorities are known by three-digit code, and the nine-character code is one that the authority has or had. */
export const knownAuthorities = rowRule(
  'authorities are known by both codes',
  ['geographic_level', 'old_la_code', 'new_la_code'],
  (row, context) => {
    const { old_la_code: key = '', new_la_code: code = '' } = row;
    if (!isAuthority(row) || key === '') return [];
    const codes = codesOf(row, context);
    if (!codes.length) return [['old_la_code', quote(key), 'is not the three-digit code of an authority']];
    if (code === '' || codes.some((each) => each.code === code)) return [];
    const expected = or(codes.map((each) => each.code));
    return [['new_la_code', quote(code), `is not a code of ${key} ${codes[0]?.name}, expected ${expected}`]];
  }
);

/** An authority has one of the names it has or had, and lies in its own region. */
export const namesOfAuthorities = rowRule(
  'names and regions of authorities agree with their codes',
  ['geographic_level', 'old_la_code', 'la_name', 'region_code'],
  (row, context) => {
    const codes = isAuthority(row) ? codesOf(row, context) : [];
    if (!codes.length) return [];
    const { old_la_code: key, la_name: name = '', region_code: region = '' } = row;
    const faults: RowFault[] = [];
    if (name !== '' && !names(codes).includes(name)) {
      faults.push(['la_name', quote(name), `is not a name of ${key}, expected ${or(names(codes))}`]);
    }
    if (region in REGIONS && !codes.some((each) => liesIn(each.region, region))) {
      faults.push([
        'region_code',
        quote(region),
        `is not the region of ${key} ${codes[0]?.name}, expected ${codes[0]?.region}`
      ]);
    }
    return faults;
  }
);

/** An authority has a row only for a period in which it was in being, under the nine-character code it had then. */
export const authoritiesInBeing = rowRule(
  'authorities were in being at the time',
  ['geographic_level', 'old_la_code', 'new_la_code', 'time_period', 'time_identifier'],
  (row, context) => {
    const codes = isAuthority(row) ? codesOf(row, context) : [];
    const period = periodOf(row);
    if (!codes.length || !isPeriod(period)) return [];
    const [first, last] = daysOf(period, row.time_identifier === CALENDAR_YEAR ? 'calendar year' : context.timing);
    const then = codes.filter((code) => inBeing(code, first, last));
    const { old_la_code: key = '', new_la_code: code } = row;
    if (!then.length) {
      const span = first === last ? `on ${first}` : `from ${first} to ${last}`;
      return [['old_la_code', `${quote(key)} (${codes[0]?.name})`, `was not in being ${span}: ${lifeOf(codes)}`]];
    }
    if (!codes.some((each) => each.code === code) || then.some((each) => each.code === code)) return [];
    const expected = or(then.map((each) => each.code));
    return [
      ['new_la_code', quote(code ?? ''), `is not the code of ${codes[0]?.name} in ${period}, expected ${expected}`]
    ];
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
