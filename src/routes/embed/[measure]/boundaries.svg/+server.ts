import { error } from '@sveltejs/kit';
import { measureOf } from '#lib/domain/catalogue/index.ts';
import { yearHeading, yearSources } from '#lib/download/year-share.ts';
import { standalone } from '#lib/drawing/standalone.ts';
import { toGeography } from '#lib/figures/map/geography.ts';
import { toMarkup } from '#lib/figures/prerender.ts';
import { sourceLines } from '#lib/figures/time/citation.ts';
import { chartTitle } from '#lib/figures/time/heading.ts';
import { readTiles } from '#lib/server/published.ts';
import { siteUrl } from '#lib/server/site-url.ts';
import { firstYearPicture, yearViewEntries } from '../../../trends/[measure]/prerender-year';

export const prerender = true;
export const entries = () => yearViewEntries().filter(({ view }) => view === 'map');

/** A measure's map by the boundaries of councils as a picture, for those who read without script. */
export const GET = ({ params }) => {
  const measure = measureOf(params.measure);
  const composed = measure && firstYearPicture(measure, 'map');
  if (!composed) error(404, 'There is no such map.');
  const { picture, file } = composed;
  const { draw, sizes } = toGeography(picture, { extras: [], tiles: readTiles() });
  const path = `trends/${measure.slug}/map/?show=boundaries`;
  const heading = yearHeading(picture);
  const { markup } = standalone(
    toMarkup((document) => draw(sizes.wide, document)),
    {
      title: chartTitle(heading),
      subtitle: heading.subtitle,
      legend: [],
      sources: sourceLines(yearSources(picture, file)),
      address: siteUrl() ? `${siteUrl()}/${path}` : `Found there under /${path}`
    }
  );
  return new Response(markup, { headers: { 'Content-Type': 'image/svg+xml' } });
};
