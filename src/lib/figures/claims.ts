import { formatPeriod, formatSigned, list, type Period, type Point, type Variant } from '#lib/domain/index.ts';
import { change, standsTo, type Change, type Stands } from '#lib/series/compare.ts';
import type { PlaceRange } from '#lib/series/estimates.ts';
import type { Tested } from '#lib/series/tested-changes.ts';
import type { Why } from '#lib/statistics/estimates-file.ts';
import type { Side } from '#lib/statistics/difference.ts';
import { ordinalOf, placeWords, type Quarter, type Rank } from '#lib/statistics/rank.ts';

/** The figure of an area in a period, as it is shown; `base` is the period whose number an index takes as 100. */
export interface LevelClaim {
  kind: 'level';
  area: string;
  /** Which of a variant's lines it is on. */
  line: string;
  period: Period;
  value: number;
  base?: Period;
}

/** The figure that another is compared with, how that one stands to it, and by how much it is higher (lower where negative). */
export interface Compared {
  period: Period;
  value: number;
  stands: Stands;
  by: number;
}

/** What a change claims, told by the figure that it starts from. */
export const comparedWith = (found: Change): Compared => ({
  period: found.from.period,
  value: found.from.value!,
  stands: standsTo(found),
  by: found.by
});

/** How an area's figure stands to England's of the same period. */
export interface EnglandClaim extends Compared {
  kind: 'England';
  area: string;
  /** By the limits of chance around England's figure; absent where that is not tested. */
  side?: Side;
  /** True where rounding leaves the area's figure open. */
  isOpen: boolean;
}

/** How one figure stands to England's. */
export const englandClaim = (
  area: string,
  theirs: Point,
  point: Point,
  { side, isOpen, dp }: { side: Side | undefined; isOpen: boolean; dp: number }
): EnglandClaim => ({
  kind: 'England',
  area,
  ...comparedWith(change(theirs, point, dp)),
  ...(side ? { side } : {}),
  isOpen
});

/** A council's rank among all, and between which ranks it may be once chance is allowed for, or why that is not known. */
export interface RankClaim {
  kind: 'rank';
  area: string;
  period: Period;
  rank: Rank;
  from: 'highest' | 'lowest';
  range: PlaceRange | Why;
}

/** How a council's figure changed between two years, as far as it was tested. */
export interface ChangeClaim {
  kind: 'change';
  area: string;
  from: Period;
  to: Period;
  tested: Tested;
}

/** How many councils lie beyond limits, of those that have both a figure and limits. */
export interface BeyondClaim {
  kind: 'beyond';
  period: Period;
  of: number;
  above: number;
  below: number;
  /** Limits of chance alone, beyond which a share lies by chance; or limits that also allow for the usual difference. */
  limits: { kind: 'chance'; level: 95 | 99.8 } | { kind: 'usual'; level: 95 | 99.8 };
  /** Who lies beyond, where they are few enough to name. */
  named?: { above: string[]; below: string[] };
}

type Claim = RankClaim | ChangeClaim | BeyondClaim;

const QUARTER_WORDS = ['lowest', 'lower middle', 'upper middle', 'highest'] as const satisfies string[];

/** Turns a range of ranks from the highest round to one from the lowest. */
export const fromEnd = (range: PlaceRange, from: RankClaim['from']): PlaceRange =>
  from === 'highest' ? range : { ...range, first: range.of + 1 - range.last, last: range.of + 1 - range.first };

const quarterWords = (quarter: Quarter | undefined): string =>
  quarter === undefined ? '' : `, most likely in the ${QUARTER_WORDS[quarter - 1]} quarter`;

/** "between about 76th and 110th", "about 1st". */
const rangeWords = ({ first, last }: Pick<PlaceRange, 'first' | 'last'>): string =>
  first === last ? `about ${ordinalOf(first)}` : `between about ${ordinalOf(first)} and ${ordinalOf(last)}`;

const describeRank = ({ rank, range, from }: RankClaim): string => {
  const counted = from === 'lowest' ? ', counted from the lowest' : '';
  const plain = `That is ${placeWords(rank)} councils${counted}`;
  if ('why' in range) return `${plain}. No range can be given for this rank: ${range.why}.`;
  return `${plain}, or ${rangeWords(range)} once chance is allowed for${quarterWords(range.quarter)}.`;
};

/** Both ends of a change: "−3.1 to +4.0". */
export const changeRange = ({ low, high }: { low: number; high: number | null }, dp: number): string =>
  `${formatSigned(low, dp)} to ${high === null ? 'no upper end' : formatSigned(high, dp)}`;

const describeChange = ({ from, to, tested }: ChangeClaim, { dp, key }: Pick<Variant, 'dp' | 'key'>): string => {
  const span = `${formatPeriod(from)} to ${formatPeriod(to)}`;
  if ('why' in tested) return `Whether it changed from ${span} cannot be tested: ${tested.why}.`;
  const interval = `95% interval of the change ${changeRange(tested, dp)}${key === 'percent' ? ' percentage points' : ''}`;
  // An interval is one council's own; the verdict is among all councils, of which some would have such an interval by chance.
  const isApart = tested.low > 0 || (tested.high !== null && tested.high < 0);
  return tested.verdict === 'no clear change'
    ? `From ${span} there is no clear change${isApart ? ' once all councils are tested together' : ''} (${interval}).`
    : `From ${span} it ${tested.verdict}, by more than chance and this measure’s usual movement in a year explain (${interval}).`;
};

const describeBeyond = ({ of, above, below, limits, named }: BeyondClaim): string => {
  const names = (keys: string[] | undefined): string => (keys?.length ? ` (${list(keys)})` : '');
  const counts = `${above}${names(named?.above)} ${above === 1 ? 'lies' : 'lie'} above the ${limits.kind === 'chance' ? '' : 'wider '}${limits.level}% limits${limits.kind === 'chance' ? ' around England’s figure' : ''} and ${below}${names(named?.below)} below them`;
  if (limits.kind === 'usual') return `Of ${of} councils, ${counts}.`;
  const expected = Math.round(of * (1 - limits.level / 100));
  return `Of ${of} councils, ${counts}, after rounding is allowed for; by chance alone about ${expected} would lie outside.`;
};

/** A claim in words. `variant` is what the figures are in. */
export const describeClaim = (claim: Claim, variant: Pick<Variant, 'dp' | 'key'>): string => {
  switch (claim.kind) {
    case 'rank':
      return describeRank(claim);
    case 'change':
      return describeChange(claim, variant);
    case 'beyond':
      return describeBeyond(claim);
    default:
      return claim satisfies never;
  }
};
