import { firstAbout } from './first-figure';
import { loadTrend } from './load-trend';

export const load = ({ params }) => {
  const trend = loadTrend(params.measure);
  return { ...trend, about: firstAbout(trend) };
};
