import { CATALOGUE } from '#lib/domain/catalogue/index.ts';
import { firstFigure } from './first-figure';
import { firstBases } from './load-trend';

export const entries = () => CATALOGUE.map(({ slug }) => ({ measure: slug }));

export const load = async ({ parent }) => {
  const trend = await parent();
  return { first: await firstFigure({ ...trend, bases: firstBases(trend.measure) }) };
};
