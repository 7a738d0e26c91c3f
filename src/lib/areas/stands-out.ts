import { byItself, formatNumber, inSentence, type Area, type Period, formatSigned } from '#lib/domain/index.ts';
import { CATALOGUE } from '#lib/domain/catalogue/index.ts';
import { FAR, compareRatios as ratioStanding } from '#lib/statistics/change.ts';
import { PER } from '#lib/statistics/limits.ts';
import { rateInterval } from '#lib/statistics/interval.ts';
import { logDistance, logLimits } from '#lib/statistics/over-dispersion.ts';
import { TREND_POINTS } from '#lib/statistics/recent-trend.ts';
import { trendOf, trendPointsOf } from './trends-and-changes.ts';
import { isWhy } from '#lib/series/estimates.ts';
import { TOO_SMALL, rateKindOf } from '#lib/series/denominator.ts';
import { BASE_YEAR } from '#lib/domain/index.ts';
import {
  errorOfGrowth,
  sidesOf,
  slopeOf,
  usualGrowth,
  usualLevel,
  usualSlope,
  type Compared
} from './between-authority-spread.ts';
import { councilFiguresOf } from './memoised-figures.ts';
import { resultIn, yearFor, type FigureStore } from '#lib/figures/year/figure-store.ts';

/** What is set beside England's: a figure, its slope over the last five years, its change since March 2008. */
type FindingKind = 'england' | 'trend' | 'since 2008';

/** A figure that lies further from England's than chance and the usual differences between councils leave room for. */
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
  'Rates, and percentages whose denominator we have, are compared with England’s figure of the same year. For rates, so are the slope of the last five years and the change since March 2008, where they are clear by themselves. Limits at the 99.8% level leave room for chance and for the usual differences between councils; for a figure they are the wider limits of the Spread view, on the logarithm, so that low figures can stand out as well as high ones. The furthest beyond its own limit comes first. As the furthest do not widen the limits, more than 1 in 500 lie beyond.';

const LEVEL = 0.998;

const ROOM = 'chance and the usual differences between councils';

/** A measure in a period, and the council that is looked at. */
export interface Asked extends Compared {
  area: Area;
}

const said = ({ variant }: Compared, value: number): string =>
  `${formatNumber(value, 1)}${variant.key === 'percent' ? '%' : ''}`;

const unit = ({ variant }: Compared): string => (variant.key === 'percent' ? '' : ' per 10,000 children');

/** A figure with its unit and its year: "60.6 per 10,000, 31 March 2025". */
const dated = (asked: Compared, value: number, period: Period): string =>
  `${said(asked, value)}${asked.variant.key === 'percent' ? '' : ' per 10,000'}, ${byItself(period, asked.variant.timing)}`;

/** Beyond the limits around England's figure that allow for the usual difference, whatever rounding leaves open. */
export const againstEngland = (asked: Asked): Finding | undefined => {
  const { store, area, measure, variant, period } = asked;
  const picture = store.year(measure, variant.key, period);
  const point = picture && resultIn(picture, area)?.point;
  const own = councilFiguresOf(asked)
    ?.councilsIn(period)
    .find(({ key }) => key === area.key);
  const usual = usualLevel(asked);
  if (!own || own.isSuppressed || !usual || !point) return undefined;
  const base = own.size;
  const per = PER[usual.figure] / base;
  const [low, high] = [own.least * per, own.most * per];
  const { centre } = usual;
  const limits = logLimits(usual, base, LEVEL);
  const way = low > limits.high ? 'higher' : high < limits.low ? 'lower' : undefined;
  if (!way) return undefined;
  const [nearest, limit] = way === 'higher' ? [low, limits.high] : [high, limits.low];
  const size = logDistance(usual, base, nearest) / logDistance(usual, base, limit);
  // A count of none is taken as half a child, which need not lie beyond.
  if (size <= 1) return undefined;
  return {
    slug: measure.slug,
    kind: 'england',
    way,
    period,
    size,
    head: `${measure.title}: ${way} than England`,
    figures: `${dated(asked, point.value!, period)}; England ${said(asked, centre)}.`,
    text: `${said(asked, point.value!)}${unit(asked)} ${inSentence(period, variant.timing)}; England ${said(asked, centre)}. Around England’s figure, ${ROOM} leave room from ${said(asked, limits.low)} to ${said(asked, limits.high)}.`
  };
};

/** Rising or falling over the last five years by more than is usual for the measure, and further that way than England by the widened limits. */
const trend = (asked: Asked): Finding | undefined => {
  const { area, measure, variant, period } = asked;
  const found = trendOf(asked, area);
  if (isWhy(found) || found.trend === 'no clear trend') return undefined;
  const way = found.trend;
  const [own, usual] = [slopeOf(asked, area), usualSlope(asked)];
  if (!own || !usual) return undefined;
  const by = own.slope - usual.centre;
  const half = FAR * Math.hypot(own.error, usual.tau);
  const size = (way === 'rising' ? by : -by) / half;
  if (size <= 1) return undefined;
  const points = trendPointsOf(asked, area)!;
  const yearAt = (at: 0 | 4): Period => String(Number(period) - TREND_POINTS + 1 + at);
  const rateAt = (at: 0 | 4): number => (points[at]!.count! / points[at]!.size!) * PER.rate;
  const end = (at: 0 | 4): string => {
    const { low, high } = rateInterval(points[at]!.count!, points[at]!.size!);
    const year = yearAt(at);
    return `${said(asked, rateAt(at))} ${inSentence(year, variant.timing)} (95% interval ${said(asked, low)} to ${said(asked, high)})`;
  };
  return {
    slug: measure.slug,
    kind: 'trend',
    way,
    period,
    size,
    head: `${measure.title}: ${way} over five years`,
    figures: `${dated(asked, rateAt(0), yearAt(0))}; ${said(asked, rateAt(4))}, ${byItself(period, variant.timing)}.`,
    text: `Per 10,000 children, from ${end(0)} to ${end(4)}. By a straight line through the five years that is ${formatSigned(own.slope, 1)} a year; England’s is ${formatSigned(usual.centre, 1)}. Around England’s, ${ROOM} leave room from ${formatSigned(usual.centre - half, 1)} to ${formatSigned(usual.centre + half, 1)}.`
  };
};

/** Beyond the 99.8% limits of chance around its own rate of March 2008, and beyond the widened limits around England's change. */
const since = (asked: Asked): Finding | undefined => {
  const { area, measure, variant, period } = asked;
  const [sides, usual] = [sidesOf(asked, area), usualGrowth(asked)];
  if (!sides || !usual) return undefined;
  const { before, after } = sides;
  const bases = after.base / before.base;
  const way = ratioStanding(before, after, bases, FAR);
  if (way === 'similar') return undefined;
  // What rounding leaves open is taken against the finding.
  const nearest = way === 'higher' ? after.low / before.high : after.high / Math.max(before.low, 1e-9);
  const by = Math.log(nearest / bases) - usual.centre;
  const half = FAR * Math.hypot(errorOfGrowth(sides, usual.centre), usual.tau);
  const size = (way === 'higher' ? by : -by) / half;
  if (size <= 1) return undefined;
  const rate = ({ value, base }: typeof before): number => (value / base) * PER.rate;
  const room = (reach: number): string => said(asked, rate(before) * Math.exp(usual.centre + reach));
  const then = inSentence(BASE_YEAR, variant.timing);
  return {
    slug: measure.slug,
    kind: 'since 2008',
    way,
    period,
    size,
    head: `${measure.title}: ${way} than ${variant.timing === 'at 31 March' ? then : `in the year to 31 March ${BASE_YEAR}`}`,
    figures: `${dated(asked, rate(after), period)}; ${said(asked, rate(before))}, ${byItself(BASE_YEAR, variant.timing)}.`,
    text: `${said(asked, rate(after))}${unit(asked)} ${inSentence(period, variant.timing)}; ${said(asked, rate(before))} ${then}. Had the rate changed as England’s did, ${ROOM} would leave room from ${room(-half)} to ${room(half)}.`
  };
};

/** What a council's figures were held against, and what lies beyond its limit, the largest first. */
interface Findings {
  /** False for the City of London and the Isles of Scilly, whose figures rest on too few children. */
  tested: boolean;
  beyond: Finding[];
}

/**
 * Every figure of an authority that lies beyond its limit by `RULE`, in order of its distance relative to that limit; one measure
 * has at most one finding of a kind. The first `MOST` are shown.
 */
export const findingsOf = (store: FigureStore, area: Area): Findings => {
  if (TOO_SMALL.includes(area.key)) return { tested: false, beyond: [] };
  const beyond = CATALOGUE.flatMap((measure): Finding[] => {
    const variant = measure.variants[0];
    const kind = rateKindOf(variant);
    const period = kind && yearFor(store, measure, variant.key, area);
    if (!period) return [];
    const asked = { store, area, measure, variant, period };
    const own = kind === 'rate' ? [trend(asked), since(asked)] : [];
    return [againstEngland(asked), ...own].filter((each) => each !== undefined);
  });
  return { tested: true, beyond: beyond.sort((a, b) => b.size - a.size) };
};
