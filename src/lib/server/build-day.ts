import { formatDate } from '#lib/domain/index.ts';

/** The day of the build as an ISO date; SOURCE_DATE_EPOCH, in seconds, names another, for a build that is to be made again. */
export const dayOfBuild = (env: Record<string, string | undefined> = process.env, now = Date.now()): string => {
  const given = (env.SOURCE_DATE_EPOCH ?? '').trim();
  if (given && !/^\d+$/.test(given)) throw new Error(`SOURCE_DATE_EPOCH: expected seconds, found "${given}"`);
  return new Date(given ? Number(given) * 1000 : now).toISOString().slice(0, 10);
};

/** One day for all pages of a build, as it reads. */
export const BUILT_ON = formatDate(dayOfBuild());
