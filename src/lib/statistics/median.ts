import { quantile } from './quantile.ts';

/** The median of one or more values in any order: the middle one, or halfway between the middle two. Throws for none. */
export const median = (values: readonly number[]): number => quantile(values, 0.5);
