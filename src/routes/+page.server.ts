import { ENGLAND } from '#lib/domain/index.ts';
import { CATALOGUE, HEADLINES, measureOf } from '#lib/domain/catalogue/index.ts';
import { NARROW } from '#lib/drawing/size.ts';
import { prerender } from '#lib/figures/prerender.ts';
import { toSpec } from '#lib/figures/time/spec.ts';
import { readAreas, readEvents, readSeries } from '#lib/server/published.ts';
import { compose } from '#lib/figures/time/picture.ts';
import { RATES, restrict } from '#lib/series/restrict.ts';
import { describe } from '#lib/figures/time/sentences.ts';

export const load = () => {
  const { key, code, name, level, slug } = readAreas().find((area) => area.key === ENGLAND)!;
  const england = { key, code, name, level, slug };
  const events = readEvents().filter(({ shown }) => shown);
  const headlines = HEADLINES.map((slug) => ({ slug, file: restrict(readSeries(slug), [ENGLAND], RATES) }));
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
