import {
  ENGLAND,
  capital,
  dayOf,
  formatDate,
  fullName,
  highest,
  inBeing,
  inProse,
  list,
  lowest,
  variantOf,
  type Area,
  type Measure,
  type Period,
  type Variant
} from '#lib/domain/index.ts';
import { HEADLINES, measureOf } from '#lib/domain/catalogue/index.ts';
import type { COMPARISON_COLUMNS, RowOf } from '#lib/domain/columns.ts';
import type { CompareChoices, CompareOrder } from '#lib/address/compare.ts';
import { unitForYears } from '#lib/address/trend.ts';
import { findPoint, change, comparableAt } from '#lib/series/compare.ts';
import { TOO_SMALL, denominatorOf, countOf, rateKindOf } from '#lib/series/denominator.ts';
import { slice } from '#lib/series/slice.ts';
import { countsOfPercent, type SizedRange } from '#lib/statistics/count-range.ts';
import { pairVerdict, type PairVerdict } from '#lib/statistics/pair-verdict.ts';
import { unitLabelOf } from '#lib/figures/time/picture.ts';
import { rowMaker } from '#lib/figures/year/rows.ts';
import { comparedToEngland, type AreaResult } from '#lib/figures/year/area-result.ts';
import { slotAt } from './slots.ts';
import type { YearPicture } from '#lib/figures/year/picture.ts';
import { resultIn, yearFor, type FigureStore } from '#lib/figures/year/figure-store.ts';

/** Changes are shown over so many years. */
const CHANGE_YEARS = 5;

/** A row of a comparison, in the table as in the drawing. */
export interface ComparedArea {
  area: Area;
  label: string;
  /** 1 for the area chosen first, then 2 to 5, whatever the order of the rows; those after them share one colour. */
  slot: number | 'region' | 'england';
}

/** A measure of all areas compared, in one year. */
export interface ComparedMeasure {
  measure: Measure;
  variant: Variant;
  year: Period;
  /** Changes are those since. */
  since: Period;
  picture: YearPicture;
  /** One a row, in the order of the rows; undefined for an authority that was not in being then. */
  results: (AreaResult | undefined)[];
  /** How each row's figure differs from that of the area chosen first, by a test of the two; undefined where that cannot be tested. */
  pairs: (PairVerdict | undefined)[];
}

/** An area compared with others: its own row first as long as no order was asked for, England's always last. */
export interface Comparison {
  own: Area;
  rows: ComparedArea[];
  measures: ComparedMeasure[];
  /** Measures of which no figure of councils is held in the authority's time. */
  without: Measure[];
  order: CompareOrder;
  notices: { text: string }[];
}

type Asked = Omit<ComparedMeasure, 'results' | 'pairs'>;

/** The change of an area's rate since an earlier year, where the two can be compared. */
const changeOf = (
  store: FigureStore,
  { measure, variant, year, since }: Asked,
  area: Area
): Pick<AreaResult, 'change' | 'tested'> => {
  const line = slice(store.series(measure.slug), variant.key, area.key)[0];
  const point = line && findPoint(line, year);
  const from = point && point.value !== null ? comparableAt(line, point, since) : undefined;
  if (!from) return {};
  const moved = change(from, point!, variant.dp);
  const isTested = area.level === 'Local authority' && !TOO_SMALL.includes(area.key);
  const { of } = store.tests(measure, variant.key, since, year);
  return { change: moved, ...(isTested ? { tested: of(area.key, from) } : {}) };
};

/** The children that an area's rate can stand for, and out of how many; undefined of those too small to be compared. */
const sizedOf = (store: FigureStore, { measure, variant, year }: Asked, key: string): SizedRange | undefined => {
  if (TOO_SMALL.includes(key)) return undefined;
  const file = store.series(measure.slug);
  const size = denominatorOf(variant, variant.denominator && store.series(variant.denominator.measure), key, year);
  if (!size) return undefined;
  if (rateKindOf(variant) === 'percent') {
    const line = slice(file, variant.key, key)[0];
    const value = line && findPoint(line, year)?.value;
    return typeof value === 'number' ? { ...countsOfPercent(value, size, variant.dp), size } : undefined;
  }
  const count = countOf(file, key, 'all', year);
  return count && { least: lowest(count), most: highest(count), size };
};

/** How the figure of each row differs from that of the area chosen first. */
const pairsOf = (
  store: FigureStore,
  asked: Asked,
  own: Area,
  rows: readonly ComparedArea[]
): ComparedMeasure['pairs'] => {
  const kind = rateKindOf(asked.variant);
  return rows.map(({ area }) =>
    !kind || area.key === own.key || area.key === ENGLAND
      ? undefined
      : pairVerdict(sizedOf(store, asked, own.key), sizedOf(store, asked, area.key), kind)
  );
};

/** Measures in the first unit that they have for councils, each in the year that speaks for the authority. */
const askedOf = (store: FigureStore, own: Area, measures: readonly Measure[]): Asked[] =>
  measures.flatMap((measure): Asked[] => {
    const unit = unitForYears(measure, store.held(measure));
    const variant = unit && variantOf(measure, unit);
    const year = variant && yearFor(store, measure, variant.key, own);
    const picture = variant && year !== undefined ? store.year(measure, variant.key, year) : undefined;
    return variant && year !== undefined && picture
      ? [{ measure, variant, year, since: String(Number(year) - CHANGE_YEARS), picture }]
      : [];
  });

const notAsked = (measures: readonly Measure[], asked: readonly Asked[]): Measure[] =>
  measures.filter((measure) => !asked.some((each) => each.measure === measure));

const resultFor = (store: FigureStore, asked: Asked, area: Area): AreaResult | undefined => {
  const { measure, variant, year, picture } = asked;
  const reading = {
    file: store.series(measure.slug),
    bases: variant.denominator && store.series(variant.denominator.measure),
    variant,
    line: 'all',
    period: year
  };
  const result =
    area.level === 'Local authority'
      ? resultIn(picture, area)
      : comparedToEngland(reading, area, undefined, area.key === ENGLAND ? undefined : picture.england);
  return result && { ...result, ...changeOf(store, asked, area) };
};

/** That an authority was not in being on any of the days compared, and when it was; nothing where it was. */
const notThen = (area: Area, own: Area, measures: readonly Asked[]): string | undefined => {
  const days = measures.map(({ year, variant }) => dayOf(year, variant.timing)).sort();
  if (area.level !== 'Local authority' || days.some((day) => inBeing(area, day))) return undefined;
  const [first, last] = [days[0]!, days.at(-1)!];
  const why =
    (area.began ?? '') > last ? `it began on ${formatDate(area.began!)}` : `it ended on ${formatDate(area.ended!)}`;
  const when = first === last ? formatDate(first) : list([...new Set(days)].map(formatDate));
  return `${capital(inProse({ ...area, ended: undefined } as Area))} has no figures to compare with those of ${inProse(own)} on ${when}: ${why}. It was left out.`;
};

const noOrder = (own: Area, order: CompareOrder): string =>
  `${measureOf(order)!.title}: no rate is shown for the years of ${inProse(own)}, so the rows are in the order chosen.`;

/** The rows from the highest figure of a measure to the lowest, those without one behind, each in the order chosen. */
const sorted = (rows: ComparedArea[], valueOf: (row: ComparedArea) => number | null): ComparedArea[] =>
  [...rows].sort((a, b) => {
    const [first, second] = [valueOf(a), valueOf(b)];
    if (first === null || second === null) return Number(first === null) - Number(second === null);
    return second - first;
  });

/**
 * Sets areas beside an authority, in the year that speaks for it: the latest, or the last of which one that ended has a figure.
 * Everything of it that is drawn, said, listed and taken away is made from this one value.
 */
export const compare = (store: FigureStore, own: Area, { areas, order }: CompareChoices): Comparison => {
  const headlines = HEADLINES.map((slug) => measureOf(slug)!);
  const asked = askedOf(store, own, headlines);
  const chosen = areas.flatMap((key) => store.areas.find((area) => area.key === key) ?? []);
  const late = new Map(chosen.map((area) => [area.key, notThen(area, own, asked)]));
  const all = [own, ...chosen].map((area, i): ComparedArea => ({ area, label: fullName(area), slot: slotAt(i) }));
  const rows = all.filter(({ area }) => !late.get(area.key));
  const england = store.areas.find(({ key }) => key === ENGLAND)!;
  const found = asked.map(
    (each) =>
      new Map([...rows.map(({ area }) => area), england].map((area) => [area.key, resultFor(store, each, area)]))
  );

  const by = found[asked.findIndex(({ measure }) => measure.slug === order)];
  const ordered: ComparedArea[] = [
    ...(by ? sorted(rows, ({ area }) => by.get(area.key)?.point.value ?? null) : rows),
    { area: england, label: fullName(england), slot: 'england' }
  ];
  return {
    own,
    rows: ordered,
    measures: asked.map((each, i) => ({
      ...each,
      results: ordered.map(({ area }) => found[i]!.get(area.key)),
      pairs: pairsOf(store, each, own, ordered)
    })),
    without: notAsked(headlines, asked),
    order: by ? order : 'chosen',
    notices: [...late.values(), order !== 'chosen' && !by && rows.length > 1 ? noOrder(own, order) : undefined].flatMap(
      (text) => (text ? [{ text }] : [])
    )
  };
};

/** Other measures of the areas of a comparison, each in its latest year, with the same rows. */
export const compareOthers = (
  store: FigureStore,
  { own, rows }: Pick<Comparison, 'own' | 'rows'>,
  measures: readonly Measure[]
): Comparison => {
  const asked = askedOf(store, own, measures);
  return {
    own,
    rows,
    measures: asked.map((each) => ({
      ...each,
      results: rows.map(({ area }) => resultFor(store, each, area)),
      pairs: pairsOf(store, each, own, rows)
    })),
    without: notAsked(measures, asked),
    order: 'chosen',
    notices: []
  };
};

/** Panels that fit side by side. */
const MOST_PANELS = 3;

/** What the figures of a comparison are in, which is the same for all its measures; "number" where each counts something else. */
export const unitOf = ({ measures }: Comparison): string => {
  const variant = measures[0]?.variant;
  return !variant ? '' : variant.key === 'number' ? 'number' : unitLabelOf(variant);
};

/** A comparison as several, each of one unit and of no more measures than a drawing has room for. */
export const splitByUnit = (comparison: Comparison): Comparison[] => {
  const parts: Comparison[] = [];
  for (const each of comparison.measures) {
    const part = { ...comparison, measures: [each] };
    const same = parts.findLast((other) => unitOf(other) === unitOf(part));
    if (same && same.measures.length < MOST_PANELS) same.measures.push(each);
    else parts.push(part);
  }
  return parts;
};

/** One row of a comparison's download: an area's figure, and how it stands to that of the area chosen first. */
type ComparisonRow = RowOf<typeof COMPARISON_COLUMNS>;

/** The rows of a download: measure by measure, in the order of the table, exactly the areas it shows. `address` is the view's. */
export const toComparisonRows = ({ own, measures }: Comparison, store: FigureStore, address: string): ComparisonRow[] =>
  measures.flatMap(({ measure, picture, since, results, pairs }) => {
    const toRow = rowMaker(picture, store.series(measure.slug), address, since, true);
    return results.flatMap((result, i) => {
      if (!result) return [];
      const verdict = pairs[i];
      return [{ ...toRow(result), paired_with: verdict ? own.key : '', pair_verdict: verdict ?? '' }];
    });
  });
