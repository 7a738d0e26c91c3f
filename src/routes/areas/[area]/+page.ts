import { measureOf } from '$lib/domain';
import { link } from '$lib/components/link';
import { toSpec } from '$lib/components/to-spec';
import { compose } from '$lib/views/picture';
import { describe } from '$lib/views/sentences';

export const load = async ({ data }) => {
  if (!import.meta.env.SSR) return { ...data, drawn: undefined, others: undefined };
  const { otherMeasures } = await import('./others');
  const { prerenderTime } = await import('$lib/charts/prerender');
  return {
    ...data,
    others: otherMeasures(data.area.slug, link),
    drawn: data.headlines.map(({ slug, file }) => {
      const picture = compose(file, measureOf(slug)!, 'rate', data.england, [data.area]);
      const description = describe(picture)
        .map(({ text }) => text)
        .join(' ');
      return prerenderTime(toSpec(picture, file, data.events, description));
    })
  };
};
