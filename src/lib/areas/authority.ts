import {
  ENGLAND,
  STATUS_WORDS,
  formatNumber,
  variantOf,
  type Area,
  type Measure,
  type Period,
  type Point
} from '#lib/domain/index.ts';
import { HEADLINES, measureOf } from '#lib/domain/catalogue/index.ts';
import { yearFor, type FigureStore } from '#lib/figures/year/figure-store.ts';
import { findPoint } from '#lib/series/compare.ts';
import { slice } from '#lib/series/slice.ts';
import { similarGroup, type SimilarGroup } from './similar-councils.ts';
import { boundsWords } from './similar-sentences.ts';

/** One headline measure of a council beside others. Rates for every 10,000 children; a cell is text, never empty. */
export interface Headline {
  measure: Measure;
  /** The year of every figure; undefined where none is held of the years in which the council existed. */
  year?: Period;
  figure: string;
  england: string;
  region: string;
  /** The median of the ten similar councils. */
  similar: string;
  /** The council among itself and its ten similar ones; undefined where the model names none. */
  group?: SimilarGroup;
}

const NONE = { figure: '–', england: '–', region: '–', similar: '–' };

const cell = (point: Point | undefined): string =>
  !point ? 'no figure' : point.value === null ? STATUS_WORDS[point.status] : formatNumber(point.value, 1);

/** One headline measure of a council in its year, beside England, its region and similar councils. */
const headlineOf = (store: FigureStore, slug: string, area: Area): Headline => {
  const measure = measureOf(slug)!;
  const variant = variantOf(measure, 'rate')!;
  const year = yearFor(store, measure, 'rate', area);
  if (year === undefined) return { measure, ...NONE };
  const pointOf = (key: string): Point | undefined =>
    slice(store.series(slug), 'rate', key).flatMap((line) => findPoint(line, year) ?? [])[0];
  const group = similarGroup({ store, measure, variant, period: year }, area);
  return {
    measure,
    year,
    figure: cell(pointOf(area.key)),
    england: cell(pointOf(ENGLAND)),
    region: cell(area.region ? pointOf(area.region) : undefined),
    similar: group?.median ? boundsWords(group.median, variant) : 'too few held',
    ...(group ? { group } : {})
  };
};

/** The three headline measures of a council, in their order. */
export const headlinesOf = (store: FigureStore, area: Area): Headline[] =>
  HEADLINES.map((slug) => headlineOf(store, slug, area));
