import { capital, formatPeriod } from '#lib/domain/index.ts';
import { SIDE_NOTE } from '#lib/figures/year/area-result.ts';
import { INTERVAL_NOTE } from '#lib/figures/compare/sentences.ts';
import { unitOf, type Comparison } from '#lib/figures/compare/picture.ts';
import { sourcesOfPoints, type Cited } from '#lib/figures/time/citation.ts';
import type { FigureStore } from '#lib/figures/year/figure-store.ts';

/** Title and subtitle of a comparison that leaves the site. */
export const comparisonHeading = (comparison: Comparison): { title: string; subtitle: string } => {
  const { own, rows, measures } = comparison;
  const label = (key: string): string => rows.find(({ area }) => area.key === key)!.label;
  const others = rows.filter(({ area }) => area.key !== own.key).map((row) => row.label);
  return {
    title: `${label(own.key)} compared with others`,
    subtitle: [
      capital(unitOf(comparison)),
      others.join(', '),
      measures.map(({ measure, year }) => `${measure.short.toLowerCase()} ${year}`).join(', ')
    ].join(' · ')
  };
};

/** The publications that the figures of a comparison came from, each once. */
export const comparisonSources = ({ measures }: Comparison, store: FigureStore): Cited[] => {
  const cited = measures.flatMap(({ measure, variant, results }) =>
    sourcesOfPoints(
      results.flatMap((result) => (result ? [result.point, ...(result.change ? [result.change.from] : [])] : [])),
      variant.key,
      store.series(measure.slug)
    )
  );
  return [...new Map(cited.map((each) => [each.id, each])).values()];
};

/** What a reader must know of the areas and years of a comparison, and how its words and bars are read. */
export const comparisonNotes = ({ measures, rows }: Comparison, store: FigureStore): string[] => {
  const labels = new Map(rows.map(({ area, label }) => [area.key, label]));
  const notes = measures.flatMap(({ measure, year }) =>
    store
      .series(measure.slug)
      .notes.filter(
        ({ first, last, area, level }) =>
          first <= year && year <= last && (area ? labels.has(area) : level !== 'Regional')
      )
      .map(
        ({ area, first, last, note }) =>
          `${measure.title}: ${area ? `${labels.get(area)}, ` : ''}${first === last ? formatPeriod(first) : `${formatPeriod(first)} to ${formatPeriod(last)}`}: ${note}`
      )
  );
  return [INTERVAL_NOTE, SIDE_NOTE, ...new Set(notes)];
};
