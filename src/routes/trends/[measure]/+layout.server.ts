import { loadTrend } from './load-trend';

export const load = ({ params }) => loadTrend(params.measure);
