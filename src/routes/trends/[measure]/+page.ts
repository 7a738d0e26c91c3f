import { measureOf } from '$lib/domain';
import { toSpec } from '$lib/components/to-spec';
import { compose } from '$lib/views/picture';
import { describe } from '$lib/views/sentences';

export const load = async ({ data }) => {
  const measure = measureOf(data.slug)!;
  if (!import.meta.env.SSR) return { ...data, drawn: undefined };
  const picture = compose(data.series, measure, measure.variants[0].key, data.england, []);
  const description = describe(picture)
    .map(({ text }) => text)
    .join(' ');
  const { prerenderTime } = await import('$lib/charts/prerender');
  return {
    ...data,
    drawn: prerenderTime(toSpec(picture, data.series, data.events, description, data.floors[picture.unit] ?? 0))
  };
};
