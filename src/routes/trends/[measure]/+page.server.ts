import { error } from '@sveltejs/kit';
import { CATALOGUE, ENGLAND, measureOf } from '$lib/domain';
import { authorityValues } from '$lib/series/slice';
import { filesForPage, readAreas, readEvents, readSeries } from '$lib/server/published';
import { quantile } from '$lib/statistics/quantile';
import { coverage, restrict } from '$lib/views/picture';
import { yearsHeld } from '$lib/views/years-held';
import { yearCaptions } from './year-views';

export const entries = () => CATALOGUE.map(({ slug }) => ({ measure: slug }));

export const load = ({ params }) => {
  const measure = measureOf(params.measure);
  if (!measure) error(404, 'There is no such measure.');
  const file = readSeries(measure.slug);
  const england = readAreas().find(({ key }) => key === ENGLAND)!;
  const { key, code, name, level, slug } = england;
  const series = new Set([measure.slug, ...measure.variants.flatMap(({ base }) => (base ? [base.measure] : []))]);
  return {
    pageFiles: filesForPage(
      ...[...series].map((slug) => `series/${slug}.json`),
      'events.json',
      'tiles.json',
      'similar.json'
    ),
    slug: measure.slug,
    england: { key, code, name, level, slug },
    series: restrict(file, [ENGLAND]),
    events: readEvents().filter(({ shown }) => shown),
    // The height that nine in ten of the authorities' figures fit under: an axis that stands still for most choices.
    floors: Object.fromEntries(
      measure.variants
        .filter(({ key }) => key !== 'number')
        .map(({ key }) => {
          const values = authorityValues(file, key);
          return [key, values.length ? quantile(values, 0.9) : 0];
        })
    ) as Record<string, number>,
    years: yearsHeld(file, measure),
    captions: yearCaptions(measure),
    coverage: measure.variants.map(({ key, label }) => ({ label, levels: coverage(file, key) }))
  };
};
