import { ENGLAND, STATUS_WORDS, byName, formatNumber, inProse, type Area, type AreaRecord } from '#lib/domain/index.ts';
import { HEADLINES, HEADLINE_NAMES, measureOf } from '#lib/domain/catalogue/index.ts';
import { yearFor } from '#lib/figures/year/figure-store.ts';
import { readAreas } from '#lib/server/published.ts';
import { renderMarkup } from '#lib/server/render-markup.ts';
import { findPoint } from '#lib/series/compare.ts';
import { slice } from '#lib/series/slice.ts';
import { store } from './figures-of-areas';
import RegionCouncils from './sections/RegionCouncils.svelte';

/** An area as a row: its three rates, or why there is none. */
export interface RegionRow {
  name: string;
  /** The address of its page; none for the region itself and England. */
  href?: string;
  cells: string[];
}

/** The three rates of the councils of a region, from A to Z, then those of its halves, of the region and of England, as markup. */
export const regionCouncils = (region: AreaRecord, link: (path: string) => string): string => {
  const all = readAreas();
  const years = HEADLINES.map((slug) => yearFor(store(), measureOf(slug)!, 'rate', region) ?? '');
  const cellsOf = ({ key }: Area): string[] =>
    HEADLINES.map((slug, i) => {
      const line = slice(store().series(slug), 'rate', key)[0];
      const point = line && findPoint(line, years[i]!);
      if (!point) return '–';
      return point.value === null ? STATUS_WORDS[point.status] : formatNumber(point.value, 1);
    });
  const rowOf = (area: Area): RegionRow => ({ name: area.name, cells: cellsOf(area) });
  // London is in two halves, which have their councils.
  const halves = all.filter(({ region: of, level }) => of === region.key && level === 'Regional');
  const keys = [region, ...halves].map(({ key }) => key);
  const councils = all
    .filter(({ region: of, level, ended }) => level === 'Local authority' && !ended && of && keys.includes(of))
    .sort(byName);
  return renderMarkup(RegionCouncils, {
    caption: `The three headline measures in the councils of ${inProse(region)}, for every 10,000 children`,
    heads: HEADLINES.map((slug, i) => ({ title: HEADLINE_NAMES[slug], year: years[i]! })),
    rows: [
      ...[...councils, ...halves].map((area) => ({ ...rowOf(area), href: link(`/areas/${area.slug}`) })),
      rowOf(region),
      rowOf(all.find(({ key }) => key === ENGLAND)!)
    ]
  });
};
