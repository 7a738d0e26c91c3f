import { currencyOf, describeCurrency } from '#lib/server/currency.ts';
import { firstAbout } from './first-figure';
import { loadTrend } from './load-trend';

export const load = ({ params }) => {
  const trend = loadTrend(params.measure);
  const [{ dataSet, timing }] = trend.measure.variants;
  return { ...trend, about: firstAbout(trend), currency: describeCurrency(currencyOf(dataSet, timing)) };
};
