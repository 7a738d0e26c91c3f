import { GROUPS, variantOf } from '#lib/domain/index.ts';
import { CATALOGUE, HEADLINES } from '#lib/domain/catalogue/index.ts';
import { unitForYears } from '#lib/address/trend.ts';
import { comparedFiles } from '#lib/figures/compare/view.svelte.ts';
import { yearsHeld } from '#lib/figures/year/years-held.ts';
import { filesForPage, readEstimates, readSeries } from '#lib/server/published.ts';

/** The measures beside the headline ones of which figures of councils are held in one line, and those that are left out. */
const others = CATALOGUE.filter(({ slug }) => !HEADLINES.some((each) => each === slug)).map((measure) => {
  const unit = unitForYears(measure, yearsHeld(readSeries(measure.slug), measure));
  const variant = unit && variantOf(measure, unit);
  return { measure, isCompared: variant !== undefined && !variant.lines };
});

export const load = () => {
  const compared = others.filter(({ isCompared }) => isCompared).map(({ measure }) => measure);
  const groups = GROUPS.map((name) => ({
    name,
    slugs: compared.filter(({ group }) => group === name).map(({ slug }) => slug)
  })).filter(({ slugs }) => slugs.length);
  const slugs = [...HEADLINES, ...compared.map(({ slug }) => slug)];
  return {
    pageFiles: filesForPage(...comparedFiles(slugs, (slug) => readEstimates(slug) !== undefined)),
    groups,
    without: others.filter(({ isCompared }) => !isCompared).map(({ measure }) => measure.title)
  };
};
