import * as columns from './column-rules.ts';
import type { Context } from './context.ts';
import * as figures from './figure-rules.ts';
import * as geography from './geography-rules.ts';
import * as meta from './meta-rules.ts';
import type { Problem } from './problem.ts';
import type { Rule } from './rule.ts';
import type { Sheet } from './sheet.ts';
import * as time from './time-rules.ts';

/** The rules of DfE's open data standard, in the order in which they are told. */
export const RULES: readonly Rule[] = [
  columns.requiredColumns,
  columns.uniqueColumns,
  columns.namedColumns,
  columns.someIndicator,
  meta.metaIsWhole,
  meta.metaAgrees,
  time.fourDigitYears,
  time.knownTimeIdentifiers,
  geography.knownLevels,
  geography.filledByLevel,
  geography.knownCountry,
  geography.knownRegions,
  geography.knownAuthorities,
  geography.namesOfAuthorities,
  geography.authoritiesInBeing,
  figures.figuresAreNumbers,
  figures.decimalPlaces,
  figures.filtersAreFilled,
  figures.noRowTwice
];

/** What came of one rule. `applied` is false where a column it needs is missing. */
interface Outcome {
  rule: Rule;
  applied: boolean;
  problems: Problem[];
}

/** Puts every rule to a sheet and gives what came of each. */
export const applyRules = (sheet: Sheet, context: Context): Outcome[] =>
  RULES.map((rule) => {
    const applied = rule.needs.every((name) => sheet.columns.includes(name));
    return { rule, applied, problems: applied ? rule.test(sheet, context) : [] };
  });

/** Puts every rule to a sheet and gives all problems, from the first line of the file to the last and then those of its dictionary. */
export const screen = (sheet: Sheet, context: Context): Problem[] =>
  applyRules(sheet, context)
    .flatMap(({ problems }) => problems)
    .sort((a, b) => Number(a.file !== sheet.file) - Number(b.file !== sheet.file) || (a.row ?? 0) - (b.row ?? 0));
