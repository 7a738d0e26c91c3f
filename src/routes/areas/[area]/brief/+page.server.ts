import { readAreas } from '$lib/server/published';
import { hasBrief } from './has-brief';

export const entries = () =>
  readAreas()
    .filter(hasBrief)
    .map(({ slug }) => ({ area: slug }));
