import type { Level } from './area.ts';
import type { Timing } from './period.ts';

/** The ways a measure is counted. `index` is worked out from the number in the page and has no column of its own. */
const VARIANT_KEYS = ['rate', 'number', 'percent', 'average', 'amount', 'month', 'started'] as const;

export type VariantKey = (typeof VARIANT_KEYS)[number];

/** What a reader may choose as unit. */
export const UNITS = [...VARIANT_KEYS, 'index'] as const;

export type Unit = (typeof UNITS)[number];

/** One line of a variant that holds several, such as initial, core and single assessments. */
export interface LineSource {
  key: string;
  label: string;
  indicator: string;
}

/** What a rate or a percentage is out of, where that is held: the number of another measure, a period or none before. */
export interface Denominator {
  /** Slug of the measure whose numbers are divided by. */
  measure: string;
  /** How many years before the figure's own: rates of March divide by the population of the middle of the year before. */
  lag: 0 | 1;
  /** What is counted there, at the start of a line: "Children aged 0 to 17". */
  label: string;
}

/** One way in which a measure is counted, and the column of `data/` it comes from. */
export interface Variant {
  key: VariantKey;
  /** How the choice reads: "Rate per 10,000 children". */
  label: string;
  /** What stands after a figure in a table head or tooltip: "per 10,000", "children", "%". */
  unit: string;
  dataSet: string;
  indicator: string;
  /** Decimal places. */
  dp: number;
  timing: Timing;
  /** Several indicators drawn as one story; `indicator` is then the first of them. */
  lines?: readonly LineSource[];
  /** The filter column whose values are drawn as lines. */
  filter?: string;
  /** Values of it that are no line of their own: a total stands beside its parts nowhere that one of them is held back. */
  omits?: readonly string[];
  /** The levels whose figures are shown, where not all that are held: the others are in the data set and in Explore. */
  levels?: readonly Level[];
  /** True where larger figures are held back too, to hide a small one: then a figure held back need not be from 1 to 5. */
  secondarySuppression?: true;
  /** What the figure is out of, for intervals and limits; absent where that is not held. */
  denominator?: Denominator;
  /** The same figure as printed at the time, shown beside it and never joined to it. */
  printed?: { indicator: string; label: string };
  /** One and many of what is counted, for the sentence. */
  noun?: readonly [one: string, many: string];
  /**
   * The sentence of a level. {value} {place} {when} {When} {noun} {were} {by} are filled in;
   * {by} is "by" for an authority and "in" otherwise.
   */
  sentence: string;
}

export const GROUPS = [
  'The three headline measures',
  'Looked after children',
  'Child protection',
  'Need, referral and assessment',
  'Courts',
  'Workforce',
  'Population'
] as const;

/** A statistic of the site: what it is, how it may be read, and where its figures come from. */
export interface Measure {
  slug: string;
  title: string;
  /** Short name for a row or a small chart. */
  short: string;
  group: (typeof GROUPS)[number];
  /** What is counted, in plain words. */
  definition: string;
  /** What a high or a low value may mean. */
  mayMean: string;
  /** What it does not show by itself. */
  mayNotMean: string;
  /** The first is the default. */
  variants: readonly [Variant, ...Variant[]];
}

/** The variant of a key; undefined where the measure has none. */
export const variantOf = (measure: Measure, key: string): Variant | undefined =>
  measure.variants.find((variant) => variant.key === key);

/** The variant whose columns a unit is drawn from: an index is drawn from the number. */
export const columnsOf = (measure: Measure, unit: Unit): Variant =>
  (unit === 'index' ? variantOf(measure, 'number') : variantOf(measure, unit)) ?? measure.variants[0];

/** True where an index can be drawn: there is a yearly number with one line. */
const hasIndex = (measure: Measure): boolean => {
  const number = variantOf(measure, 'number');
  return number !== undefined && !number.lines && !number.filter;
};

/** The units a reader can choose for a measure, in order. */
export const unitsOf = (measure: Measure): { key: Unit; label: string }[] => [
  ...measure.variants.map(({ key, label }) => ({ key, label })),
  ...(hasIndex(measure) ? [{ key: 'index' as const, label: 'Index: one year = 100' }] : [])
];

/** The head of a table's column of periods. */
export const PERIOD_HEADS: Record<Timing, string> = {
  'at 31 March': '31 March',
  'year to 31 March': 'Year to 31 March',
  'at 30 September': '30 September',
  'mid-year': 'Mid-year',
  'calendar year': 'Year',
  month: 'Month'
};
