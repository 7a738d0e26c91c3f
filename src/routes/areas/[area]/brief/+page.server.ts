import { readAreas } from '#lib/server/published.ts';
import { hasBrief } from './has-brief';

export const entries = () =>
  readAreas()
    .filter(hasBrief)
    .map(({ slug }) => ({ area: slug }));
