import { COLUMN_RULES } from './column-rules.ts';
import { CONSISTENCY_RULES } from './consistency-rules.ts';
import { CROSS_RULES } from './cross-rules.ts';
import { FIGURE_RULES } from './figure-rules.ts';
import { FILE_RULES, FORM_RULES } from './file-rules.ts';
import { FILTER_RULES } from './filter-rules.ts';
import { GENERAL_RULES } from './general-rules.ts';
import { GEOGRAPHY_RULES } from './geography-rules.ts';
import { META_RULES } from './meta-rules.ts';
import { PLACE_RULES } from './place-rules.ts';
import { GROUPS, type Rule, type RuleSpec } from './rule.ts';
import { NOT_FOR_SITE, SITE_RULES } from './site-rules.ts';
import { TIME_RULES } from './time-rules.ts';

const byGroup = <T extends RuleSpec>(rules: readonly T[]): T[] =>
  GROUPS.flatMap((group) => rules.filter((rule) => rule.group === group));

/** Every rule that is put to the rows of a file: those of the Department's screener, and ours. */
export const RULES: readonly Rule[] = byGroup([
  ...FILE_RULES,
  ...COLUMN_RULES,
  ...META_RULES,
  ...CROSS_RULES,
  ...TIME_RULES,
  ...GEOGRAPHY_RULES,
  ...PLACE_RULES,
  ...FILTER_RULES,
  ...FIGURE_RULES,
  ...GENERAL_RULES,
  ...CONSISTENCY_RULES
]);

/** Every rule, those of the form of the file too, in the order in which they are listed. */
export const ALL_RULES: readonly RuleSpec[] = byGroup([...FORM_RULES, ...RULES]);

const replaced = new Set(SITE_RULES.flatMap(({ insteadOf }) => insteadOf));

/** The rules for the data sets of this site: all that a file must not break, and what is asked of them alone. */
export const RULES_OF_SITE: readonly Rule[] = [
  ...RULES.filter(
    ({ id, level, stopsSite }) => (level === 'fail' || stopsSite) && !replaced.has(id) && !NOT_FOR_SITE.has(id)
  ),
  ...SITE_RULES.map(({ rule }) => rule)
];
