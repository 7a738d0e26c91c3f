import {
  STATUS_WORDS,
  byItself,
  formatNumber,
  similarTo,
  type Area,
  type Measure,
  type Period,
  type Point,
  type Status,
  type Variant
} from '#lib/domain/index.ts';
import { measureOf } from '#lib/domain/catalogue/index.ts';
import type { Side } from '#lib/statistics/difference.ts';
import { placeCell, type Rank } from '#lib/statistics/rank.ts';
import type { PlaceRange } from '#lib/series/estimates.ts';
import { similarGroup, type GroupMedian } from '#lib/areas/similar-councils.ts';
import { boundsWords } from '#lib/areas/similar-sentences.ts';
import type { Finding } from '#lib/areas/stands-out.ts';
import { resultIn, yearFor, type FigureStore } from '#lib/figures/year/figure-store.ts';

/**
 * The eight measures of a brief, from the three headline ones to what feeds them: who comes to notice, whom an enquiry is made
 * about, who is back on a plan, who starts to be looked after, and whether the posts of those who decide are filled. Each is a
 * rate or a percentage, published of England and of nearly every authority up to the newest year; plans of two years or more
 * are held back for too many authorities, and care applications come from another publisher as printed rates.
 */
export const BRIEF_MEASURES = [
  'looked-after',
  'child-protection-plans',
  'children-in-need',
  'referrals',
  'section-47-enquiries',
  'second-or-subsequent-plans',
  'starting-to-be-looked-after',
  'social-worker-vacancies'
] as const;

/** One measure of a council in its newest year, with what it is held against. Values in the unit of the variant. */
export interface BriefFact {
  measure: Measure;
  variant: Variant;
  /** Undefined where no figures of councils are held of a year in which the council was in being. */
  year?: Period;
  own?: Point;
  england?: Point;
  /** By the 95% limits around England's figure; absent for the two smallest councils and where no limits can be worked out. */
  side?: Side;
  rank?: Rank;
  /** Where that rank may be once chance is allowed for. */
  range?: PlaceRange;
  /** The median of the similar councils, and how many the model names. */
  median?: GroupMedian;
  near: number;
}

/** What a brief says of one measure of a council: the first unit of the measure, in the newest year. */
export const factOf = (store: FigureStore, slug: string, area: Area): BriefFact => {
  const measure = measureOf(slug)!;
  const variant = measure.variants[0];
  const year = yearFor(store, measure, variant.key, area);
  const picture = year === undefined ? undefined : store.year(measure, variant.key, year);
  const result = picture && resultIn(picture, area);
  const keys = similarTo(store.similar, area.key);
  if (year === undefined || !picture || !result) return { measure, variant, near: keys.length };
  const { median } = similarGroup({ store, measure, variant, period: year }, area) ?? {};
  const side = result.against?.side;
  return {
    measure,
    variant,
    year,
    own: result.point,
    ...(picture.england ? { england: picture.england.point } : {}),
    ...(side ? { side } : {}),
    ...(result.rank ? { rank: result.rank } : {}),
    ...(result.range ? { range: result.range } : {}),
    ...(median ? { median } : {}),
    near: keys.length
  };
};

/** The eight measures of a brief, in their order. */
export const factsOf = (store: FigureStore, area: Area): BriefFact[] =>
  BRIEF_MEASURES.map((slug) => factOf(store, slug, area));

/** A row of the table of a brief: text, never empty. */
export interface BriefRow {
  slug: string;
  title: string;
  /** "per 10,000, 31 March 2025". */
  unit: string;
  figure: string;
  england: string;
  similar: string;
  /** "of 9", where the median was taken from fewer than all similar councils. */
  from: string;
  side: string;
  /** "=94 of 151" from the highest, and "76–110", where that may be once chance is allowed for. */
  place: string;
  range: string;
}

/** Titles short enough for one line of the table, where the measure's own is not. */
const TITLES: Readonly<Record<string, string>> = {
  'child-protection-plans': 'On a child protection plan',
  referrals: 'Referrals',
  'second-or-subsequent-plans': 'Second or later plans',
  'starting-to-be-looked-after': 'Started to be looked after'
};

const cell = (value: number | null | undefined, { dp, key }: Variant, without: string): string =>
  typeof value === 'number' ? `${formatNumber(value, dp)}${key === 'percent' ? '%' : ''}` : without;

const noneOf = (status: Status | undefined): string =>
  status === undefined || status === 'unavailable' ? 'no figure' : STATUS_WORDS[status];

/** A fact as a row of the table. */
export const rowOf = (fact: BriefFact): BriefRow => {
  const { measure, variant, year, own, england, side, rank, range, median, near } = fact;
  const when = year === undefined ? '' : byItself(year, variant.timing);
  return {
    slug: measure.slug,
    title: TITLES[measure.slug] ?? measure.title,
    unit: [variant.key === 'percent' ? 'per cent' : variant.unit, when].filter(Boolean).join(', '),
    figure: cell(own?.value, variant, noneOf(own?.status)),
    england: cell(england?.value, variant, 'no figure'),
    similar: median ? boundsWords(median, variant) : near ? 'too few held' : 'none named',
    from: median && median.used < near ? `of ${median.used}` : '',
    side: side ?? '–',
    place: rank ? placeCell(rank) : typeof own?.value === 'number' ? 'not ranked' : '–',
    range: range ? `${range.first}–${range.last}` : '–'
  };
};

/** What stands out, as a brief has it: which measure and how, and the two figures that differ. */
export const outOf = (finding: Finding): { head: string; figures: string } => {
  const { short } = measureOf(finding.slug)!;
  const how = (): string => {
    switch (finding.kind) {
      case 'england':
        return `${finding.way} than England`;
      case 'trend':
        return `${finding.way} over five years`;
      case 'since 2008':
        return `${finding.way} than in 2008`;
      default:
        return finding.kind satisfies never;
    }
  };
  return { head: `${TITLES[finding.slug] ?? short}: ${how()}`, figures: finding.figures };
};
