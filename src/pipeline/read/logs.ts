/** The logs of what changed in `data/`, which `npm run data:changes` writes. They alone may have no row yet. */
export const LOGS: ReadonlySet<string> = new Set(['changes.csv', 'revisions.csv']);
