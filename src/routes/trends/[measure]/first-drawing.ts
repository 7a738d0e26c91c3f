import type { Area, Measure, SeriesFile, TimelineEvent } from '#lib/domain/index.ts';
import { toSpec } from '#lib/figures/time/spec.ts';
import { compose } from '#lib/figures/time/picture.ts';
import { describe } from '#lib/figures/time/sentences.ts';

/** What the first drawing of a measure is made from. */
interface FirstParts {
  measure: Measure;
  series: SeriesFile;
  england: Area;
  events: TimelineEvent[];
  floors: Record<string, number>;
}

/** Both drawings of a measure over time in its first state. Made while prerendering only: it fetches Plot. */
export const firstDrawing = async (data: FirstParts): Promise<{ narrow: string; wide: string }> => {
  const { measure } = data;
  const picture = compose(data.series, measure, measure.variants[0].key, data.england, []);
  const description = describe(picture)
    .map(({ text }) => text)
    .join(' ');
  const { prerenderTime } = await import('#lib/figures/prerender.ts');
  return prerenderTime(toSpec(picture, data.series, data.events, description, data.floors[picture.unit] ?? 0));
};
