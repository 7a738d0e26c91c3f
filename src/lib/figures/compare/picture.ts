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
import { findPoint, change, comparableAt } from '#lib/series/compare.ts';
import { TOO_SMALL, denominatorOf, countOf } from '#lib/series/denominator.ts';
import { slice } from '#lib/series/slice.ts';
import type { SizedRange } from '#lib/statistics/count-range.ts';
import { pairVerdict, type PairVerdict } from '#lib/statistics/pair-verdict.ts';
import { rowMaker } from '#lib/figures/year/rows.ts';
import { comparedToEngland, type AreaResult } from '#lib/figures/year/area-result.ts';
import type { YearPicture } from '#lib/figures/year/picture.ts';
import { resultIn, yearFor, type FigureStore } from '#lib/figures/year/figure-store.ts';

/** Changes are shown over so many years. */
const CHANGE_YEARS = 5;

/** A row of a comparison, in the table as in the drawing. */
export interface ComparedArea {
  area: Area;
  label: string;
  /** 1 for the area chosen first, then 2 to 6, whatever the order of the rows. */
  slot: number | 'england';
}

/** A headline measure of all areas compared, in one year. */
export interface ComparedMeasure {
  measure: Measure;
  variant: Variant;
  year: Period;
  /** Changes are those since. */
  since: Period;
  picture: YearPicture;
  /** One a row, in the order of the rows; undefined for an authority that was not in being then. */
  results: (AreaResult | undefined)[];
  /** How each row's rate differs from that of the area chosen first, by a test of the two; undefined where that cannot be tested. */
  pairs: (PairVerdict | undefined)[];
}

/** An area compared with others: its own row first as long as no order was asked for, England's always last. */
export interface Comparison {
  own: Area;
  rows: ComparedArea[];
  measures: ComparedMeasure[];
  /** Headline measures of which no figure of councils is held in the authority's time. */
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
  const count = TOO_SMALL.includes(key) ? undefined : countOf(store.series(measure.slug), key, 'all', year);
  const size = denominatorOf(variant, variant.denominator && store.series(variant.denominator.measure), key, year);
  return count && size ? { least: lowest(count), most: highest(count), size } : undefined;
};

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
  const asked = headlines.flatMap((measure): Asked[] => {
    const variant = variantOf(measure, 'rate')!;
    const year = yearFor(store, measure, 'rate', own);
    const picture = year === undefined ? undefined : store.year(measure, 'rate', year);
    return year === undefined || !picture
      ? []
      : [{ measure, variant, year, since: String(Number(year) - CHANGE_YEARS), picture }];
  });
  const chosen = areas.flatMap((key) => store.areas.find((area) => area.key === key) ?? []);
  const late = new Map(chosen.map((area) => [area.key, notThen(area, own, asked)]));
  const all = [own, ...chosen].map((area, i): ComparedArea => ({ area, label: fullName(area), slot: i + 1 }));
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
      pairs: ordered.map(({ area }) =>
        area.key === own.key || area.key === ENGLAND
          ? undefined
          : pairVerdict(sizedOf(store, each, own.key), sizedOf(store, each, area.key), 'rate')
      )
    })),
    without: headlines.filter((measure) => !asked.some((each) => each.measure === measure)),
    order: by ? order : 'chosen',
    notices: [...late.values(), order !== 'chosen' && !by && rows.length > 1 ? noOrder(own, order) : undefined].flatMap(
      (text) => (text ? [{ text }] : [])
    )
  };
};

/** One row of a comparison's download: an area's figure, and how it stands to that of the area chosen first. */
export type ComparisonRow = RowOf<typeof COMPARISON_COLUMNS>;

/** The rows of a download: measure by measure, in the order of the table, exactly the areas it shows. `address` is the view's. */
export const toComparisonRows = ({ own, measures }: Comparison, store: FigureStore, address: string): ComparisonRow[] =>
  measures.flatMap(({ measure, picture, since, results, pairs }) => {
    const toRow = rowMaker(picture, store.series(measure.slug), address, since);
    return results.flatMap((result, i) => {
      if (!result) return [];
      const verdict = pairs[i];
      return [{ ...toRow(result), paired_with: verdict ? own.key : '', pair_verdict: verdict ?? '' }];
    });
  });
