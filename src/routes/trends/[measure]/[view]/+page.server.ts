import { error } from '@sveltejs/kit';
import { measureOf } from '#lib/domain/catalogue/index.ts';
import { prerenderedYear, yearViewEntries } from '../prerender-year';

export const entries = yearViewEntries;

export const load = async ({ params }) => {
  const measure = measureOf(params.measure);
  const first = measure && (await prerenderedYear(measure, params.view));
  if (!first) error(404, 'There is no such view.');
  return { first };
};
