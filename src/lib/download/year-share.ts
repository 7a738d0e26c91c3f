import { formatPeriod, type SeriesFile } from '#lib/domain/index.ts';
import { sourcesOfPoints, type Cited } from '#lib/figures/time/citation.ts';
import { describeYear } from '#lib/figures/year/sentences.ts';
import type { Heading } from '#lib/figures/time/heading.ts';
import { yearFinding } from '#lib/figures/year/finding.ts';
import { detailsOf } from '#lib/figures/registry.ts';
import { resultsOf, type YearPicture } from '#lib/figures/year/picture.ts';
import { NO_ESTIMATES, isWhy } from '#lib/series/estimates.ts';
import { quantile } from '#lib/statistics/quantile.ts';
import { yearCaption } from '#lib/figures/year/table.ts';

/** How a view of one year is called: what it shows where that can be said, the measure, and which unit and year. */
export const yearHeading = (picture: YearPicture): Heading => {
  const { title } = picture.measure;
  const { heading, tab } = detailsOf(picture.view);
  const finding = yearFinding(picture);
  return {
    title,
    subtitle: `${heading ?? tab} · ${yearCaption(picture).replace(`${title}, `, '')}`,
    ...(finding ? { finding } : {})
  };
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

/** How far the ranks behind a ranked picture hold, or which of its changes do: a picture that leaves the site has no table beside it. */
export const yearLegend = ({ view, since, ranked, noRange }: YearPicture): string[] => {
  if (view !== 'rank' || !ranked.length) return [];
  if (since !== undefined) {
    const verdicts = ranked.flatMap(({ tested }) => (tested && !isWhy(tested) ? [tested.verdict] : []));
    if (!verdicts.length) return ['Whether these changes are more than chance is not tested.'];
    const clear = verdicts.filter((each) => each !== 'no clear change').length;
    return [
      `Of ${verdicts.length} changes tested, ${clear} ${clear === 1 ? 'is' : 'are'} more than chance and this measure’s usual movement in a year explain.`
    ];
  }
  const widths = ranked.flatMap(({ range }) => (range ? [range.last - range.first + 1] : []));
  if (!widths.length) return [`No range can be given for these ranks: ${(noRange ?? NO_ESTIMATES).why}.`];
  return [
    `The order is less certain than it looks: once chance is allowed for, half of the ranks may lie anywhere in a range of ${Math.round(quantile(widths, 0.5))} places or more.`
  ];
};
