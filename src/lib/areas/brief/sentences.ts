import { capital, formatNumber, inProse, inSentence, variantOf, type Area, type Status } from '#lib/domain/index.ts';
import type { HEADLINES } from '#lib/domain/catalogue/index.ts';
import type { Why } from '#lib/statistics/estimates-file.ts';
import { NO_ESTIMATES, isWhy, type FiveYears } from '#lib/series/estimates.ts';
import { trendOf } from '#lib/areas/trends-and-changes.ts';
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
  unavailable: 'is not in our data',
  'not applicable': 'does not apply',
  unreliable: 'is not given, as its publisher judged it too unreliable',
  low: 'is more than zero, but rounds to zero'
};

const TRENDS: Record<FiveYears, string> = {
  rising: 'rising over five years',
  falling: 'falling over five years',
  'no clear trend': 'with no clear five-year trend'
};

const isHeadline = (slug: string): slug is Headline => Object.hasOwn(LEVELS, slug);

/**
 * One headline measure in a sentence of about 25 words: level and day, compared with England by the 95% limits, trend over
 * five years; ranks stand in the table. Where there is no figure, that and why. `trend` is that of the fact's year.
 */
const describeFact = (fact: BriefFact, trend: { trend: FiveYears } | Why, area: Area): string => {
  const { measure, variant, year, own, england, side } = fact;
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
  const said = isWhy(trend) ? 'with no five-year trend to test' : TRENDS[trend.trend];
  return `${level}${beside ? `, ${beside}` : ''}, ${said}.`;
};

/** The sentence of a headline measure, in words worked out from its figures. */
export const describeHeadline = (store: FigureStore, slug: Headline, area: Area): string => {
  const fact = factOf(store, slug, area);
  const variant = variantOf(fact.measure, 'rate')!;
  const trend =
    fact.year === undefined
      ? NO_ESTIMATES
      : trendOf({ store, measure: fact.measure, variant, period: fact.year }, area);
  return describeFact(fact, trend, area);
};
