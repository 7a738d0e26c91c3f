import { isAuthority } from '#lib/domain/index.ts';
import type { Line, SeriesFile } from '#lib/domain/index.ts';
import { areasOf, slice } from '#lib/series/slice.ts';
import type { Picture } from './picture.ts';
import { TOO_SMALL } from '#lib/series/denominator.ts';

/** What the grey lines behind a chart are. */
export const CONTEXT_NOTE =
  'The thin lines behind are all other councils, those that have ended among them, without the City of London and the Isles of Scilly, which have too few children for their rates to mean much.';

/** True where all other councils can stand behind a picture: it has one line an area, and it is no index. */
const hasContextLines = (picture: Picture, file: SeriesFile): boolean =>
  picture.unit !== 'index' && file.variants[picture.variant.key]?.lines.length === 1;

/** The lines of all councils that a picture does not show, for its background; none where they cannot stand there. */
export const contextLinesOf = (picture: Picture, file: SeriesFile): Line[] => {
  if (!hasContextLines(picture, file)) return [];
  const shown = new Set(picture.lines.map(({ areaKey }) => areaKey));
  return areasOf(file, picture.variant.key)
    .filter((key) => isAuthority(key) && !shown.has(key) && !TOO_SMALL.includes(key))
    .flatMap((key) => slice(file, picture.variant.key, key));
};
