import {
  capital,
  formatNumber,
  formatSigned,
  formatPeriod,
  inProse,
  inSentence,
  list,
  yearOf,
  type Area,
  type Variant
} from '#lib/domain/index.ts';
import { changeRange, describeClaim } from '#lib/figures/claims.ts';
import { NO_ESTIMATES, isWhy } from '#lib/series/estimates.ts';
import { factorOf, usualRange, type LogSpread } from '#lib/statistics/over-dispersion.ts';
import { describeEngland, describeLevel, noDifferenceWords, type Sentence } from '#lib/figures/time/sentences.ts';
import { detailsOf } from '#lib/figures/registry.ts';
import { SUPPRESSED } from '#lib/statistics/count-range.ts';
import type { AreaResult } from './area-result.ts';
import {
  beyondChance,
  beyondUsual,
  claimsOfResult,
  claimsOfYear,
  type EndClaim,
  type ResultClaim,
  type SinceClaim,
  type YearClaim
} from './claims.ts';
import { describeGivenDeprivation } from './given-deprivation.ts';
import type { YearPicture } from './picture.ts';

const word = (picture: YearPicture): string => picture.line?.label.toLowerCase() ?? '';

/** The figure with its unit, short: "67.1 per 10,000 children", "22.5%", "1,204". */
export const withUnit = ({ variant, unitLabel, dp }: YearPicture, value: number): string =>
  `${formatNumber(value, dp)}${variant.key === 'percent' ? '%' : variant.key === 'rate' ? ` ${unitLabel}` : ''}`;

const plain = ({ variant, dp }: YearPicture, value: number): string =>
  `${formatNumber(value, dp)}${variant.key === 'percent' ? '%' : ''}`;

const points = (variant: Variant): string => (variant.key === 'percent' ? ' percentage points' : '');

/** How many councils: "1 council", "151 councils". */
export const councils = (many: number): string => (many === 1 ? '1 council' : `${formatNumber(many)} councils`);

/** The areas of a claim by name; how many they are where there are more than `most`. */
const namesOf = ({ ranked, unranked }: YearPicture, keys: readonly string[], most: number): string => {
  if (keys.length > most) return councils(keys.length);
  const all = [...ranked, ...unranked];
  return list(keys.map((key) => inProse(all.find(({ area }) => area.key === key)!.area)));
};

/** Those that share an end of the order. */
const atEnd = (picture: YearPicture, { areas }: EndClaim): string => namesOf(picture, areas, 3);

/** The measure, with the line that is shown where it has several. */
export const titleOf = ({ measure, line }: YearPicture): string =>
  line ? `${measure.title} (${line.label.toLowerCase()})` : measure.title;

const describeRange = (picture: YearPicture, claim: YearClaim & { kind: 'range' }): string => {
  const { period, of, low, high, middle } = claim;
  const start = `${titleOf(picture)}. ${capital(inSentence(period, picture.variant.timing))}, the figures of ${councils(of)}`;
  if (low.value === high.value) return `${start} were all ${withUnit(picture, low.value)}.`;
  const half = middle
    ? `; the middle half lay between ${plain(picture, middle[0])} and ${plain(picture, middle[1])}`
    : '';
  return `${start} ran from ${plain(picture, low.value)} (${atEnd(picture, low)}) to ${withUnit(picture, high.value)} (${atEnd(picture, high)})${half}.`;
};

/** How many clearly rose and fell, by tests of all of them together; or that nothing was tested, and why. */
const describeMoves = (picture: YearPicture, claim: YearClaim & { kind: 'moves' }): string => {
  const { of, low, high, found } = claim;
  const { dp, variant } = picture;
  const span = `${titleOf(picture)}. From ${formatPeriod(claim.since)} to ${formatPeriod(claim.period)}`;
  const ends =
    low.value === high.value
      ? ''
      : ` The changes ran from ${formatSigned(low.value, dp)} (${atEnd(picture, low)}) to ${formatSigned(high.value, dp)}${points(variant)} (${atEnd(picture, high)}).`;
  if (isWhy(found))
    return `${span}, ${councils(of)} ${of === 1 ? 'has' : 'have'} two figures that can be compared. Whether a change is more than chance is not tested: ${found.why}.${ends}`;
  const { rose, fell, 'no clear change': open, phi } = found;
  return `${span}, of ${councils(rose + fell + open)} whose change was tested, ${rose} rose, ${fell} fell and ${open} had no clear change.${ends} ${describeTests(phi, yearOf(claim.period) - yearOf(claim.since))}`;
};

/** What the tests of changes between two years allow for: the movement of one year, also where they lie further apart. */
const describeTests = (phi: number, years: number): string =>
  `The test allows for chance and for how far this measure’s figures usually move from one year to the next (for a council of middling size, ${formatNumber(phi, 1)} times the variance of chance). It is set so that of the councils said to have risen or fallen no more than about 1 in 20 did not, so some with an interval on one side of zero have no clear change.${years > 1 ? ` It allows for the movement of one year only. Over ${years} years figures usually move further: a clear change says that a council’s figure is not where it was, not that it moved more than others’ did.` : ''}`;

/** How far councils usually differ, by the number that draws the wider limits. */
const describeUsual = (picture: YearPicture, spread: LogSpread): string => {
  if (spread.figure === 'rate')
    return `The wider limits allow for that: councils of the same size usually differ from England’s rate by a factor of up to ${formatNumber(factorOf(spread), 1)}.`;
  const { low, high } = usualRange(spread);
  return `The wider limits allow for that: councils of the same size usually lie between ${plain(picture, low)} and ${plain(picture, high)}.`;
};

/** What makes limits of chance a little too narrow or too wide. */
export const LIMITS_NOTE =
  'Brothers and sisters often enter care together, which makes these limits slightly too narrow; a large county is itself part of England, which makes them slightly too wide for it.';

/** What the limits say of all councils together: those of chance, with how many would lie outside by chance alone, and the wider ones. */
const limits = (picture: YearPicture): string[] => {
  if (!picture.kind)
    return [
      picture.variant.key === 'number'
        ? 'Numbers follow the size of an area, so no limits of chance are drawn around England’s.'
        : 'What these figures are out of is not in our data, so no limits of chance can be worked out; each dot is a council.'
    ];
  if (picture.againstDeprivation) return [...describeGivenDeprivation(picture), LIMITS_NOTE];
  const chance = beyondChance(picture);
  if (!chance.of) return [];
  const out = [describeClaim(chance, picture.variant)];
  const { spread } = picture;
  if (!spread || isWhy(spread))
    out.push(
      `No wider limits are drawn, which would allow for how far councils usually differ: ${spread?.why ?? NO_ESTIMATES.why}.`
    );
  else if (spread.tau === 0) out.push('Taken together, councils differ by no more than chance gives.');
  else {
    const [far, near] = [beyondUsual(picture, spread, 99.8), beyondUsual(picture, spread, 95)];
    out.push(
      'So councils differ by more than chance.',
      describeUsual(picture, spread),
      describeClaim(far, picture.variant),
      `Beyond the wider 95% limits ${near.above + near.below === 1 ? 'lies' : 'lie'} ${near.above + near.below}: they are drawn from how far most councils differ, without the most extreme.`
    );
  }
  return [...out, LIMITS_NOTE, ...describeGivenDeprivation(picture)];
};

const describeUnpublished = (count: number): string =>
  `${count === 1 ? 'One of these has a figure that is' : `Figures of ${formatNumber(count)} of these are`} not published because ${count === 1 ? 'it stands' : 'they stand'} for 1 to ${SUPPRESSED.most} children. So a rank is given as bounds where it depends on them.`;

/** Which councils are marked as similar to the first chosen one, and which of them have no figure. */
const describeSimilar = ({ ranked }: YearPicture, { to, keys, model }: NonNullable<YearPicture['similar']>): string => {
  const shown = keys.flatMap((key) => ranked.find(({ area }) => area.key === key) ?? []);
  const missing = keys.length - shown.length;
  return `Marked as similar to ${inProse(to)} by the Department’s model of ${model}: ${list(shown.map(({ area }) => inProse(area)))}${missing ? ` (${missing} of the ten ${missing === 1 ? 'has' : 'have'} no figure)` : ''}.`;
};

/** A claim of all councils in words. */
export const describeYearClaim = (picture: YearPicture, claim: YearClaim): string => {
  switch (claim.kind) {
    case 'none ranked':
      return claim.since === undefined
        ? `${capital(inSentence(claim.period, picture.variant.timing))}, no council has a figure to show.`
        : `${titleOf(picture)}. From ${formatPeriod(claim.since)} to ${formatPeriod(claim.period)}, no council has two figures that can be compared.`;
    case 'range':
      return describeRange(picture, claim);
    case 'moves':
      return describeMoves(picture, claim);
    case 'too small':
      return `Not ranked (too few children for a reliable rate): ${namesOf(picture, claim.areas, Infinity)}.`;
    case 'without a figure':
      return `${picture.since === undefined ? 'No figure to rank' : 'No two figures that can be compared'}: ${namesOf(picture, claim.areas, 6)}.`;
    case 'not published':
      return describeUnpublished(claim.count);
    default:
      return claim satisfies never;
  }
};

/** How a figure stands to that of an earlier period, with what its test says. */
const describeSince = ({ variant, dp }: YearPicture, { period, value, stands, by, tested }: SinceClaim): string => {
  const then = inSentence(period, variant.timing);
  const before = `${formatNumber(value, dp)}${variant.key === 'percent' ? '%' : ''}`;
  const size = `${formatNumber(Math.abs(by), dp)}${points(variant)}`;
  const difference =
    noDifferenceWords(stands, {
      same: `the same as ${then}`,
      within: `within rounding of the figure ${then} (${before})`,
      nearly: `nearly the same as ${then} (${before})`
    }) ?? `${size} ${stands === 'higher' ? 'more' : 'less'} than ${then} (${before})`;
  if (!tested || isWhy(tested)) return `That is ${difference}.`;
  const interval = `95% interval of the change ${changeRange(tested, dp)}`;
  if (tested.verdict === 'no clear change') return `That is ${difference}: no clear change (${interval}).`;
  return `That is a ${tested.verdict === 'rose' ? 'rise' : 'fall'} of ${size} from ${before} ${then} (${interval}).`;
};

/** A claim of one area in words. */
export const describeResultClaim = (picture: YearPicture, area: Area, claim: ResultClaim): string => {
  const { variant } = picture;
  switch (claim.kind) {
    case 'level':
      return describeLevel(variant, area, word(picture), claim.period, claim.value);
    case 'no figure':
      return `For ${inProse(area)} there is no figure ${inSentence(claim.period, variant.timing)} to show.`;
    case 'since':
      return describeSince(picture, claim);
    case 'not comparable':
      return `It cannot be compared with ${formatPeriod(claim.period)}.`;
    case 'rank':
      return describeClaim(claim, variant);
    case 'England':
      return describeEngland(claim, area, variant);
    default:
      return claim satisfies never;
  }
};

/** What is said of one area, of what `claimsOfResult` claims. */
export const describeResult = (picture: YearPicture, result: AreaResult): string =>
  claimsOfResult(picture, result)
    .map((claim) => describeResultClaim(picture, result.area, claim))
    .join(' ');

/** The sentences of a view of one period: the areas marked, England, then all authorities together. */
export const describeYear = (picture: YearPicture): Sentence[] => {
  const marked = [...picture.ranked, ...picture.unranked, ...picture.regions]
    .filter(({ slot }) => slot !== undefined)
    .sort((a, b) => (typeof a.slot === 'number' ? a.slot : 99) - (typeof b.slot === 'number' ? b.slot : 99));
  const [span, ...others] = claimsOfYear(picture).map((claim) => describeYearClaim(picture, claim));
  const similar = picture.similar ? [describeSimilar(picture, picture.similar)] : [];
  const all = [span!, ...similar, ...(detailsOf(picture.view).hasLimits ? limits(picture) : []), ...others];
  return [
    ...marked.map((result) => ({
      id: result.area.key,
      label: result.label,
      text: describeResult(picture, result)
    })),
    ...(picture.england
      ? [{ id: picture.england.area.key, label: picture.england.label, text: describeResult(picture, picture.england) }]
      : []),
    { id: 'all', label: 'All councils', text: all.join(' ') }
  ];
};
