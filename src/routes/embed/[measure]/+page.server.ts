import { CATALOGUE } from '$lib/domain';
import { load as loadTrend } from '../../trends/[measure]/+page.server';

export const entries = () => CATALOGUE.map(({ slug }) => ({ measure: slug }));

// What a measure's page is made from is what its chart alone is made from.
export const load = loadTrend;
