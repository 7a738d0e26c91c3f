import type { Measure } from '#lib/domain/measure.ts';
import { HEADLINE_MEASURES } from './headline-measures.ts';
import { LOOKED_AFTER_MEASURES } from './looked-after.ts';
import { CHILD_PROTECTION_MEASURES } from './child-protection.ts';
import { NEED_MEASURES } from './need.ts';
import { COURT_MEASURES } from './courts.ts';
import { WORKFORCE_MEASURES } from './workforce.ts';
import { POPULATION_MEASURES } from './population.ts';

/** Every measure of the site, in the order in which it is listed: one file a group. */
export const CATALOGUE: readonly Measure[] = [
  ...HEADLINE_MEASURES,
  ...LOOKED_AFTER_MEASURES,
  ...CHILD_PROTECTION_MEASURES,
  ...NEED_MEASURES,
  ...COURT_MEASURES,
  ...WORKFORCE_MEASURES,
  ...POPULATION_MEASURES
];

/** The slugs of the three headline measures. */
export const HEADLINES = ['looked-after', 'child-protection-plans', 'children-in-need'] as const;

/** Their names where there is room for two or three words: over a column, under a picture. */
export const HEADLINE_NAMES: Readonly<Record<(typeof HEADLINES)[number], string>> = {
  'looked-after': 'Looked after',
  'child-protection-plans': 'On a plan',
  'children-in-need': 'In need'
};

/** The measure of a slug; undefined for any other word. */
export const measureOf = (slug: string): Measure | undefined => CATALOGUE.find((measure) => measure.slug === slug);
