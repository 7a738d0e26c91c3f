import type { Area, Measure, SeriesFile, TimelineEvent } from '#lib/domain/index.ts';
import { aboutFigures } from '#lib/figures/time/about.ts';
import { sourceLines, sourcesOf } from '#lib/figures/time/citation.ts';
import { PAGE_SIZES, WIDE } from '#lib/drawing/size.ts';
import { eventsOnAxis, geometry } from '#lib/figures/time/layout.ts';
import { compose } from '#lib/figures/time/picture.ts';
import { toSpec } from '#lib/figures/time/spec.ts';
import { timeWords } from '#lib/figures/time/words.ts';

/** What the first picture of a measure over time is made from. */
interface FirstParts {
  measure: Measure;
  series: SeriesFile;
  england: Area;
  events: TimelineEvent[];
  /** The series file of what the figures are out of. */
  bases?: SeriesFile | undefined;
}

const firstPicture = ({ series, measure, england, bases }: FirstParts) =>
  compose(series, measure, measure.variants[0].key, england, [], bases);

/** Breaks, notes and lineage of a measure over time in its first state. */
export const firstAbout = (data: FirstParts) => aboutFigures(firstPicture(data), data.series);

/** A measure over time as its page is prerendered: no area chosen. Made while prerendering only: it fetches Plot. */
export const firstFigure = async (data: FirstParts) => {
  const picture = firstPicture(data);
  const words = timeWords(picture, { file: data.series });
  const description = words.sentences.map(({ text }) => text).join(' ');
  const { prerenderTime } = await import('#lib/figures/prerender.ts');
  const spec = toSpec(picture, data.series, data.events, description);
  return {
    ...words,
    drawn: prerenderTime(spec, PAGE_SIZES),
    /** Whether events are marked on the drawing. */
    isMarked: eventsOnAxis(spec, geometry(spec, WIDE)).length > 0
  };
};

export type FirstFigure = Awaited<ReturnType<typeof firstFigure>>;

/** What an embedded chart shows beside it in its first state. */
export const firstCitation = (data: FirstParts) => {
  const picture = firstPicture(data);
  return { credit: sourceLines(sourcesOf(picture, data.series)).join(' ') };
};
