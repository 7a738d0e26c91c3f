/**
 * Some tests are made for every member of a list: every type of page, every place of an address. The slow ring
 * (`npm run test:all`) takes them all; the fast one (`npm test`, .ci/run) takes a fixed sample of those that cost much.
 */
export const isSlowRing = process.env.TEST_RING === 'all';

/** The tag of a browser test that only the slow ring runs (`playwright.config.ts`): a test beside it holds most of what it holds. */
export const SLOW = '@slow';

/**
 * What the ring that runs takes of a list: all of it, or `size` members at even distances, the first and the last among them.
 * The same list gives the same sample each time.
 */
export const sampleOf = <T>(list: readonly T[], size: number, isWhole = isSlowRing): T[] => {
  if (isWhole || size >= list.length) return [...list];
  const step = (list.length - 1) / Math.max(1, size - 1);
  return Array.from({ length: size }, (_, i) => list[Math.round(i * step)]!);
};

/** The themes that the member at a place of a list is tested in: both in the slow ring, one and then the other in the fast. */
export const themesAt = (i: number, isWhole = isSlowRing): ('light' | 'dark')[] =>
  isWhole ? ['light', 'dark'] : [i % 2 === 0 ? 'light' : 'dark'];
