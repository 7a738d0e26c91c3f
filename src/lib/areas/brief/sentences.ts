import { capital, formatNumber, inProse, inSentence, variantOf, type Area, type Status } from '#lib/domain/index.ts';
import type { HEADLINES } from '#lib/domain/catalogue/index.ts';
import { ordinalOf, type Rank } from '#lib/statistics/rank.ts';
import type { RecentTrend } from '#lib/statistics/recent-trend.ts';
import { trendOf } from '#lib/areas/authority.ts';
import { factOf, type BriefFact } from './brief.ts';
import { TOO_SMALL } from '#lib/series/denominator.ts';
import type { FigureStore } from '#lib/figures/year/figure-store.ts';

type Headline = (typeof HEADLINES)[number];

/** How the level of a headline measure is said: the rate, of whom, where. */
const LEVELS: Record<Headline, (rate: string, place: string) => string> = {
  'looked-after': (rate, place) => `${place} looked after ${rate} children per 10,000 living there`,
  'child-protection-plans': (rate, place) =>
    `${rate} in every 10,000 children in ${place} were on a child protection plan`,
  'children-in-need': (rate, place) => `${rate} in every 10,000 children in ${place} were in need`
};

/** What the rate is of, where there is none to say. */
const RATES: Record<Headline, (place: string) => string> = {
  'looked-after': (place) => `the rate of children looked after by ${place}`,
  'child-protection-plans': (place) => `the rate of children on a child protection plan in ${place}`,
  'children-in-need': (place) => `the rate of children in need in ${place}`
};

const WITHOUT: Record<Exclude<Status, 'ok' | 'derived'>, string> = {
  suppressed: 'is not published, so that no one can be identified',
  unavailable: 'is not held here',
  'not applicable': 'does not apply',
  unreliable: 'is not given, as its publisher judged it too unreliable',
  low: 'is more than zero, but rounds to zero'
};

const TRENDS: Record<Exclude<RecentTrend['kind'], 'none'>, string> = {
  rising: 'with a rising five-year trend',
  falling: 'with a falling five-year trend',
  'no clear trend': 'with no clear five-year trend'
};

const NO_TREND: Record<Extract<RecentTrend, { kind: 'none' }>['why'], string> = {
  'fewer than five years': 'with too few years for a trend',
  'a break': 'with no trend, as the way of counting changed',
  'a missing year': 'with no five-year trend, as a year is missing',
  'none or all': 'with no five-year trend, as a year has none'
};

/** A place from the highest in words: "joint 91st highest of 151 authorities". */
const placeOf = ({ place, last, joint, of }: Rank): string => {
  if (last !== undefined) return `between ${ordinalOf(place)} and ${ordinalOf(last)} highest of ${of} authorities`;
  const nth = place === 1 ? 'highest' : place === of && !joint ? 'lowest' : `${ordinalOf(place)} highest`;
  return `${joint ? 'joint ' : ''}${nth} of ${of} authorities`;
};

const isHeadline = (slug: string): slug is Headline => Object.hasOwn(LEVELS, slug);

/**
 * One headline measure in a sentence of about thirty words: level and day, beside England by the 95% limits, place from the
 * highest, trend over five years. Where there is no figure, that and why. `trend` is that of the fact's year.
 */
const describeFact = (fact: BriefFact, trend: RecentTrend, area: Area): string => {
  const { measure, variant, year, own, england, side, rank } = fact;
  if (!isHeadline(measure.slug))
    throw new Error(`a brief's sentence: expected a headline measure, found ${measure.slug}`);
  const place = inProse(area);
  const rate = RATES[measure.slug](place);
  if (year === undefined || !own)
    return `${capital(rate)} is not held: ${place} began after the newest figures of councils.`;
  const theirs = typeof england?.value === 'number' ? formatNumber(england.value, variant.dp) : undefined;
  const when = inSentence(year, variant.timing);
  if (own.value === null) {
    const why = own.status === 'ok' || own.status === 'derived' ? WITHOUT.unavailable : WITHOUT[own.status];
    return `${capital(rate)} ${when} ${why}${theirs ? `; England’s was ${theirs} per 10,000` : ''}.`;
  }
  const level = `${capital(when)}, ${LEVELS[measure.slug](formatNumber(own.value, variant.dp), place)}`;
  if (TOO_SMALL.includes(area.key))
    return `${level}${theirs ? `; England’s rate was ${theirs}` : ''}. So few children live there that it is not ranked or tested.`;
  const beside =
    theirs && (side ? `${side} ${side === 'similar' ? 'to' : 'than'} England (${theirs})` : `England ${theirs}`);
  const said = trend.kind === 'none' ? NO_TREND[trend.why] : TRENDS[trend.kind];
  return `${level}${beside ? `, ${beside}` : ''}: ${[rank ? placeOf(rank) : 'not ranked', said].join(', ')}.`;
};

/** The sentence of a headline measure, in words worked out from its figures. */
export const describeHeadline = (store: FigureStore, slug: Headline, area: Area): string => {
  const fact = factOf(store, slug, area);
  const variant = variantOf(fact.measure, 'rate')!;
  const trend: RecentTrend =
    fact.year === undefined
      ? { kind: 'none', why: 'a missing year' }
      : trendOf(store, fact.measure, variant, area, fact.year);
  return describeFact(fact, trend, area);
};
