import {
  STATUS_MEANING,
  STATUS_WORDS,
  capital,
  formatNumber,
  inSentence,
  type Period,
  formatSigned
} from '#lib/domain/index.ts';
import { isWhy } from '#lib/series/estimates.ts';
import type { ComparedArea, ComparedMeasure, Comparison } from './picture.ts';
import { unitLabelOf } from '#lib/figures/time/picture.ts';
import { placeSign } from '#lib/statistics/rank.ts';
import type { AreaResult } from '#lib/figures/year/area-result.ts';

/** A cell as it reads, with what stands under it, smaller. */
export interface CompareCell {
  text: string;
  under?: string;
  /** Why there is no number. */
  why?: string;
}

/** One area's row: its rate with its interval, its side against England, its place, its change. */
interface CompareRow extends ComparedArea {
  rate: CompareCell;
  side: CompareCell;
  place: CompareCell;
  /** How the rate differs from that of the area chosen first. */
  pair: CompareCell;
  change: CompareCell;
}

/** A measure of a comparison as a table, its rows in the order of the drawing's. */
export interface CompareTable {
  slug: string;
  /** "Children looked after, on 31 March 2025, per 10,000 children". */
  caption: string;
  title: string;
  when: string;
  /** "Rate", "Percentage" or "Number". */
  head: string;
  /** "per 10,000 children". */
  unit: string;
  /** Whether areas of different size can be compared: not by numbers. */
  isComparable: boolean;
  /** How many councils the places are out of. */
  of: number;
  /** The year that changes are counted from; absent where none but England has one. */
  since?: Period;
  rows: CompareRow[];
}

const NONE: CompareCell = { text: '–' };

const rateOf = (result: AreaResult | undefined, dp: number): CompareCell => {
  if (!result) return { text: 'not in being', why: 'The council was not in being then.' };
  const { point, interval } = result;
  if (point.value === null) return { text: STATUS_WORDS[point.status], why: STATUS_MEANING[point.status] };
  return {
    text: formatNumber(point.value, dp),
    ...(interval ? { under: `${formatNumber(interval.low, dp)} to ${formatNumber(interval.high, dp)}` } : {})
  };
};

const sideOf = (result: AreaResult | undefined, dp: number): CompareCell => {
  const side = result?.against?.side;
  return side ? { text: side, under: formatSigned(result.against!.by, dp) } : NONE;
};

const placeOf = (result: AreaResult | undefined): CompareCell => {
  const { rank, range } = result ?? {};
  if (rank) return { text: placeSign(rank), ...(range ? { under: `${range.first}–${range.last}` } : {}) };
  const isUnranked = result?.area.level === 'Local authority' && result.point.value !== null;
  return isUnranked ? { text: 'not ranked' } : NONE;
};

const changeOf = (result: AreaResult | undefined, dp: number): CompareCell => {
  const change = result?.change;
  if (!change) return NONE;
  const { by, beyondRounding } = change;
  const { tested } = result;
  return {
    text: by === 0 || beyondRounding ? formatSigned(by, dp) : 'within rounding',
    ...(tested && !isWhy(tested) ? { under: tested.verdict } : {})
  };
};

const tabulateMeasure = (rows: ComparedArea[], compared: ComparedMeasure): CompareTable => {
  const { measure, variant, year, since, picture, results, pairs } = compared;
  const when = inSentence(year, variant.timing);
  const unit = unitLabelOf(variant);
  const isComparable = variant.key !== 'number';
  return {
    slug: measure.slug,
    caption: `${measure.title}, ${when}, ${unit}`,
    title: measure.title,
    when: capital(when.replace(/^on /, '')),
    head: variant.key === 'rate' ? 'Rate' : variant.label,
    unit,
    isComparable,
    of: picture.ranked.length + picture.unpublished,
    ...(results.some((result) => result?.change && result.area.level !== 'National') ? { since } : {}),
    rows: rows.map((row, i) => ({
      ...row,
      rate: rateOf(results[i], variant.dp),
      side: sideOf(results[i], variant.dp),
      place: placeOf(results[i]),
      pair: pairs[i] ? { text: pairs[i] } : NONE,
      change: changeOf(results[i], variant.dp)
    }))
  };
};

/** Lays a comparison out as one table a measure. */
export const tabulateComparison = ({ rows, measures }: Comparison): CompareTable[] =>
  measures.map((compared) => tabulateMeasure(rows, compared));
