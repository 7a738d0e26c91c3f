import { CATALOGUE } from '#lib/domain/catalogue/index.ts';
import { firstDrawing } from '../../trends/[measure]/first-drawing';
import { loadTrend } from '../../trends/[measure]/load-trend';

export const entries = () => CATALOGUE.map(({ slug }) => ({ measure: slug }));

export const load = async ({ params }) => {
  const trend = loadTrend(params.measure);
  return { pageFiles: trend.pageFiles, trend, drawn: await firstDrawing(trend) };
};
