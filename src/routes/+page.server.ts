import { CATALOGUE, ENGLAND, HEADLINES } from '$lib/domain';
import { readAreas, readEvents, readSeries } from '$lib/server/published';
import { restrict } from '$lib/views/picture';

export const load = () => {
  const { key, code, name, level, slug } = readAreas().find((area) => area.key === ENGLAND)!;
  return {
    england: { key, code, name, level, slug },
    measures: CATALOGUE.length,
    events: readEvents().filter(({ shown }) => shown),
    headlines: HEADLINES.map((slug) => {
      const file = restrict(readSeries(slug), [ENGLAND]);
      return { slug, file: { ...file, variants: { rate: file.variants.rate } } };
    })
  };
};
