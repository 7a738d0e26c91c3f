import { error } from '@sveltejs/kit';
import { ENGLAND } from '#lib/domain/index.ts';
import { CATALOGUE, measureOf } from '#lib/domain/catalogue/index.ts';
import { WIDE } from '#lib/drawing/size.ts';
import { prerender as draw } from '#lib/figures/prerender.ts';
import { standalone } from '#lib/drawing/standalone.ts';
import { toSpec } from '#lib/figures/time/spec.ts';
import { readAreas, readEvents, readSeries } from '#lib/server/published.ts';
import { siteUrl } from '#lib/server/site-url.ts';
import { compose } from '#lib/figures/time/picture.ts';
import { restrict } from '#lib/series/restrict.ts';
import { describe } from '#lib/figures/time/sentences.ts';
import { chartTitle } from '#lib/figures/time/heading.ts';
import { firstBases } from '../../trends/[measure]/load-trend';
import { headingOf, legendOf, sourceLines, sourcesOf } from '#lib/figures/time/citation.ts';

export const prerender = true;
export const entries = () => CATALOGUE.map(({ slug }) => ({ measure: slug }));

/** A measure's first chart as a picture at an address of its own, for sites that show no frames. */
export const GET = ({ params }) => {
  const measure = measureOf(params.measure);
  if (!measure) error(404, 'There is no such measure.');
  const file = restrict(readSeries(measure.slug), [ENGLAND]);
  const england = readAreas().find(({ key }) => key === ENGLAND)!;
  const picture = compose(file, measure, measure.variants[0].key, england, [], firstBases(measure));
  const description = describe(picture)
    .map(({ text }) => text)
    .join(' ');
  const events = readEvents().filter(({ shown }) => shown);
  const path = `trends/${measure.slug}/`;
  const { markup } = standalone(draw(toSpec(picture, file, events, description), WIDE), {
    title: chartTitle(headingOf(picture)),
    subtitle: headingOf(picture).subtitle,
    legend: legendOf(picture, []),
    sources: sourceLines(sourcesOf(picture, file)),
    address: siteUrl() ? `${siteUrl()}/${path}` : `Found there under /${path}`
  });
  return new Response(markup, { headers: { 'Content-Type': 'image/svg+xml' } });
};
