import { formatNumber } from '#lib/domain/index.ts';
import { LONG_SERIES_CRITICAL, type BreakFound } from '#lib/statistics/break-search.ts';
import type { NoClaim } from '#lib/statistics/no-claim.ts';

/** What a search for the plainest break in the yearly growth of starts finds, and whether chance could have. */
export const describeSearch = (search: BreakFound | NoClaim, [first, last]: readonly [number, number]): string => {
  if (search.kind === 'no claim') return `A search for a break at an unknown date cannot be made: ${search.why}.`;
  const { year, supF, critical, isClear } = search;
  const [f, limit] = [formatNumber(supF, 1), formatNumber(critical, 1)];
  return `Told no date, a search for the plainest break in the yearly growth of starts, ${first} to ${last}, picks the year to March ${year}. Its F statistic there is ${f}. In series as short as this one, chance alone takes the largest F past ${limit} once in 20 (past ${formatNumber(LONG_SERIES_CRITICAL, 1)} in long series), so this is ${isClear ? 'more' : 'not more'} than chance.`;
};
