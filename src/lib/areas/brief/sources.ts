import { ENGLAND, type Area, type Period, type Point } from '#lib/domain/index.ts';
import { measureOf } from '#lib/domain/catalogue/index.ts';
import { slice } from '#lib/series/slice.ts';
import { CHARTED, CHARTED_FROM } from './cautions.ts';
import { factsOf } from './brief.ts';
import { elsewhereOf, isPublication, sourcesOfPoints, type Cited } from '#lib/figures/time/citation.ts';
import type { FigureStore } from '#lib/figures/year/figure-store.ts';

/** A title of more letters than this is cut at its first comma. */
const LONG = 70;

/** A publication in few words, with its year: "SFR27/2010", "Children in need, 2025". */
const shortName = ({ title, published }: Pick<Cited, 'title' | 'published'>): string => {
  const release = /^[A-Z]{3}\d+\/\d{4}\b/.exec(title)?.[0];
  if (release) return release;
  const [start = title] = title.split(/:| \(/);
  const name = (start.length > LONG ? start.split(',')[0]! : start).replaceAll("'", '’');
  return /\d{4}$/.test(name) ? name : `${name} (${published.replace('-', ' to ')})`;
};

const namesOf = (sources: readonly Cited[]): string[] => [...new Set(sources.filter(isPublication).map(shortName))];

/** The publications of some figures of a measure in its first unit, of a council and of England. */
const publicationsOf = (store: FigureStore, slug: string, key: string, is: (period: Period) => boolean): Cited[] => {
  const file = store.series(slug);
  const { key: unit } = measureOf(slug)!.variants[0];
  const points = [ENGLAND, key].flatMap((each) =>
    slice(file, unit, each).flatMap((line): Point[] =>
      line.points.filter(({ period, value }) => value !== null && is(period))
    )
  );
  return sourcesOfPoints(points, unit, file);
};

/** Where the figures of a brief come from: publications of the newest, with the populations they are out of, and of earlier years. */
export const describeSources = (store: FigureStore, area: Area): string[] => {
  const newest = factsOf(store, area).flatMap(({ measure, year, variant }) => {
    const base =
      variant.denominator?.measure === 'children' ? String(Number(year) - variant.denominator.lag) : undefined;
    return [
      ...publicationsOf(store, measure.slug, area.key, (period) => period === year),
      ...(base ? publicationsOf(store, 'children', area.key, (period) => period === base) : [])
    ];
  });
  const charted = CHARTED.flatMap((slug) => publicationsOf(store, slug, area.key, (period) => period >= CHARTED_FROM));
  const now = namesOf(newest);
  const earlier = namesOf(charted).filter((name) => !now.includes(name));
  return [
    `Newest figures: ${now.join('; ')}.`,
    ...(earlier.length ? [`Earlier years in the charts: ${earlier.join('; ')}. ${elsewhereOf(charted)}`.trim()] : []),
    'Rates: worked out by Per 10,000 from published counts and one series of population estimates.'
  ];
};
