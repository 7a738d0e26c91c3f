import { error } from '@sveltejs/kit';
import { measureOf } from '#lib/domain/catalogue/index.ts';
import { prerenderedYear, yearViewEntries } from '../prerender-year';

export const entries = yearViewEntries;

export const load = async ({ params }) => {
  const measure = measureOf(params.measure);
  const made = measure && (await prerenderedYear(measure, params.view));
  if (!made) error(404, 'There is no such view.');
  // Its sources are asked for with the series file, which has them.
  const { caption, drawn, read, sentences, table, heading } = made;
  return { first: { caption, drawn, read, sentences, table, heading } };
};
