import { median } from './median.ts';

/** The median of the figures that are published, with how many they are and of how many; null where there are none. */
export interface SimilarMedian {
  median: number | null;
  used: number;
  of: number;
}

/**
 * The median of similar authorities' figures, in their unit. A figure that is missing or suppressed is null or undefined: it is
 * skipped, and never stands for zero.
 */
export const medianOfSimilar = (values: readonly (number | null | undefined)[]): SimilarMedian => {
  const used = values.filter((value) => value !== null && value !== undefined);
  return { median: used.length ? median(used) : null, used: used.length, of: values.length };
};
