import { formatNumber, formatPeriod, ordinal, type Level, type Period } from '#lib/domain/index.ts';

/** How the levels of the data read on these pages. */
export const LEVEL_WORDS: Readonly<Record<Level | 'all', string>> = {
  National: 'England',
  Regional: 'Regions',
  'Local authority': 'Authorities',
  all: 'All levels'
};

/** The size of a file in words: "449 kB", "3 kB". */
export const formatBytes = (bytes: number): string =>
  bytes < 1_000_000
    ? `${formatNumber(Math.max(1, Math.round(bytes / 1000)))} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;

/** A first and a last period: "1994 to 2025", "June 2007", without repeating one that is both. */
export const formatRun = (first: Period, last: Period): string =>
  first === last ? formatPeriod(first) : `${formatPeriod(first)} to ${formatPeriod(last)}`;

/** Periods as runs without a gap, in order: "2006 to 2010, 2016 to 2025". Periods may repeat and stand in any order. */
export const formatPeriods = (periods: Period[]): string => {
  const runs: [first: Period, last: Period][] = [];
  for (const period of [...new Set(periods)].sort()) {
    const run = runs.at(-1);
    if (run && ordinal(period) - ordinal(run[1]) === 1) run[1] = period;
    else runs.push([period, period]);
  }
  return runs.map(([first, last]) => formatRun(first, last)).join(', ');
};

/** What a number was rounded to, in words: "not stated", "exact", "to the nearest 5". */
export const formatRounding = (rounding: string): string =>
  rounding === '' ? 'not stated' : rounding === '1' ? 'exact' : `to the nearest ${rounding}`;
