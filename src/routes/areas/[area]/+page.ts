import { measureOf } from '$lib/domain';
import { link } from '$lib/components/link';
import { toSpec } from '$lib/components/to-spec';
import { footprintPicture } from '$lib/views/footprint';
import { compose } from '$lib/views/picture';
import { describe } from '$lib/views/sentences';

export const load = async ({ data }) => {
  if (!import.meta.env.SSR)
    return { ...data, drawn: undefined, measures: undefined, sections: undefined, drawnFootprint: undefined };
  const { everyMeasure } = await import('./every-measure');
  const { authoritySections } = await import('./sections');
  const { prerenderTime } = await import('$lib/charts/prerender');
  const { footprint } = data;
  return {
    ...data,
    drawnFootprint:
      footprint?.kind === 'sum'
        ? footprint.measures.map(({ slug, file, seam, rate }) => {
            const picture = footprintPicture(file, measureOf(slug)!, data.england, footprint.area, rate, seam);
            const description = describe(picture)
              .map(({ text }) => text)
              .join(' ');
            return prerenderTime(toSpec(picture, file, data.events, description));
          })
        : [],
    measures: everyMeasure(data.area.slug, link),
    sections: authoritySections(data.area.slug, link),
    drawn: data.headlines.map(({ slug, file }) => {
      const picture = compose(file, measureOf(slug)!, 'rate', data.england, [data.area]);
      const description = describe(picture)
        .map(({ text }) => text)
        .join(' ');
      return prerenderTime(toSpec(picture, file, data.events, description));
    })
  };
};
