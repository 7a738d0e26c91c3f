import { SUPPRESSED } from '#lib/statistics/count-range.ts';
import {
  formatDate,
  formatNumber,
  inProse,
  similarTo,
  type Area,
  type Similar,
  type Variant
} from '#lib/domain/index.ts';
import type { Interval } from '#lib/statistics/interval.ts';
import { ordinalOf, type Rank } from '#lib/statistics/rank.ts';
import type { GroupMedian, SimilarGroup } from './similar-councils.ts';

/** How the drawings of the eleven are read. */
export const GROUP_DRAWING_NOTE =
  'A row is one of the eleven councils, the highest first, with its 95% interval; this council is orange. Shaded: the 95% limits of chance round the rate of all eleven together, for a council of its size.';

/** How the table of similar councils is read. */
export const GROUP_NOTE =
  'Higher, lower: tested as a pair, the two differ by more than chance gives 19 pairs in 20. Close: they may not.';

/** A figure, or both ends of what it can be: "17.1", "between 0.5 and 2.3". */
export const boundsWords = ({ low, high }: Interval, { dp, key }: Variant): string => {
  const sign = key === 'percent' ? '%' : '';
  const [first, last] = [`${formatNumber(low, dp)}${sign}`, `${formatNumber(high, dp)}${sign}`];
  return first === last ? first : `between ${first} and ${last}`;
};

/** "the highest", "joint 4th highest", "the lowest", "between 4th and 6th highest". */
const endOrPlace = ({ place, last, joint, of }: Rank): string => {
  if (last !== undefined) return `between ${ordinalOf(place)} and ${ordinalOf(last)} highest`;
  const end = place === 1 ? 'highest' : place === of ? 'lowest' : undefined;
  return `${joint ? 'joint' : 'the'} ${end ?? `${ordinalOf(place)} highest`}`;
};

const placeWords = ({ place, placeRange, members }: SimilarGroup): string | undefined => {
  if (!place) return undefined;
  const among =
    place.of < members.length
      ? `the ${place.of} with a figure of itself and the ten most like it`
      : 'the eleven, itself and the ten most like it';
  const start = `Of ${among}, ${inProse(members[0]!.area)} is ${endOrPlace(place)}`;
  if (!placeRange) return `${start}.`;
  const { first, last } = placeRange;
  if (first === 1 && last >= place.of) return `${start}, and may be anywhere among them once chance is allowed for.`;
  const range =
    first === last ? `about ${ordinalOf(first)}` : `between about ${ordinalOf(first)} and ${ordinalOf(last)}`;
  return `${start}, or ${range} once chance is allowed for.`;
};

const pooledWords = ({ pooled, members }: SimilarGroup, variant: Variant): string | undefined => {
  if (!pooled) return undefined;
  const many = pooled.used < members.length ? `the ${pooled.used} of the eleven with a count` : 'the eleven';
  const { low, high } = pooled.limits;
  const [first, last] = [low, high].map((each) => boundsWords({ low: each, high: each }, variant));
  const how = {
    higher: 'That is above the 95% limits of chance',
    similar: 'That is within the 95% limits of chance',
    lower: 'That is below the 95% limits of chance'
  }[pooled.side];
  const centre = boundsWords(pooled.figure, variant).replace(/^between (.*) and /, '$1 to ');
  return `${how} round the figure of ${many} taken together, ${centre}: they run from ${first} to ${last}.`;
};

/** How the median of the ten is less than plain: from how few it was taken, why it has two ends, or why there is none. */
const medianWords = (median: GroupMedian | undefined, many: number, variant: Variant): string => {
  if (!median)
    return 'Too few of the ten most similar councils have a published figure, so no median of them is given.';
  if (median.used === many && median.low === median.high) return '';
  const from = median.used < many ? `, taken from the ${median.used} of them with a figure` : '';
  const open = median.low === median.high ? '' : `, as figures of 1 to ${SUPPRESSED.most} children are not published`;
  return `The median of the ten most similar councils is ${boundsWords(median, variant)}${from}${open}.`;
};

/** How a council stands among the ten most similar to it: its place, all eleven together, and what is to be known of the median of the ten. */
export const describeGroup = (group: SimilarGroup, variant: Variant): string =>
  [placeWords(group), pooledWords(group, variant), medianWords(group.median, group.members.length - 1, variant)]
    .filter(Boolean)
    .join(' ');

/** Which model names the ten, and that another of the Department's tools shows their mean; or that it names none. */
export const similarNote = (similar: Similar, area: Area): string =>
  similarTo(similar, area.key).length
    ? `DfE model, ${similar.model}. We use the median; one DfE tool uses the mean.`
    : `The Department’s model of ${similar.model} lists no similar councils for ${inProse({ ...area, ended: undefined } as Area)}${area.ended ? `, which ended on ${formatDate(area.ended)}` : ''}.`;
