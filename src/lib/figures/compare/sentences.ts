import { capital, formatNumber, inProse, inSentence, list, type Point, type Variant } from '#lib/domain/index.ts';
import { change, standsTo } from '#lib/series/compare.ts';
import type { Side } from '#lib/statistics/difference.ts';
import type { PairVerdict } from '#lib/statistics/pair-verdict.ts';
import { ordinalOf } from '#lib/statistics/rank.ts';
import { TOO_SMALL, rateKindOf } from '#lib/series/denominator.ts';
import type { ComparedMeasure, Comparison } from './picture.ts';
import { possessive, describeLevel, describeNoDifference, type Sentence } from '#lib/figures/time/sentences.ts';
import type { AreaResult } from '#lib/figures/year/area-result.ts';

const SIDES: readonly Side[] = ['higher', 'similar', 'lower'];

const NUMBERS = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven'];

type Known = AreaResult & { point: Point & { value: number } };

const isKnown = (result: AreaResult | undefined): result is Known =>
  result !== undefined && result.point.value !== null;

const names = (results: readonly AreaResult[]): string => list(results.map(({ area }) => inProse(area)));

const PAIR_WORDS: Record<PairVerdict, string> = {
  higher: ', more than chance is likely to explain',
  lower: ', more than chance is likely to explain',
  close: ', a gap small enough to be chance'
};

/** How the figure of the authority stands to the only other one. */
const besideOne = (own: Known, other: Known, pair: PairVerdict | undefined, dp: number): string => {
  const found = change(other.point, own.point, dp);
  const what = `${capital(possessive(inProse(other.area)))} was ${formatNumber(other.point.value, dp)}`;
  const none = describeNoDifference(standsTo(found));
  if (none) return `${what}: ${none}.`;
  return `${what}: ${possessive(inProse(own.area))} was ${found.by > 0 ? 'higher' : 'lower'} by ${formatNumber(Math.abs(found.by), dp)}${pair ? PAIR_WORDS[pair] : ''}.`;
};

/** Where the figure of the authority stands among several, and between which they lie. */
const amongSome = (own: Known, all: readonly Known[], noun: string, dp: number): string => {
  const values = all.map(({ point }) => point.value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const many = `the ${NUMBERS[all.length]} ${noun} here with a figure`;
  if (low === high) return `${capital(many)} had the same figure.`;
  const place = values.filter((value) => value > own.point.value).length + 1;
  const joint = values.filter((value) => value === own.point.value).length > 1 ? 'joint ' : '';
  const where =
    own.point.value === high
      ? `${joint}highest`
      : own.point.value === low
        ? `${joint}lowest`
        : `${joint}${ordinalOf(place)} highest`;
  const at = (value: number): string => names(all.filter(({ point }) => point.value === value));
  return `Of ${many}, that is the ${where}: they ran from ${formatNumber(low, dp)} (${at(low)}) to ${formatNumber(high, dp)} (${at(high)}).`;
};

/** Which of several areas differ from the one chosen first by more than chance is likely to explain, each tested with it as a pair. */
const inPairs = (own: Known, all: readonly Known[], pairOf: (area: string) => PairVerdict | undefined): string => {
  const being = (verdict: PairVerdict): Known[] => all.filter(({ area }) => pairOf(area.key) === verdict);
  const said = (['higher', 'lower', 'close'] as const).flatMap((verdict) => {
    const those = being(verdict);
    if (!those.length) return [];
    const were = those.length > 1 ? 'were' : 'was';
    return verdict === 'close'
      ? [`${names(those)} ${were} close enough for chance`]
      : [`${names(those)} ${were} ${verdict} by more than chance is likely to explain`];
  });
  return said.length ? `Tested in pairs with ${inProse(own.area)}, ${said.join('; ')}.` : '';
};

/** Which areas lie above, within and below the limits around England's figure, and which are too small for limits, where there are limits. */
const besideEngland = (all: readonly Known[], england: Known | undefined, variant: Variant): string => {
  if (!england || !all.length) return '';
  const on = (side: Side): Known[] => all.filter(({ against }) => against?.side === side);
  const groups = SIDES.filter((side) => on(side).length);
  const small = rateKindOf(variant) ? all.filter(({ area }) => TOO_SMALL.includes(area.key)) : [];
  const said = groups.map((side) => `${names(on(side))} ${on(side).length > 1 ? 'were' : 'was'} ${side}`);
  return [
    `England’s figure was ${formatNumber(england.point.value, variant.dp)}.`,
    groups.length ? `By the 95% limits around it, ${said.join('; ')}.` : '',
    small.length ? `Too small to be tested against it: ${names(small)}.` : ''
  ]
    .filter(Boolean)
    .join(' ');
};

/** Who has no figure, and why. */
const missing = ({ results }: ComparedMeasure, rows: Comparison['rows']): string[] => {
  const held = results.flatMap((result) => (result && result.point.value === null ? [result] : []));
  const suppressed = held.filter(({ point }) => point.status === 'suppressed');
  const rest = held.filter(({ point }) => point.status !== 'suppressed');
  const absent = rows.filter((_, i) => !results[i]).map(({ area }) => inProse(area));
  return [
    suppressed.length
      ? `Not published, so that no one can be identified: the figure${suppressed.length > 1 ? 's' : ''} of ${names(suppressed)}.`
      : '',
    rest.length ? `Not held here: the figure${rest.length > 1 ? 's' : ''} of ${names(rest)}.` : '',
    absent.length ? `Not in being then: ${list(absent)}.` : ''
  ];
};

/** Neighbours in the order of figures that rounding leaves open the order of. */
const unsure = (all: readonly Known[], dp: number): string => {
  const sorted = [...all].sort((a, b) => b.point.value - a.point.value);
  const pairs = sorted.flatMap((each, i) => {
    const next = sorted[i + 1];
    if (!next || each.point.value === next.point.value || change(next.point, each.point, dp).beyondRounding) return [];
    return [names([each, next])];
  });
  return pairs.length ? `Rounding leaves open which is higher: ${pairs.join('; ')}.` : '';
};

/** What a measure says of the areas beside each other: the authority, its place among them, and each against England. */
const describeMeasure = (comparison: Comparison, compared: ComparedMeasure): string => {
  const { variant, year, results, pairs } = compared;
  const { own, rows } = comparison;
  const known = results.filter((result, i) => rows[i]!.slot !== 'england' && isKnown(result)) as Known[];
  const england = results.find((result, i) => rows[i]!.slot === 'england' && isKnown(result)) as Known | undefined;
  const mine = known.find(({ area }) => area.key === own.key);
  const others = known.filter(({ area }) => area.key !== own.key);
  const pairOf = (key: string): PairVerdict | undefined => pairs[rows.findIndex(({ area }) => area.key === key)];
  const noun = known.every(({ area }) => area.level === 'Local authority') ? 'authorities' : 'areas';
  return [
    mine
      ? describeLevel(variant, own, '', year, mine.point.value)
      : `For ${inProse(own)} there is no figure ${inSentence(year, variant.timing)} to show.`,
    mine && others.length === 1 ? besideOne(mine, others[0]!, pairOf(others[0]!.area.key), variant.dp) : '',
    mine && others.length > 1 ? amongSome(mine, known, noun, variant.dp) : '',
    mine && others.length > 1 ? inPairs(mine, others, pairOf) : '',
    besideEngland(known, england, variant),
    known.length > 2 ? unsure(known, variant.dp) : '',
    ...missing(compared, rows)
  ]
    .filter(Boolean)
    .join(' ');
};

/** What a comparison says: a sentence or more of each measure, in their order. */
export const describeComparison = (comparison: Comparison): Sentence[] =>
  comparison.measures.map((compared) => ({
    id: compared.measure.slug,
    label: compared.measure.title,
    text: describeMeasure(comparison, compared)
  }));

/** How the intervals of a comparison are read. */
export const INTERVAL_NOTE =
  'The bars, and the ranges beside the rates, are 95% intervals: what chance alone leaves open of each rate, and rounding where there is any. Whether two areas differ cannot be read from whether their bars overlap, so each is tested with the area chosen first as a pair: higher or lower means by more than chance gives 19 pairs in 20, close that chance may be enough. Under a rank is the range that chance leaves open. Under a change, rose and fell say that it is more than chance and the measure’s usual movement in a year explain, with false alarms held to 1 in 20 over all councils. Brothers and sisters often enter care together, so chance reaches a little further than these intervals and tests allow; a council is itself part of its region and of England, which makes a comparison with them a little too cautious. City of London and the Isles of Scilly have too few children to be ranked or tested.';
