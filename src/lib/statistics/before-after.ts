import type { Change, Count, Direction, ComparedToAll } from './change.ts';
import type { BreakFound } from './break-search.ts';
import type { ResidualVerdict } from './durbin-watson-test.ts';
import type { NoClaim } from './no-claim.ts';
import type { Records } from './placebo-records.ts';
import type { Monthly } from './same-months.ts';
import type { SeamBounds } from './seam.ts';
import type { Segmented, Yearly } from './segmented.ts';

/** England's series that are modelled, and the control that should not move: its columns, and whether it counts a year. */
export const SERIES = {
  'looked-after': { column: 'looked_after_31_march', countsAYear: false },
  started: { column: 'started', countsAYear: true },
  ceased: { column: 'ceased', countsAYear: true },
  children: { column: 'population', countsAYear: false }
} as const;

export type SeriesKey = keyof typeof SERIES;
export const SERIES_KEYS = Object.keys(SERIES) as SeriesKey[];

/**
 * The cases a model is fitted about: the month in which each became known, and the first and last year fitted. The years
 * before begin where the return again covers every child (2004), or after the case before; those after end before the
 * next, or with the last year held.
 */
export const CASES = {
  connelly: { event: '2008-11', from: 2004, to: 2014 },
  rotherham: { event: '2014-08', from: 2010, to: 2020 },
  'arthur-and-star': { event: '2021-12', from: 2016, to: 2025 }
} as const;

export type CaseKey = keyof typeof CASES;
export const CASE_KEYS = Object.keys(CASES) as CaseKey[];

/** Other first years of the earlier line, to see how much depends on the choice; rates begin in 2001. */
export const OTHER_STARTS = [2001, 2003, 2005] as const;

/** The first year of the longest earlier line, which only a number of children reaches back to. */
export const LONGEST_START = 1994;

/** The seam of child protection plans: the last year of the old return and the first of the census. */
export const PLANS_SEAM = { lastBefore: 2009, firstAfter: 2010 } as const;

/** The months that the reader may set as that of the event: from Peter Connelly's death to the March in which the next year ends. */
export const EVENT_RANGE = { first: '2007-08', last: '2010-03' } as const;

/** What the reader may compare the months after an event with: months of 2007, or of spring 2008, from the new court procedure on. */
export const BASES = {
  '2007': ['2007-06', '2007-11', '2007-12'],
  'spring-2008': ['2008-04', '2008-05', '2008-06']
} as const;

export type BaseKey = keyof typeof BASES;

/** Years of the two sides in which authorities are compared. */
export const SIDES = { before: [2006, 2007, 2008], after: [2010, 2011, 2012] } as const;

/** Measures held for authorities on both sides. */
export const AUTHORITY_MEASURES = ['looked-after', 'started', 'ceased'] as const;
export type AuthorityMeasure = (typeof AUTHORITY_MEASURES)[number];

/** Two sides of one area: the mean of three years each. */
export interface TwoSides {
  before: Count;
  after: Count;
  change: Change;
  /** After over before, less one, in per cent; undefined from none. */
  percent?: number;
  /** Both means with March 2008 (or the year to it) as 100; undefined where that year has no figure above zero. */
  index?: { before: number; after: number };
}

/** Three years after over three before. */
export const ratioOf = ({ before, after }: { before: { value: number }; after: { value: number } }): number =>
  after.value / before.value;

/** An authority, a region or a group of authorities, by measure; a measure without all six years is not there. */
export interface AreaChange {
  key: string;
  name: string;
  /** Nine-character code of the region an authority lies in. */
  region?: string;
  sides: Partial<Record<AuthorityMeasure, TwoSides>>;
  /** Starts of the year to March 2008 against those to March 2010; undefined where one is not held. */
  starts?: { before: Count; after: Count; direction: Direction };
  /** Starts of three years after over three before, against the ratio of all councils together: inside or outside the 95% and the 99.8% limits. */
  comparedToAll?: { near: ComparedToAll; far: ComparedToAll };
  /** Fifth of authorities by deprivation, 1 the least deprived. */
  fifth?: number;
  /** Of a region: years whose figure is the sum of its authorities, some of which are held back, by measure. */
  suppressed?: { measure: AuthorityMeasure; years: number[]; authorities: string[] }[];
  /** Why a measure is not there, in plain words. */
  why?: string;
}

/** What is shown of the two sides of an area. */
export interface ShownSides extends Pick<TwoSides, 'percent' | 'index'> {
  before: Pick<Count, 'value'>;
  after: Pick<Count, 'value'>;
  change: Pick<Change, 'direction'>;
}

/** An authority as a page carries it: what is shown of its two sides. */
export interface ShownArea extends Pick<AreaChange, 'key' | 'name' | 'comparedToAll' | 'why'> {
  sides: Partial<Record<AuthorityMeasure, ShownSides>>;
}

/** One year of an authority followed through: with asylum-seeking children, and without. */
export interface Followed {
  year: number;
  lookedAfter?: Count;
  asylum?: Count;
  without?: Count;
  started?: Count;
}

/** Everything that the page on before and after computes, as it is published. */
export interface BeforeAfter {
  england: Record<SeriesKey, Yearly[]>;
  models: Model[];
  /** How the model of each series does on other dates, and the line that begins in `LONGEST_START`, of children looked after. */
  records: Record<SeriesKey, Records>;
  longest: CaseModel;
  /** The plainest break in the yearly growth of starts, at a date that the search is not told. */
  search: BreakFound | NoClaim;
  /** Child protection plans over the change of source: the two numbers, and how much of the change can be real. */
  seam: SeamBounds & { lastBefore: number; firstAfter: number };
  months: { care: (Monthly & { derived?: true })[]; referrals: Monthly[] };
  /**
   * All councils that have the six years of a measure, added up. Their own sum is what a council's change is compared with: councils'
   * starts and leavers of 2010 to 2017 are first releases, England's were revised upwards.
   */
  together: Record<AuthorityMeasure, TwoSides & { authorities: number }>;
  authorities: AreaChange[];
  regions: AreaChange[];
  fifths: (AreaChange & { authorities: number })[];
  haringey: Followed[];
}

/** A model with what its residuals say of each other. */
export interface CaseModel extends Segmented {
  residuals: ResidualVerdict;
}

/** Whether a model may print an interval: not where its residuals go together, as its intervals take years to be independent. */
export const hasInterval = ({ residuals }: CaseModel): boolean => residuals.verdict !== 'go together';

/** A model with the case and the series it is of. */
export interface Model extends CaseModel {
  case: CaseKey;
  series: SeriesKey;
}
