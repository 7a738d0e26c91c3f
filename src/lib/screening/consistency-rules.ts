import { ratesMatch } from './rate-rule.ts';
import type { Rule } from './rule.ts';
import { suppressedStay } from './suppression-rule.ts';

/** What figures of one file say of each other. */
export const CONSISTENCY_RULES: readonly Rule[] = [ratesMatch, suppressedStay];
