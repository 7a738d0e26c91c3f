import { ENGLAND, IDENTIFIERS, LEVELS, UNITED_KINGDOM, monthNumber } from '#lib/domain/index.ts';
import { missing } from './column-rules.ts';
import { BELOW_COUNTRY, FILLED } from './geography.ts';
import { unitRule } from './meta-rules.ts';
import { cellsRule, columnsRule, headerRule, type CellFault, type Rule, type RuleSpec } from './rule.ts';
import { INDICATOR_UNITS } from './standard.ts';
import { CALENDAR_YEAR, REPORTING_YEAR } from './time.ts';

const spec = (id: string, asks: string, group: RuleSpec['group'], ...needs: string[]): RuleSpec => ({
  id: `own_site_${id}`,
  asks,
  group,
  level: 'fail',
  needs
});

/** Rules of the Department's screener that are not put to the data sets of this site, and why. */
export const NOT_FOR_SITE: ReadonlySet<string> = new Set([
  // A count and its share have one label in several dictionaries; the unit tells them apart.
  'check_meta_dupe_label',
  // “Female” of female_genital_mutilation is no value of a filter.
  'check_col_ind_smushed'
]);

/** What only the data sets of this site must be, each with the rules that it stands in for since it asks more. */
export const SITE_RULES: readonly { rule: Rule; insteadOf: readonly string[] }[] = [
  {
    insteadOf: ['precheck_col_req_data', 'check_geog_col_present', 'precheck_geog_level_present'],
    rule: headerRule(spec('columns', 'All ten columns of time and place are there', 'Columns'), (context) =>
      missing(context, IDENTIFIERS)
    )
  },
  {
    insteadOf: ['precheck_time_id_valid'],
    rule: columnsRule(
      spec('time', 'A period is a reporting year, a calendar year or a month', 'Time', 'time_identifier'),
      () => ['time_identifier'],
      (word) =>
        word === REPORTING_YEAR || word === CALENDAR_YEAR || monthNumber(word) !== undefined
          ? undefined
          : `is not ${REPORTING_YEAR}, ${CALENDAR_YEAR} or the name of a month`
    )
  },
  {
    insteadOf: ['check_meta_ind_unit_validation'],
    rule: unitRule(spec('units', 'A unit is one that the site can write', 'Metadata'), [
      ...INDICATOR_UNITS,
      '£ thousand',
      'months',
      'days'
    ])
  },
  {
    insteadOf: ['precheck_geog_level'],
    rule: columnsRule(
      spec('levels', 'Levels are England, its regions and its local authorities', 'Geography', 'geographic_level'),
      () => ['geographic_level'],
      (level) => ((LEVELS as readonly string[]).includes(level) ? undefined : `is not one of ${LEVELS.join(', ')}`)
    )
  },
  {
    insteadOf: ['check_geog_level_completed', 'check_geog_overcompleted_cols', 'check_geog_region_for'],
    rule: cellsRule(
      spec(
        'places',
        'A place is named down to its level and no further',
        'Geography',
        'geographic_level',
        ...BELOW_COUNTRY
      ),
      ['geographic_level', ...BELOW_COUNTRY],
      (row) => {
        const level = LEVELS.find((each) => each === row.geographic_level);
        if (!level) return [];
        return BELOW_COUNTRY.flatMap((column): CellFault[] => {
          const isFilled = (row[column] ?? '') !== '';
          const toFill = FILLED[level].includes(column);
          if (isFilled === toFill) return [];
          return [[column, `in a row of level ${level}, expected ${toFill ? 'filled' : 'blank'}`]];
        });
      }
    )
  },
  {
    insteadOf: [],
    rule: cellsRule(
      // What is of no area below it, such as prices, may be of the United Kingdom.
      spec('country', 'The country is England', 'Geography', 'geographic_level', 'country_code'),
      ['geographic_level', 'country_code'],
      ({ geographic_level: level, country_code: code }) =>
        code === ENGLAND || (code === UNITED_KINGDOM && level === 'National')
          ? []
          : [['country_code', `is not the code of England, expected ${ENGLAND}`]]
    )
  }
];
