import { ENGLAND, formatNumber, formatPeriod, type Area } from '#lib/domain/index.ts';
import { measureOf } from '#lib/domain/catalogue/index.ts';
import { placeCell } from '#lib/statistics/rank.ts';
import { resultIn, yearFor, type FigureStore } from '#lib/figures/year/figure-store.ts';

/** The measures of the workforce that stand beside demand. */
const WORKFORCE = ['caseload', 'social-worker-vacancies', 'agency-social-workers'] as const;

/** A measure of the workforce in its latest year: figures as text, in the measure's unit; "–" where there is none to compare. */
interface WorkforceRow {
  slug: string;
  title: string;
  unit: string;
  /** 30 September of this year; empty where no figure is held. */
  when: string;
  figure: string;
  england: string;
  place: string;
}

/** Caseload, vacancies and agency workers of an authority on the last 30 September of which it was in being. */
export const workforceOf = (store: FigureStore, area: Area): WorkforceRow[] =>
  WORKFORCE.map((slug) => {
    const measure = measureOf(slug)!;
    const variant = measure.variants[0];
    const period = yearFor(store, measure, variant.key, area);
    const picture = period === undefined ? undefined : store.year(measure, variant.key, period);
    const result = picture && resultIn(picture, area);
    const written = (value: number | null | undefined, none: string): string =>
      value === null || value === undefined
        ? none
        : `${formatNumber(value, variant.dp)}${variant.key === 'percent' ? '%' : ''}`;
    const none = result?.point.status === 'suppressed' ? 'not published' : 'not held';
    const isThere = result !== undefined && result.point.value !== null;
    return {
      slug,
      title: measure.short,
      unit: variant.key === 'percent' ? measure.title : 'cases for each social worker who holds cases',
      when: period === undefined ? '' : formatPeriod(period),
      figure: written(result?.point.value, none),
      england: picture?.england?.area.key === ENGLAND ? written(picture.england.point.value, '–') : '–',
      place: result?.rank ? placeCell(result.rank) : isThere ? 'not ranked' : '–'
    };
  });
