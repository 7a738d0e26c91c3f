import { measureOf } from '$lib/domain';
import { firstDrawing } from './first-drawing';

export const load = async ({ data }) => {
  // In the browser the page keeps what it was prerendered with.
  if (!import.meta.env.SSR) return { ...data, drawn: undefined, year: undefined };
  const { yearViews } = await import('./year-views');
  return { ...data, drawn: await firstDrawing(data), year: yearViews(measureOf(data.slug)!) };
};
