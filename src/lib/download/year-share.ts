import { formatPeriod, type SeriesFile } from '#lib/domain/index.ts';
import { sourcesOfPoints, type Cited } from '#lib/figures/time/citation.ts';
import { describeYear } from '#lib/figures/year/sentences.ts';
import { resultsOf, type YearPicture } from '#lib/figures/year/picture.ts';
import { yearCaption } from '#lib/figures/year/table.ts';

/** Title and subtitle of a view of one year that leaves the site. */
export const yearHeading = (picture: YearPicture): { title: string; subtitle: string } => {
  const { title } = picture.measure;
  const words = { rank: 'Authorities in order', map: 'Map of authorities', spread: 'Spread of authorities' };
  return { title, subtitle: `${words[picture.view]} · ${yearCaption(picture).replace(`${title}, `, '')}` };
};

/** The publications that the figures of a picture of one year came from. */
export const yearSources = (picture: YearPicture, file: SeriesFile): Cited[] =>
  sourcesOfPoints(
    resultsOf(picture).flatMap(({ point, change }) => [point, ...(change ? [change.from] : [])]),
    picture.variant.key,
    file
  );

/** What a reader must know of a picture of one year: what is said of all, and the notes on that year. */
export const yearNotes = (picture: YearPicture, file: SeriesFile): string[] => {
  const shown = new Map(resultsOf(picture).map(({ area, label }) => [area.key, label]));
  const notes = file.notes.filter(
    ({ first, last, area, level }) =>
      first <= picture.year && picture.year <= last && (area ? shown.has(area) : level !== 'Regional')
  );
  return [
    describeYear(picture).at(-1)!.text,
    ...notes.map(
      ({ area, first, last, note }) =>
        `${area ? `${shown.get(area)}, ` : ''}${first === last ? formatPeriod(first) : `${formatPeriod(first)} to ${formatPeriod(last)}`}: ${note}`
    )
  ];
};
