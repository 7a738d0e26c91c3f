import { error } from '@sveltejs/kit';
import { ENGLAND, type Measure, type SeriesFile } from '#lib/domain/index.ts';
import { measureOf } from '#lib/domain/catalogue/index.ts';
import { filesForPage, readAreas, readEstimates, readEvents, readSeries } from '#lib/server/published.ts';
import { coverage } from '#lib/figures/time/picture.ts';
import { restrict } from '#lib/series/restrict.ts';
import { yearsHeld } from '#lib/figures/year/years-held.ts';
import { unitForYears } from '#lib/address/trend.ts';

/** The series file of what a measure's first figures are out of; undefined where that is not held. Not for the page itself. */
export const firstBases = ({ variants: [{ denominator }] }: Measure): SeriesFile | undefined =>
  denominator && restrict(readSeries(denominator.measure), [ENGLAND]);

/** What the views of a measure share, and its embedded charts. */
export const loadTrend = (slug: string) => {
  const measure = measureOf(slug);
  if (!measure) error(404, 'There is no such measure.');
  const file = readSeries(measure.slug);
  const england = readAreas().find(({ key }) => key === ENGLAND)!;
  const years = yearsHeld(file, measure);
  const hasEstimates = readEstimates(measure.slug) !== undefined;
  const series = new Set([
    measure.slug,
    ...measure.variants.flatMap(({ denominator }) => (denominator ? [denominator.measure] : []))
  ]);
  return {
    pageFiles: filesForPage(
      ...[...series].map((slug) => `series/${slug}.json`),
      ...(hasEstimates ? [`estimates/${measure.slug}.json`] : []),
      'events.json',
      'tiles.json',
      'similar.json'
    ),
    measure,
    england: { key: england.key, code: england.code, name: england.name, level: england.level, slug: england.slug },
    series: restrict(file, [ENGLAND]),
    events: readEvents().filter(({ shown }) => shown),
    years,
    hasEstimates,
    /** False where England's figures alone are held: then there are no views of one year. */
    hasYearViews: unitForYears(measure, years) !== undefined,
    coverage: measure.variants.map(({ key, label }) => ({ label, levels: coverage(file, key) }))
  };
};
