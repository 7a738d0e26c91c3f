import { measureOf } from '$lib/domain';
import { NARROW } from '$lib/charts/frame';
import { toSpec } from '$lib/components/to-spec';
import { compose } from '$lib/views/picture';
import { describe } from '$lib/views/sentences';

export const load = async ({ data }) => {
  if (!import.meta.env.SSR) return { ...data, drawn: undefined };
  const { prerender } = await import('$lib/charts/prerender');
  return {
    ...data,
    drawn: data.headlines.map(({ slug, file }) => {
      const picture = compose(file, measureOf(slug)!, 'rate', data.england, []);
      return { narrow: prerender(toSpec(picture, file, data.events, describe(picture)[0]?.text ?? ''), NARROW) };
    })
  };
};
