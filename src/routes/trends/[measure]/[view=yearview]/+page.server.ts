import { error } from '@sveltejs/kit';
import { viewOfPath } from '#lib/domain/index.ts';
import { measureOf } from '#lib/domain/catalogue/index.ts';
import { prerenderedYear, yearViewEntries } from '../prerender-year';

export const entries = yearViewEntries;

export const load = ({ params }) => {
  const measure = measureOf(params.measure);
  const view = viewOfPath(params.view);
  const first = measure && view !== 'time' ? prerenderedYear(measure, view) : undefined;
  if (!first) error(404, 'There is no such view.');
  return { first };
};
