import { formatPeriod } from '#lib/domain/index.ts';
import { SIDE_NOTE } from '#lib/figures/year/area-result.ts';
import { INTERVAL_NOTE } from '#lib/figures/compare/sentences.ts';
import type { Comparison } from '#lib/figures/compare/picture.ts';
import { sourcesOfPoints, type Cited } from '#lib/figures/time/citation.ts';
import type { Shelf } from '#lib/figures/year/figure-store.ts';

/** Title and subtitle of a comparison that leaves the site. */
export const comparisonHeading = ({ own, rows, measures }: Comparison): { title: string; subtitle: string } => {
  const label = (key: string): string => rows.find(({ area }) => area.key === key)!.label;
  const others = rows.filter(({ area }) => area.key !== own.key).map((row) => row.label);
  return {
    title: `${label(own.key)} compared with others`,
    subtitle: [
      'Rates per 10,000 children',
      others.join(', '),
      measures.map(({ measure, year }) => `${measure.short.toLowerCase()} ${year}`).join(', ')
    ].join(' · ')
  };
};

/** The publications that the figures of a comparison came from, each once. */
export const comparisonSources = ({ measures }: Comparison, shelf: Shelf): Cited[] => {
  const cited = measures.flatMap(({ measure, variant, standings }) =>
    sourcesOfPoints(
      standings.flatMap((standing) =>
        standing ? [standing.point, ...(standing.change ? [standing.change.from] : [])] : []
      ),
      variant.key,
      shelf.series(measure.slug)
    )
  );
  return [...new Map(cited.map((each) => [each.id, each])).values()];
};

/** What a reader must know of the areas and years of a comparison, and how its words and bars are read. */
export const comparisonNotes = ({ measures, rows }: Comparison, shelf: Shelf): string[] => {
  const labels = new Map(rows.map(({ area, label }) => [area.key, label]));
  const notes = measures.flatMap(({ measure, year }) =>
    shelf
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
