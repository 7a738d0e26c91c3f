/**
 * The value at or below which the given share of the values lies; null when there is none.
 * @param {(number | null | undefined)[]} values
 * @param {number} share from 0 to 1
 */
export function percentile(values, share) {
  const sorted = values.filter((value) => value != null).sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? null;
}

/**
 * The middle value, the lower of two; null when there is none.
 * @param {(number | null | undefined)[]} values
 */
export const median = (values) => percentile(values, 0.5);

/** @param {number[]} values */
export const total = (values) => values.reduce((sum, value) => sum + value, 0);
