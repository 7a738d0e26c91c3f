import { error } from '@sveltejs/kit';
import { measureOf } from '#lib/domain/catalogue/index.ts';
import { sourceLines } from '#lib/figures/time/citation.ts';
import { loadTrend } from '../../../trends/[measure]/load-trend';
import { prerenderedYear, yearViewEntries } from '../../../trends/[measure]/prerender-year';

export const entries = yearViewEntries;

export const load = async ({ params }) => {
  const measure = measureOf(params.measure);
  const made = measure && (await prerenderedYear(measure, params.view));
  if (!made) error(404, 'There is no such view.');
  // The table of all authorities is on the page that the chart is of.
  const { caption, drawn, read, sentences, heading, sources } = made;
  const trend = loadTrend(params.measure);
  return {
    pageFiles: trend.pageFiles,
    trend,
    first: { caption, drawn, read, sentences, heading, credit: sourceLines(sources).join(' ') }
  };
};
