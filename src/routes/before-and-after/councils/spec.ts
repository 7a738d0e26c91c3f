import type { SlopeLine, SlopeSpec } from '#lib/figures/slope/layout.ts';
import type { AuthorityMeasure, ShownArea, ShownSides } from '#lib/statistics/before-after.ts';
import { TOO_SMALL } from '#lib/series/denominator.ts';
import { MEASURES } from '#lib/article/before-after-means.ts';
import type { Shown } from '#lib/address/article.ts';

/** Authorities' two sides as slopes; those in `picked` in front, named, in that order. */
export const slopeSpec = (
  authorities: ShownArea[],
  together: ShownSides,
  measure: AuthorityMeasure,
  shown: Shown,
  picked: string[],
  description: string
): SlopeSpec => {
  const sides = (own: ShownSides): { from: number; to: number } | undefined => {
    if (shown === 'index') return own.index && { from: own.index.before, to: own.index.after };
    return own.before.value > 0 && own.after.value > 0 ? { from: own.before.value, to: own.after.value } : undefined;
  };
  const lines: SlopeLine[] = authorities.flatMap(({ key, name, sides: all }) => {
    const own = TOO_SMALL.includes(key) ? undefined : all[measure];
    const ends = own && sides(own);
    if (!ends) return [];
    const at = picked.indexOf(key);
    return [{ key, label: name, ...ends, ...(at >= 0 ? { slot: at + 1 } : {}) }];
  });
  const centre = shown === 'index' ? sides(together) : undefined;
  const all = [...(centre ? [{ key: 'together', label: 'All councils', ...centre, slot: 'england' }] : []), ...lines];
  const values = all.flatMap(({ from, to }) => [from, to]);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return {
    title: `${MEASURES[measure].title}, each council, before and after`,
    description,
    axisTitle:
      shown === 'index'
        ? `${MEASURES[measure].base} = 100`
        : `${MEASURES[measure].noun}; equal steps are equal percentages`,
    sides: ['2006–2008', '2010–2012'],
    lines: all,
    domain:
      shown === 'index' ? [Math.floor(low / 20) * 20, Math.ceil(high / 20) * 20] : [Math.max(1, low * 0.9), high * 1.1],
    scale: shown === 'index' ? 'linear' : 'log',
    ...(shown === 'index' ? { rule: 100 } : {})
  };
};
