import { IDENTIFIERS, isSymbol, monthName } from '#lib/domain/index.ts';

/** The version of the Department's screener whose rule names and lists are used here. */
export const SCREENER = 'eesyscreener 0.3.0';

/** A level of geography of the standard, with the columns that name a place of it. */
export interface GeographicLevel {
  level: string;
  code?: string;
  name: string;
  secondCode?: string;
  /** Levels below it, whose rows may fill its columns too. */
  above?: readonly string[];
}

const LOWEST = ['School', 'Provider', 'Institution'] as const;

/** Every level of geography of the standard. */
export const GEOGRAPHIC_LEVELS: readonly GeographicLevel[] = [
  { level: 'National', code: 'country_code', name: 'country_name' },
  {
    level: 'Regional',
    code: 'region_code',
    name: 'region_name',
    above: [
      'Local authority',
      'Local authority district',
      'Parliamentary constituency',
      'Local skills improvement plan area',
      'Local enterprise partnership',
      'English devolved area',
      'Opportunity area',
      'Ward',
      'Planning area',
      'Police force area'
    ]
  },
  {
    level: 'Local authority',
    code: 'new_la_code',
    name: 'la_name',
    secondCode: 'old_la_code',
    above: ['Local authority district', 'Parliamentary constituency', 'Ward', 'Planning area', 'Police force area']
  },
  { level: 'Local authority district', code: 'lad_code', name: 'lad_name', above: ['Ward', 'Police force area'] },
  { level: 'RSC region', name: 'rsc_region_lead_name' },
  { level: 'Parliamentary constituency', code: 'pcon_code', name: 'pcon_name' },
  {
    level: 'Local skills improvement plan area',
    code: 'lsip_code',
    name: 'lsip_name',
    above: ['Local authority district', 'Planning area']
  },
  {
    level: 'Local enterprise partnership',
    code: 'local_enterprise_partnership_code',
    name: 'local_enterprise_partnership_name'
  },
  { level: 'English devolved area', code: 'english_devolved_area_code', name: 'english_devolved_area_name' },
  { level: 'Opportunity area', code: 'opportunity_area_code', name: 'opportunity_area_name' },
  { level: 'Ward', code: 'ward_code', name: 'ward_name' },
  { level: 'MAT', code: 'trust_id', name: 'trust_name' },
  { level: 'Sponsor', code: 'sponsor_id', name: 'sponsor_name' },
  { level: 'School', code: 'school_urn', name: 'school_name', secondCode: 'school_laestab' },
  { level: 'Provider', code: 'provider_ukprn', name: 'provider_name' },
  { level: 'Institution', code: 'institution_id', name: 'institution_name' },
  { level: 'Planning area', code: 'planning_area_code', name: 'planning_area_name' },
  { level: 'Police force area', code: 'pfa_code', name: 'pfa_name' }
];

/** The columns that name a place of a level. */
export const columnsOfLevel = ({ code, name, secondCode }: GeographicLevel): string[] =>
  [code, name, secondCode].filter((column) => column !== undefined);

/** True where rows of a level may fill the columns of another: its own, and those of what it lies in. */
export const mayFill = (row: string, { level, above = [] }: GeographicLevel): boolean =>
  row === level ||
  above.includes(row) ||
  ((LOWEST as readonly string[]).includes(row) && !LOWEST.some((each) => each === level));

const TIME_AND_PLACE = new Set<string>([...IDENTIFIERS, ...GEOGRAPHIC_LEVELS.flatMap(columnsOfLevel)]);

/** True for a column of time or place of the standard, which is neither a filter nor an indicator. */
export const isTimeOrPlace = (column: string): boolean => TIME_AND_PLACE.has(column);

/** The columns that every file must have. */
export const REQUIRED_COLUMNS = [
  'time_period',
  'time_identifier',
  'geographic_level',
  'country_code',
  'country_name'
] as const;

/** The columns that every metadata file must have, and the ones it may have. */
export const META_COLUMNS = [
  'col_name',
  'col_type',
  'label',
  'indicator_grouping',
  'indicator_unit',
  'indicator_dp',
  'filter_hint',
  'filter_grouping_column'
] as const;
export const OPTIONAL_META_COLUMNS = ['filter_default', 'parent_filter'] as const;

/** Countries, and groups of them, by code. */
export const COUNTRIES: Readonly<Record<string, string>> = {
  E92000001: 'England',
  W92000004: 'Wales',
  S92000003: 'Scotland',
  N92000002: 'Northern Ireland',
  K04000001: 'England and Wales',
  K03000001: 'Great Britain',
  K02000001: 'United Kingdom'
};

const TERMS = ['Autumn term', 'Spring term', 'Summer term', 'Autumn and spring term'];

/** Time identifiers by the kind that may share a file, and the digits of their periods. */
const TIME_KINDS: readonly { names: readonly string[]; digits: 4 | 6 }[] = [
  { names: ['Calendar year'], digits: 4 },
  { names: ['Reporting year'], digits: 4 },
  { names: ['Financial year'], digits: 6 },
  { names: ['Academic year'], digits: 6 },
  { names: ['Tax year'], digits: 6 },
  { names: TERMS, digits: 6 },
  { names: Array.from({ length: 12 }, (_, index) => monthName(index + 1)), digits: 4 },
  { names: Array.from({ length: 52 }, (_, index) => `Week ${index + 1}`), digits: 4 },
  { names: [1, 2, 3, 4].map((quarter) => `Financial year Q${quarter}`), digits: 6 },
  { names: ['Part 1 (April to September)', 'Part 2 (October to March)'], digits: 6 }
];

/** Which time identifiers go together, by their number, and the digits of a period, for each time identifier of the standard. */
export const TIME_IDENTIFIERS: ReadonlyMap<string, { kind: number; digits: 4 | 6 }> = new Map(
  TIME_KINDS.flatMap(({ names, digits }, kind) => names.map((name) => [name, { kind, digits }]))
);

/** The units an indicator may have; blank is a number. */
export const INDICATOR_UNITS: readonly string[] = ['%', 'pp', '£', '£m', 'numberstring'];

/** Words that programs write for nothing. */
export const NULL_WORDS: ReadonlySet<string> = new Set(['NULL', 'Null', 'null', 'NA', 'na', 'NaN']);

/** Symbols that were used for no figure before the standard's. */
export const OLD_SYMBOLS: ReadonlySet<string> = new Set(['N/A', 'n/a', '.', '..', '-', ':', '*', '~']);

/** The most values a filter may have. */
export const MOST_VALUES = 25_000;

/** A number as the standard writes it: digits, a point, no separator of thousands. */
export const isNumber = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text);

/** A number, or a symbol of the standard that says why there is none. */
export const isFigure = (text: string): boolean => isNumber(text) || isSymbol(text);

/** A cell that a spreadsheet would run as a formula. */
export const isFormula = (text: string): boolean => /^[\t\r\n ]*[=+@]|^[\t\r\n ]*-(?![\d.\s]|$)/.test(text);
