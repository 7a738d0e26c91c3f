import { CATALOGUE } from '#lib/domain/catalogue/index.ts';
import { firstCitation, firstFigure } from '../../trends/[measure]/first-figure';
import { firstBases, loadTrend } from '../../trends/[measure]/load-trend';

export const entries = () => CATALOGUE.map(({ slug }) => ({ measure: slug }));

export const load = async ({ params }) => {
  const trend = loadTrend(params.measure);
  const parts = { ...trend, bases: firstBases(trend.measure) };
  return { pageFiles: trend.pageFiles, trend, first: { ...(await firstFigure(parts)), ...firstCitation(parts) } };
};
