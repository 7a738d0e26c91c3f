import {
  CATALOGUE,
  byItself,
  formatNumber,
  inSentence,
  type Area,
  type Measure,
  type Period,
  type Variant
} from '../domain/index.ts';
import { at, comparableAt } from '../series/compare.ts';
import { slice } from '../series/slice.ts';
import { FAR, limitsAround, standingOf as ratioStanding } from '../statistics/change.ts';
import { rateInterval } from '../statistics/interval.ts';
import { limitsAt, PER } from '../statistics/limits.ts';
import { TREND_LIMIT, TREND_POINTS } from '../statistics/recent-trend.ts';
import { trendOf } from './authority.ts';
import { baseOf, countOf, kindOf } from './base.ts';
import { BASE_YEAR } from './sentences.ts';
import { TOO_SMALL } from './standing.ts';
import { standingIn, yearFor, type Shelf } from './year-shelf.ts';

/** What a figure is held against: England's, its own of the last five years, its own of March 2008. */
export const FINDING_KINDS = ['england', 'trend', 'since 2008'] as const;

export type FindingKind = (typeof FINDING_KINDS)[number];

/** A figure that lies further out than chance alone would put 499 of 500. */
export interface Finding {
  slug: string;
  kind: FindingKind;
  way: 'higher' | 'lower' | 'rising' | 'falling';
  period: Period;
  /** How far out it lies, in widths of its own limit: 1 is just at it. */
  size: number;
  head: string;
  /** The two figures that differ, each with its year, in few words. */
  figures: string;
  text: string;
}

/** At most so many stand out on a page. */
export const MOST = 5;

/** The rule by which figures are chosen, as a reader is told it. */
export const RULE =
  'The rule: every rate and percentage with a known base is held against three things. One is England’s figure of the same year, by the 99.8% limits of chance around it. For rates, the others are their own last five years, by a test for a trend at the same level, and their own figure of March 2008 where it can be compared, by 99.8% limits again. What lies beyond is put in order of its size relative to its own limit, the largest first, and at most five are shown. With so many comparisons, chance alone would put one beyond for about every 500 made. The limits take children as coming one by one; brothers and sisters come together, and deprivation differs, so more lie beyond them than chance would put there.';

const LEVEL = 0.998;

interface Asked {
  shelf: Shelf;
  area: Area;
  measure: Measure;
  variant: Variant;
  period: Period;
}

const said = ({ variant }: Asked, value: number): string =>
  `${formatNumber(value, 1)}${variant.key === 'percent' ? '%' : ''}`;

const unit = ({ variant }: Asked): string => (variant.key === 'percent' ? '' : ' per 10,000 children');

/** A figure with its unit and its year: "60.6 per 10,000, 31 March 2025". */
const dated = (asked: Asked, value: number, period: Period): string =>
  `${said(asked, value)}${asked.variant.key === 'percent' ? '' : ' per 10,000'}, ${byItself(period, asked.variant.timing)}`;

/** Beyond the 99.8% limits around England's figure at the authority's base, whatever rounding leaves open. */
const againstEngland = (asked: Asked): Finding | undefined => {
  const { shelf, area, measure, variant, period } = asked;
  const picture = shelf.year(measure, variant.key, period);
  const standing = picture && standingIn(picture, area);
  const centre = picture?.england?.point.value;
  const kind = kindOf(variant);
  if (!standing?.base || standing.point.value === null || !kind || typeof centre !== 'number') return undefined;
  const { point, base } = standing;
  const figure = kind === 'rate' ? countOf(shelf.series(measure.slug), area.key, 'all', period) : point;
  if (!figure) return undefined;
  const per = kind === 'rate' ? PER.rate / base : 1;
  const [low, high] = [Math.max(0, figure.value! - figure.margin) * per, (figure.value! + figure.margin) * per];
  const limits = limitsAt(centre, base, LEVEL, kind);
  const way = low > limits.high ? 'higher' : high < limits.low ? 'lower' : undefined;
  if (!way) return undefined;
  const size = way === 'higher' ? (low - centre) / (limits.high - centre) : (centre - high) / (centre - limits.low);
  const word = kind === 'rate' ? 'rate' : 'percentage';
  return {
    slug: measure.slug,
    kind: 'england',
    way,
    period,
    size,
    head: `${measure.title}: ${way} than England`,
    figures: `${dated(asked, point.value!, period)}; England ${said(asked, centre)}.`,
    text: `${said(asked, point.value!)}${unit(asked)} ${inSentence(period, variant.timing)}; England ${said(asked, centre)}. If England’s ${word} were true here, chance alone would keep the figure between ${said(asked, limits.low)} and ${said(asked, limits.high)} in 499 of 500 cases.`
  };
};

const countAndBase = ({ shelf, area, measure, variant }: Asked, period: Period) => {
  const count = countOf(shelf.series(measure.slug), area.key, 'all', period);
  const base = baseOf(variant, variant.base && shelf.series(variant.base.measure), area.key, period);
  return count && base ? { value: count.value!, margin: count.margin, base } : undefined;
};

/** Rising or falling over the last five years by the rule of `recentTrend`. */
const trend = (asked: Asked): Finding | undefined => {
  const { shelf, area, measure, variant, period } = asked;
  const found = trendOf(shelf, measure, variant, area, period);
  if (found.kind !== 'rising' && found.kind !== 'falling') return undefined;
  const line = slice(shelf.series(measure.slug), variant.key, area.key)[0]!;
  const from = String(Number(period) - TREND_POINTS + 1);
  const valueOf = (year: Period): number => at(line, year)!.value!;
  const end = (year: Period): string => {
    const { value, base } = countAndBase(asked, year)!;
    const { low, high } = rateInterval(value, base);
    return `${said(asked, valueOf(year))} ${inSentence(year, variant.timing)} (95% interval ${said(asked, low)} to ${said(asked, high)})`;
  };
  return {
    slug: measure.slug,
    kind: 'trend',
    way: found.kind,
    period,
    size: Math.sqrt(found.chiSquared / TREND_LIMIT),
    head: `${measure.title}: ${found.kind} over five years`,
    figures: `${dated(asked, valueOf(from), from)}; ${said(asked, valueOf(period))}, ${byItself(period, variant.timing)}.`,
    text: `Per 10,000 children, from ${end(from)} to ${end(period)}. Where there is no trend, chance alone gives so clear a slope less than once in 500 times.`
  };
};

/** Beyond the 99.8% limits around the rate of March 2008, both counts taken as subject to chance, whatever rounding leaves open. */
const since = (asked: Asked): Finding | undefined => {
  const { shelf, area, measure, variant, period } = asked;
  const line = slice(shelf.series(measure.slug), variant.key, area.key)[0];
  const point = line && at(line, period);
  const from = point && point.value !== null ? comparableAt(line, point, BASE_YEAR) : undefined;
  const [before, after] = [countAndBase(asked, BASE_YEAR), countAndBase(asked, period)];
  if (!from || !before || !after || before.value === 0) return undefined;
  const ratio = after.base / before.base;
  const way = ratioStanding(before, after, ratio, FAR);
  if (way === 'similar') return undefined;
  const limits = limitsAround(ratio, before.value, FAR);
  const [lowest, highest] = [
    (after.value - after.margin) / (before.value + before.margin),
    (after.value + after.margin) / Math.max(before.value - before.margin, 1e-9)
  ];
  const size =
    way === 'higher'
      ? Math.log(lowest / ratio) / Math.log(limits.high / ratio)
      : Math.log(Math.max(highest, 1e-9) / ratio) / Math.log(limits.low / ratio);
  const rate = (each: number): string => said(asked, ((each * before.value) / after.base) * PER.rate);
  const then = inSentence(BASE_YEAR, variant.timing);
  return {
    slug: measure.slug,
    kind: 'since 2008',
    way,
    period,
    size,
    head: `${measure.title}: ${way} than ${variant.timing === 'at 31 March' ? then : `in the year to 31 March ${BASE_YEAR}`}`,
    figures: `${dated(asked, point!.value!, period)}; ${said(asked, from.value!)}, ${byItself(BASE_YEAR, variant.timing)}.`,
    text: `${said(asked, point!.value!)}${unit(asked)} ${inSentence(period, variant.timing)}; ${said(asked, from.value!)} ${then}. If the rate had stayed the same, chance alone would keep the later figure between ${rate(limits.low)} and ${rate(limits.high)} in 499 of 500 cases.`
  };
};

/** What an authority's figures were held against, and what lies beyond its limit, the largest first. */
export interface Findings {
  /** False for the City of London and the Isles of Scilly, whose figures rest on too few children. */
  tested: boolean;
  beyond: Finding[];
}

/**
 * Every figure of an authority that lies beyond its limit by `RULE`, in order of its size relative to that limit; one measure
 * has at most one finding of a kind. The first `MOST` are shown.
 */
export const findingsOf = (shelf: Shelf, area: Area): Findings => {
  if (TOO_SMALL.includes(area.key)) return { tested: false, beyond: [] };
  const beyond = CATALOGUE.flatMap((measure): Finding[] => {
    const variant = measure.variants[0];
    const kind = kindOf(variant);
    const period = kind && yearFor(shelf, measure, variant.key, area);
    if (!period) return [];
    const asked = { shelf, area, measure, variant, period };
    const own = kind === 'rate' ? [trend(asked), since(asked)] : [];
    return [againstEngland(asked), ...own].filter((each) => each !== undefined);
  });
  return { tested: true, beyond: beyond.sort((a, b) => b.size - a.size) };
};
