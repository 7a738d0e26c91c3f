import {
  cellsRule,
  columnsRule,
  headerRule,
  rowRule,
  type CellFault,
  type Finding,
  type Rule,
  type RuleSpec
} from './rule.ts';
import { COUNTRIES, GEOGRAPHIC_LEVELS, columnsOfLevel, mayFill } from './standard.ts';

const spec = (id: string, asks: string, ...needs: string[]): RuleSpec => ({
  id,
  asks,
  group: 'Geography',
  level: 'fail',
  needs
});

const LEVELS = new Map(GEOGRAPHIC_LEVELS.map((each) => [each.level, each]));
const PLACE_COLUMNS = GEOGRAPHIC_LEVELS.slice(1).flatMap(columnsOfLevel);
const NOT_IN_TABLES: readonly string[] = ['School', 'Provider', 'Institution', 'Planning area'];
const NOT_AVAILABLE = 'Not available';

/** The columns that levels in the rows need, of those that the file has not. */
const levelsPresent: Rule = rowRule(
  spec('precheck_geog_level_present', 'The columns of each geographic level are there', 'geographic_level'),
  ({ at }, report) => {
    const seen = new Set<string>();
    const column = at('geographic_level');
    return (cells, row) => {
      const level = cells[column] ?? '';
      if (seen.has(level)) return;
      seen.add(level);
      const known = LEVELS.get(level);
      if (!known || level === 'National' || level === 'Planning area') return;
      // One column of several is for check_geog_col_present to tell of.
      const lacking = columnsOfLevel(known).filter((each) => at(each) < 0);
      if (lacking.length < columnsOfLevel(known).length) return;
      report({ row, column: 'geographic_level', value: level, expected: `needs the columns ${lacking.join(', ')}` });
    };
  }
);

const columnsTogether: Rule = headerRule(
  spec('check_geog_col_present', 'The columns of a geographic level come together'),
  ({ at }) =>
    GEOGRAPHIC_LEVELS.slice(1).flatMap((level): Finding[] => {
      const lacking = columnsOfLevel(level).filter((each) => at(each) < 0);
      if (!lacking.length || lacking.length === columnsOfLevel(level).length) return [];
      return lacking.map((column) => ({
        row: 1,
        column,
        value: column,
        found: 'the column',
        expected: `is missing, which goes with ${columnsOfLevel(level)
          .filter((each) => at(each) >= 0)
          .join(', ')}`
      }));
    })
);

/** The pairs of code and name that a level has columns for. */
const PAIRS = GEOGRAPHIC_LEVELS.flatMap(({ code, name }): [string, string][] => (code ? [[code, name]] : []));

const pairRules: readonly Rule[] = [
  cellsRule(spec('check_geog_na', 'A place of code x is called Not available'), PAIRS.flat(), (row) =>
    PAIRS.flatMap(([code, name]): CellFault[] =>
      row[code] === 'x' && row[name] !== undefined && row[name] !== NOT_AVAILABLE
        ? [[name, `has the code x, expected ${NOT_AVAILABLE}`]]
        : []
    )
  ),
  cellsRule(spec('check_geog_na_code', 'A place that is Not available has the code x'), PAIRS.flat(), (row) =>
    PAIRS.flatMap(([code, name]): CellFault[] =>
      row[name] === NOT_AVAILABLE && row[code] !== undefined && row[code] !== 'x' && row[code] !== 'z'
        ? [[code, `is the code of a place that is ${NOT_AVAILABLE}, expected x`]]
        : []
    )
  )
];

const MOST_CODES = 100_000;

/** Lower levels, of which no list is at hand. */
const oneNamePerCode: Rule = rowRule(
  spec('check_geog_other_dupes', 'Places of lower levels have one name for each code'),
  ({ at }, report) => {
    const pairs = PAIRS.slice(3)
      .map(([code, name]) => ({ code: at(code), name: at(name), column: name, names: new Map<string, string>() }))
      .filter(({ code, name }) => code >= 0 && name >= 0);
    return (cells, row) => {
      for (const { code, name, column, names } of pairs) {
        const [key = '', value = ''] = [cells[code], cells[name]];
        if (key === '' || key === 'x' || key === 'z') continue;
        const before = names.get(key);
        if (before === undefined) {
          if (names.size < MOST_CODES) names.set(key, value);
        } else if (before !== value)
          report({ row, column, value, expected: `has the code ${key}, which was "${before}" before` });
      }
    };
  }
);

const completed: Rule = cellsRule(
  spec('check_geog_level_completed', 'The columns of a row’s level are filled', 'geographic_level'),
  ['geographic_level', ...PLACE_COLUMNS, 'country_code', 'country_name'],
  (row) => {
    const level = LEVELS.get(row.geographic_level ?? '');
    if (!level || level.level === 'Planning area') return [];
    // Authorities of long ago have no nine-character code.
    return columnsOfLevel(level)
      .filter((column) => column !== 'new_la_code' && row[column] === '')
      .map((column) => [column, `in a row of level ${level.level}, expected filled`]);
  }
);

const overcompleted: Rule = cellsRule(
  spec('check_geog_overcompleted_cols', 'The columns of other levels are blank', 'geographic_level'),
  ['geographic_level', ...PLACE_COLUMNS],
  (row) => {
    const { geographic_level: level = '' } = row;
    if (!LEVELS.has(level)) return [];
    return GEOGRAPHIC_LEVELS.slice(1)
      .filter((each) => !mayFill(level, each))
      .flatMap(columnsOfLevel)
      .filter((column) => (row[column] ?? '') !== '')
      .map((column) => [column, `in a row of level ${level}, expected blank`]);
  }
);

const regionFor: Rule = cellsRule(
  {
    ...spec(
      'check_geog_region_for',
      'Authorities and districts have their region',
      'geographic_level',
      'region_code',
      'region_name'
    ),
    level: 'warn'
  },
  ['geographic_level', 'region_code', 'region_name'],
  ({ geographic_level: level = '', ...region }) =>
    level === 'Local authority' || level === 'Local authority district'
      ? Object.entries(region)
          .filter(([, cell]) => cell === '')
          .map(([column]) => [column, `in a row of level ${level}, expected its region`])
      : []
);

const ignoredRows: Rule = {
  ...spec(
    'check_geog_ignored_rows',
    'No rows are of a level that the Department’s table tool leaves out',
    'geographic_level'
  ),
  level: 'warn',
  start: ({ at }, report) => {
    const column = at('geographic_level');
    const lines = new Map<string, number[]>();
    const levels = new Set<string>();
    return {
      row: (cells, line) => {
        const level = cells[column] ?? '';
        levels.add(level);
        if (!NOT_IN_TABLES.includes(level)) return;
        const found = lines.get(level);
        if (!found) lines.set(level, [line]);
        else if (found.length < 1000) found.push(line);
      },
      end: () => {
        const alone = levels.size === 1 && (levels.has('School') || levels.has('Provider'));
        if (alone) return;
        const mixed = levels.has('School') && levels.has('Provider');
        for (const [value, rows] of lines) {
          for (const row of rows) {
            const expected = mixed ? 'is mixed with schools or providers' : 'is left out by the table tool';
            report({ row, column: 'geographic_level', value, expected, ...(mixed ? { level: 'fail' } : {}) });
          }
        }
      }
    };
  }
};

export const knownLevels: Rule = columnsRule(
  spec('precheck_geog_level', 'Geographic levels are those of the standard', 'geographic_level'),
  () => ['geographic_level'],
  (cell) => (LEVELS.has(cell) ? undefined : 'is not a geographic level of the standard')
);

/** A country has the name of its code. */
export const countryFaults = ({
  country_code: code = '',
  country_name: name = ''
}: Record<string, string>): CellFault[] => {
  if (code === 'x' || code === 'z') return [];
  const known = COUNTRIES[code];
  if (!known) return [['country_code', 'is not the code of a country']];
  return name === known ? [] : [['country_name', `is not the name of ${code}, expected ${known}`]];
};

export const GEOGRAPHY_RULES: readonly Rule[] = [
  knownLevels,
  levelsPresent,
  columnsTogether,
  completed,
  overcompleted,
  regionFor,
  ...pairRules,
  oneNamePerCode,
  ignoredRows
];
