import { CATALOGUE, ENGLAND, HEADLINES, measureOf } from '$lib/domain';
import { NARROW } from '$lib/charts/frame';
import { prerender } from '$lib/charts/prerender';
import { toSpec } from '$lib/components/to-spec';
import { readAreas, readEvents, readSeries } from '$lib/server/published';
import { compose, restrict } from '$lib/views/picture';
import { describe } from '$lib/views/sentences';

export const load = () => {
  const { key, code, name, level, slug } = readAreas().find((area) => area.key === ENGLAND)!;
  const england = { key, code, name, level, slug };
  const events = readEvents().filter(({ shown }) => shown);
  const headlines = HEADLINES.map((slug) => {
    const file = restrict(readSeries(slug), [ENGLAND]);
    return { slug, file: { ...file, variants: { rate: file.variants.rate } } };
  });
  return {
    england,
    measures: CATALOGUE.length,
    events,
    headlines,
    drawn: headlines.map(({ slug, file }) => {
      const picture = compose(file, measureOf(slug)!, 'rate', england, []);
      return { narrow: prerender(toSpec(picture, file, events, describe(picture)[0]?.text ?? ''), NARROW) };
    })
  };
};
