import {
  ENGLAND,
  capital,
  dayOf,
  formatDate,
  fullName,
  inBeing,
  inProse,
  list,
  variantOf,
  type Area,
  type Measure,
  type Period,
  type Variant
} from '#lib/domain/index.ts';
import { HEADLINES, measureOf } from '#lib/domain/catalogue/index.ts';
import type { CompareChoices, CompareOrder } from '#lib/address/compare.ts';
import { at, change, comparableAt } from '#lib/series/compare.ts';
import { slice } from '#lib/series/slice.ts';
import { rowMaker, type YearRow } from '#lib/figures/year/rows.ts';
import { standingOf, type Standing } from '#lib/figures/year/area-result.ts';
import type { YearPicture } from '#lib/figures/year/picture.ts';
import { standingIn, yearFor, type Shelf } from '#lib/figures/year/figure-store.ts';

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
  standings: (Standing | undefined)[];
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

type Asked = Omit<ComparedMeasure, 'standings'>;

/** The change of an area's rate since an earlier year, where the two can be compared. */
const changeOf = (shelf: Shelf, { measure, variant, year, since }: Asked, key: string): Pick<Standing, 'change'> => {
  const line = slice(shelf.series(measure.slug), variant.key, key)[0];
  const point = line && at(line, year);
  const from = point && point.value !== null ? comparableAt(line, point, since) : undefined;
  return from ? { change: change(from, point!, variant.dp) } : {};
};

const standingFor = (shelf: Shelf, asked: Asked, area: Area): Standing | undefined => {
  const { measure, variant, year, picture } = asked;
  const reading = {
    file: shelf.series(measure.slug),
    bases: variant.base && shelf.series(variant.base.measure),
    variant,
    line: 'all',
    period: year
  };
  const standing =
    area.level === 'Local authority'
      ? standingIn(picture, area)
      : standingOf(reading, area, undefined, area.key === ENGLAND ? undefined : picture.england);
  return standing && { ...standing, ...changeOf(shelf, asked, area.key) };
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
export const compare = (shelf: Shelf, own: Area, { areas, order }: CompareChoices): Comparison => {
  const headlines = HEADLINES.map((slug) => measureOf(slug)!);
  const asked = headlines.flatMap((measure): Asked[] => {
    const variant = variantOf(measure, 'rate')!;
    const year = yearFor(shelf, measure, 'rate', own);
    const picture = year === undefined ? undefined : shelf.year(measure, 'rate', year);
    return year === undefined || !picture
      ? []
      : [{ measure, variant, year, since: String(Number(year) - CHANGE_YEARS), picture }];
  });
  const chosen = areas.flatMap((key) => shelf.areas.find((area) => area.key === key) ?? []);
  const late = new Map(chosen.map((area) => [area.key, notThen(area, own, asked)]));
  const all = [own, ...chosen].map((area, i): ComparedArea => ({ area, label: fullName(area), slot: i + 1 }));
  const rows = all.filter(({ area }) => !late.get(area.key));
  const england = shelf.areas.find(({ key }) => key === ENGLAND)!;
  const found = asked.map(
    (each) =>
      new Map([...rows.map(({ area }) => area), england].map((area) => [area.key, standingFor(shelf, each, area)]))
  );

  const by = found[asked.findIndex(({ measure }) => measure.slug === order)];
  const ordered: ComparedArea[] = [
    ...(by ? sorted(rows, ({ area }) => by.get(area.key)?.point.value ?? null) : rows),
    { area: england, label: fullName(england), slot: 'england' }
  ];
  return {
    own,
    rows: ordered,
    measures: asked.map((each, i) => ({ ...each, standings: ordered.map(({ area }) => found[i]!.get(area.key)) })),
    without: headlines.filter((measure) => !asked.some((each) => each.measure === measure)),
    order: by ? order : 'chosen',
    notices: [...late.values(), order !== 'chosen' && !by && rows.length > 1 ? noOrder(own, order) : undefined].flatMap(
      (text) => (text ? [{ text }] : [])
    )
  };
};

/** The rows of a download: measure by measure, in the order of the table, exactly the areas it shows. `address` is the view's. */
export const toComparisonRows = ({ measures }: Comparison, shelf: Shelf, address: string): YearRow[] =>
  measures.flatMap(({ measure, picture, since, standings }) => {
    const toRow = rowMaker(picture, shelf.series(measure.slug), address, since);
    return standings.flatMap((standing) => (standing ? [toRow(standing)] : []));
  });
