import { monthNumber } from '#lib/domain/index.ts';
import { quote } from './problem.ts';
import { rowRule } from './rule.ts';
import { CALENDAR_YEAR, REPORTING_YEAR } from './time.ts';

/** A period is a year of four digits. */
export const fourDigitYears = rowRule('years have four digits', ['time_period'], ({ time_period: year = '' }) =>
  /^(19|20)\d\d$/.test(year) ? [] : [['time_period', quote(year), 'is not a year of four digits']]
);

/** What a period is, is said by "Reporting year", "Calendar year" or a month's name. */
export const knownTimeIdentifiers = rowRule(
  'time identifiers are known',
  ['time_identifier'],
  ({ time_identifier: word = '' }) =>
    word === REPORTING_YEAR || word === CALENDAR_YEAR || monthNumber(word) !== undefined
      ? []
      : [['time_identifier', quote(word), `is not ${REPORTING_YEAR}, ${CALENDAR_YEAR} or the name of a month`]]
);
