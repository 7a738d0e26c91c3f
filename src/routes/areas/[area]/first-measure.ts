import type { SeriesFile, TimelineEvent } from '#lib/domain/index.ts';
import { prerenderTime } from '#lib/figures/prerender.ts';
import AboutFigures from '#lib/figures/time/AboutFigures.svelte';
import { aboutFigures, type About } from '#lib/figures/time/about.ts';
import { span, type Picture } from '#lib/figures/time/picture.ts';
import { toSpec } from '#lib/figures/time/spec.ts';
import { timeWords } from '#lib/figures/time/words.ts';
import { renderMarkup } from '#lib/server/render-markup.ts';

/** Breaks and notes that are not told elsewhere on the page; every run of lineage. */
const aboutOnly = (about: About, told: About | undefined): About =>
  told
    ? {
        ...about,
        breaks: about.breaks.filter((text) => !told.breaks.includes(text)),
        notes: about.notes.filter(({ text }) => !told.notes.some((other) => other.text === text))
      }
    : about;

/**
 * A measure of an area as its page is prerendered: drawings, words, table and notes. `name` is that of the area in the caption,
 * `place` what the table is of, where a page has several of one measure; `told` is what the page says of the measure already.
 */
export const firstMeasure = (
  picture: Picture,
  file: SeriesFile,
  events: TimelineEvent[],
  name: string,
  place?: string,
  told?: About
) => {
  const words = timeWords(picture, { place });
  // The words say how the latest figure stands to England’s; a column of it for every year would make the page longer.
  const { table } = timeWords({ ...picture, sideAt: () => undefined }, { place });
  const description = words.sentences.map(({ text }) => text).join(' ');
  return {
    ...words,
    table,
    caption: `${picture.measure.title}, ${name} and England, per 10,000 children, ${span(picture.lines)}`,
    /** Breaks, notes and lineage as markup: nothing in the browser changes them. */
    about: renderMarkup(AboutFigures, { about: aboutOnly(aboutFigures(picture, file), told) }),
    drawn: prerenderTime(toSpec(picture, file, events, description))
  };
};

export type FirstMeasure = ReturnType<typeof firstMeasure>;
