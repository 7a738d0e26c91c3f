import { variantOf, type Area } from '#lib/domain/index.ts';
import { HEADLINES, measureOf } from '#lib/domain/catalogue/index.ts';
import AboutFigures from '#lib/figures/time/AboutFigures.svelte';
import { aboutFigures } from '#lib/figures/time/about.ts';
import { breaksOf, compose, type Picture } from '#lib/figures/time/picture.ts';
import { timeWords } from '#lib/figures/time/words.ts';
import { renderMarkup } from '#lib/server/render-markup.ts';
import { store } from './figures-of-areas';

/** A headline measure of an area in every year: the table, and notes with sources. */
export interface YearTable {
  slug: string;
  title: string;
  label: string;
  table: string;
  about: string;
}

/** A measure of an area beside England from the area's first year on; undefined where it has no figure. */
export const sinceFirst = (slug: string, area: Area, england: Area): Picture | undefined => {
  const measure = measureOf(slug)!;
  const file = store().series(slug);
  const picture = compose(file, measure, 'rate', england, [area]);
  const first = picture.lines.find(({ areaKey }) => areaKey === area.key)?.points[0]?.period;
  if (first === undefined) return undefined;
  const lines = picture.lines.map((line) => ({ ...line, points: line.points.filter(({ period }) => period >= first) }));
  return { ...picture, lines, breaks: breaksOf(file, variantOf(measure, 'rate')!, lines) };
};

/** The tables of the headline measures of which an area has figures. */
export const yearTables = (area: Area, england: Area): YearTable[] =>
  HEADLINES.flatMap((slug) => {
    const picture = sinceFirst(slug, area, england);
    if (!picture) return [];
    const { label, table } = timeWords(picture);
    const about = aboutFigures(picture, store().series(slug));
    return [{ slug, title: picture.measure.title, label, table, about: renderMarkup(AboutFigures, { about }) }];
  });
