import {
  capital,
  formatDate,
  formatNumber,
  inProse,
  list,
  type Area,
  type Period,
  type Point
} from '#lib/domain/index.ts';
import { CATALOGUE, measureOf } from '#lib/domain/catalogue/index.ts';
import { findPoint } from '#lib/series/compare.ts';
import { slice } from '#lib/series/slice.ts';
import type { AreaChange, TwoSides } from '#lib/statistics/before-after.ts';
import type { FigureStore } from '#lib/figures/year/figure-store.ts';

/** That the mean number looked after fell in an authority, against England's rise; empty where it did not. */
export const describeFall = (own: AreaChange, england: TwoSides): string => {
  if (own.sides['looked-after']?.change.direction !== 'fell') return '';
  return england.change.direction === 'rose'
    ? 'So here the number fell, while England’s rose.'
    : 'So here the number fell.';
};

/** The years about 2008 whose figures of `EARLY_MEASURES` are listed. */
export const YEARS: readonly Period[] = ['2006', '2007', '2008', '2009', '2010'];

/** Measures without a chart on the page whose council figures begin in 2006. */
const EARLY_MEASURES = ['taken-into-care', 'asylum-seeking-children'] as const;

/** A measure over `YEARS`: numbers as text, or why there is none. */
interface EarlyRow {
  slug: string;
  title: string;
  cells: string[];
}

const cellOf = (point: Point | undefined): string =>
  !point
    ? 'no figure'
    : point.value !== null
      ? formatNumber(point.value)
      : point.status === 'suppressed'
        ? 'not published'
        : 'no figure';

/** The numbers taken into care and of asylum-seeking children from 2006 to 2010; empty where none of them is held. */
export const earlyRows = (store: FigureStore, area: Area): EarlyRow[] =>
  EARLY_MEASURES.flatMap((slug) => {
    const line = slice(store.series(slug), 'number', area.key)[0];
    const points = YEARS.map((year) => line && findPoint(line, year));
    if (points.every((point) => !point || point.status === 'unavailable')) return [];
    return [{ slug, title: measureOf(slug)!.title, cells: points.map(cellOf) }];
  });

/** How far rounding leaves those numbers open; empty where all are exact. */
export const describeRounding = (store: FigureStore, area: Area): string => {
  const open = EARLY_MEASURES.flatMap((slug) =>
    slice(store.series(slug), 'number', area.key).flatMap(({ points }) =>
      points
        .filter(({ period, value }) => YEARS.includes(period) && value !== null)
        .flatMap(({ below, above }) => [below, above])
    )
  );
  const most = Math.max(0, ...open);
  return most ? `Some of these numbers are rounded: a true one may be up to ${formatNumber(most)} away.` : '';
};

/** The few measures of which figures of councils before 2010 are held. */
export const describeHeldBefore = (store: FigureStore): string => {
  const held = CATALOGUE.filter((measure) =>
    Object.values(store.held(measure)).some((periods) => periods?.some((period) => period < '2010'))
  );
  const names = held.map(({ short }) =>
    /^[A-Z][a-z]/.test(short) ? short.charAt(0).toLowerCase() + short.slice(1) : short
  );
  return `Of most measures we have no council figures before 2010. We have them of these: ${list(names)}.`;
};

/** Why an authority without any figure from 2006 to 2012 has no two sides. */
export const describeNoMeans = (area: Area): string =>
  area.began
    ? `${capital(inProse(area))} began on ${formatDate(area.began)}, so there are no two sides to compare.`
    : `No figures of ${inProse(area)} are held for 2006 to 2012.`;
