import { storeOf } from '#lib/figures/year/figure-store.ts';
import { authoritySections } from '../../src/routes/areas/[area]/sections.ts';
import { areas, estimatesOf, fileOf, similar } from '../site.ts';

/*
 * The sections of every authority's page, as the tests read them.
 */

export const store = storeOf({ series: fileOf, estimates: estimatesOf, areas, similar });
export const areaOf = (key: string) => areas.find((area) => area.key === key)!;
const made = new Map<string, NonNullable<ReturnType<typeof authoritySections>>>();
export const sectionsOf = (key: string) => {
  if (!made.has(key))
    made.set(
      key,
      authoritySections(areaOf(key).slug, (path) => path)!
    );
  return made.get(key)!;
};
