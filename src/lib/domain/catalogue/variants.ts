import type { Denominator, Variant } from '#lib/domain/measure.ts';
import type { Timing } from '#lib/domain/period.ts';

export const LOOKED_AFTER = 'children_looked_after';
export const PLANS = 'child_protection_plans';
export const NEED = 'children_in_need';
export const REFERRALS = 'referrals_and_assessments';
export const WORKFORCE = 'social_work_workforce';

const RATE_SENTENCE = '{When}, there were {value} {noun} for every 10,000 children living in {place}.';
const NUMBER_SENTENCE = '{When}, there {were} {value} {noun} in {place}.';
// An authority looks after children wherever they live, so for these it is "by Haringey", not "in Haringey".
export const LOOKED_AFTER_SENTENCE = '{When}, there {were} {value} {noun} {by} {place}.';

/** Rates of March of a year divide by the population of the middle of the year before. */
const CHILDREN: Denominator = { measure: 'children', lag: 1, label: 'Children aged 0 to 17' };
export const OUT_OF_REFERRALS: Denominator = { measure: 'referrals', lag: 0, label: 'Referrals in the year' };

type Source = Pick<Variant, 'dataSet' | 'indicator' | 'timing' | 'noun'> & Partial<Variant>;

export const rateVariant = (source: Source): Variant => ({
  key: 'rate',
  label: 'Rate per 10,000 children',
  unit: 'per 10,000',
  dp: 1,
  sentence: RATE_SENTENCE,
  ...source
});

export const numberVariant = (source: Source): Variant => ({
  key: 'number',
  label: 'Number',
  unit: source.noun?.[1] ?? '',
  dp: 0,
  sentence: NUMBER_SENTENCE,
  ...source
});

export const percentVariant = (source: Omit<Source, 'noun'> & { sentence: string }): Variant => ({
  key: 'percent',
  label: 'Percentage',
  unit: '%',
  dp: 1,
  ...source
});

/** A rate and the number it was worked out from: the columns `<indicator>_rate` and `<indicator>`. */
export const rateAndNumber = (
  dataSet: string,
  indicator: string,
  timing: Timing,
  noun: readonly [string, string],
  printed?: Variant['printed']
): [Variant, Variant] => [
  rateVariant({
    dataSet,
    indicator: `${indicator}_rate`,
    timing,
    noun,
    denominator: CHILDREN,
    ...(printed ? { printed } : {})
  }),
  numberVariant({
    dataSet,
    indicator,
    timing,
    noun,
    ...(dataSet === LOOKED_AFTER ? { sentence: LOOKED_AFTER_SENTENCE } : {})
  })
];

export const asPrinted = (indicator: string) => ({ indicator, label: 'Rate as printed at the time' });

export const THRESHOLDS =
  'A high figure can mean more harm, better detection or a lower threshold for help; a low one can mean the opposite of each. The figure cannot tell them apart.';
