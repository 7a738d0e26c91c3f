import {
  capital,
  formatNumber,
  formatSigned,
  formatPeriod,
  inProse,
  inSentence,
  list,
  round,
  yearOf,
  type Area,
  type Variant
} from '#lib/domain/index.ts';
import { changeRange, describeClaim, type BeyondClaim } from '#lib/figures/claims.ts';
import { NO_ESTIMATES, isWhy } from '#lib/series/estimates.ts';
import type { ChangeVerdict } from '#lib/statistics/change-test.ts';
import type { Side } from '#lib/statistics/difference.ts';
import { factorOf, usualRange, type LogSpread } from '#lib/statistics/over-dispersion.ts';
import { usualSide } from './beyond-usual.ts';
import { describeEngland, describeLevel, noDifferenceWords, type Sentence } from '#lib/figures/time/sentences.ts';
import { TOO_SMALL } from '#lib/series/denominator.ts';
import { SUPPRESSED } from '#lib/statistics/count-range.ts';
import { ordered, type AreaResult } from './area-result.ts';
import { claimsOfResult, type ResultClaim, type SinceClaim } from './claims.ts';
import type { YearPicture } from './picture.ts';

const word = (picture: YearPicture): string => picture.line?.label.toLowerCase() ?? '';

/** The figure with its unit, short: "67.1 per 10,000 children", "22.5%", "1,204". */
const withUnit = ({ variant, unitLabel, dp }: YearPicture, value: number): string =>
  `${formatNumber(value, dp)}${variant.key === 'percent' ? '%' : variant.key === 'rate' ? ` ${unitLabel}` : ''}`;

const plain = ({ variant, dp }: YearPicture, value: number): string =>
  `${formatNumber(value, dp)}${variant.key === 'percent' ? '%' : ''}`;

const points = (variant: Variant): string => (variant.key === 'percent' ? ' percentage points' : '');

/** The places that share an end of the order: their names, or how many they are. */
const namesOf = (results: AreaResult[]): string =>
  results.length > 3 ? `${results.length} councils` : list(results.map(({ area }) => inProse(area)));

const atEnd = (picture: YearPicture, end: 'low' | 'high'): { value: number; names: string } => {
  const values = picture.ranked.map((result) => ordered(result, picture.since)!);
  const value = end === 'low' ? Math.min(...values) : Math.max(...values);
  return {
    value,
    names: namesOf(picture.ranked.filter((result) => ordered(result, picture.since) === value))
  };
};

const councils = (many: number): string => (many === 1 ? '1 council' : `${formatNumber(many)} councils`);

/** How the figures of all ranked authorities lie: both ends and the middle half. */
const range = (picture: YearPicture): string => {
  const { ranked, quartiles, dp } = picture;
  if (!ranked.length)
    return `${capital(inSentence(picture.year, picture.variant.timing))}, no council has a figure to show.`;
  const [low, high] = [atEnd(picture, 'low'), atEnd(picture, 'high')];
  const what = picture.line ? `${picture.measure.title} (${word(picture)})` : picture.measure.title;
  const start = `${capital(inSentence(picture.year, picture.variant.timing))}, the figures of ${councils(ranked.length)}`;
  if (low.value === high.value) return `${what}. ${start} were all ${withUnit(picture, low.value)}.`;
  const half = quartiles
    ? `; the middle half lay between ${plain(picture, round(quartiles[0], dp))} and ${plain(picture, round(quartiles[2], dp))}`
    : '';
  return `${what}. ${start} ran from ${plain(picture, low.value)} (${low.names}) to ${withUnit(picture, high.value)} (${high.names})${half}.`;
};

/** How many clearly rose and fell since the earlier period, by tests of all of them together; or that nothing was tested, and why. */
const moves = (picture: YearPicture): string => {
  const { ranked, since, year, variant, tests } = picture;
  const title = picture.line ? `${picture.measure.title} (${word(picture)})` : picture.measure.title;
  const span = `${title}. From ${formatPeriod(since!)} to ${formatPeriod(year)}`;
  if (!ranked.length) return `${span}, no council has two figures that can be compared.`;
  const [low, high] = [atEnd(picture, 'low'), atEnd(picture, 'high')];
  const ends =
    low.value === high.value
      ? ''
      : ` The changes ran from ${formatSigned(low.value, picture.dp)} (${low.names}) to ${formatSigned(high.value, picture.dp)}${points(variant)} (${high.names}).`;
  if (!tests || isWhy(tests))
    return `${span}, ${councils(ranked.length)} ${ranked.length === 1 ? 'has' : 'have'} two figures that can be compared. Whether a change is more than chance is not tested: ${tests?.why ?? NO_ESTIMATES.why}.${ends}`;
  const verdicts = ranked.flatMap(({ tested }) => (tested && !isWhy(tested) ? [tested.verdict] : []));
  const count = (verdict: ChangeVerdict): number => verdicts.filter((each) => each === verdict).length;
  return `${span}, of ${councils(verdicts.length)} whose change was tested, ${count('rose')} rose, ${count('fell')} fell and ${count('no clear change')} had no clear change.${ends} ${describeTests(tests.phi, yearOf(year) - yearOf(since!))}`;
};

/** What the tests of changes between two years allow for: the movement of one year, also where they lie further apart. */
const describeTests = (phi: number, years: number): string =>
  `The test allows for chance and for how far this measure’s figures usually move from one year to the next (for a council of middling size, ${formatNumber(phi, 1)} times the variance of chance). It is set so that of the councils said to have risen or fallen no more than about 1 in 20 did not, so some with an interval on one side of zero have no clear change.${years > 1 ? ` It allows for the movement of one year only. Over ${years} years figures usually move further: a clear change says that a council’s figure is not where it was, not that it moved more than others’ did.` : ''}`;

/** How many councils lie beyond limits of chance alone, rounding allowed for. */
const beyondChance = ({ ranked, year }: YearPicture): BeyondClaim => {
  const sides = ranked.flatMap(({ against }) => against?.side ?? []);
  const count = (side: Side): number => sides.filter((each) => each === side).length;
  return {
    kind: 'beyond',
    period: year,
    of: sides.length,
    above: count('higher'),
    below: count('lower'),
    limits: { kind: 'chance', level: 95 }
  };
};

/** How many councils lie beyond the wider limits, and which where they are few. */
const beyondUsual = ({ ranked, year }: YearPicture, spread: LogSpread, level: 95 | 99.8): BeyondClaim => {
  const sized = ranked.filter(({ denominator }) => denominator);
  const names = (side: 'higher' | 'lower'): string[] =>
    sized
      .filter((each) => usualSide(each, spread, level === 95 ? 0.95 : 0.998) === side)
      .map(({ area }) => inProse(area));
  const [above, below] = [names('higher'), names('lower')];
  return {
    kind: 'beyond',
    period: year,
    of: sized.length,
    above: above.length,
    below: below.length,
    limits: { kind: 'usual', level },
    ...(level === 99.8 && above.length + below.length <= 8 ? { named: { above, below } } : {})
  };
};

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
        : 'What these figures are out of is not held here, so no limits of chance can be worked out; each dot is a council.'
    ];
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
  return [...out, LIMITS_NOTE];
};

/** Who is not ranked, and why. */
const apart = (picture: YearPicture): string[] => {
  const small = picture.unranked.filter(({ area }) => TOO_SMALL.includes(area.key));
  const rest = picture.unranked.filter(({ area }) => !TOO_SMALL.includes(area.key));
  const out: string[] = [];
  if (small.length)
    out.push(`Not ranked (too few children for a reliable rate): ${list(small.map(({ area }) => inProse(area)))}.`);
  if (rest.length) {
    const why = picture.since === undefined ? 'No figure to rank' : 'No two figures that can be compared';
    out.push(`${why}: ${rest.length > 6 ? councils(rest.length) : list(rest.map(({ area }) => inProse(area)))}.`);
  }
  if (picture.unpublished)
    out.push(
      `${picture.unpublished === 1 ? 'One of these has a figure that is' : `Figures of ${formatNumber(picture.unpublished)} of these are`} not published because ${picture.unpublished === 1 ? 'it stands' : 'they stand'} for 1 to ${SUPPRESSED.most} children. So a rank is given as bounds where it depends on them.`
    );
  return out;
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
const describeResultClaim = (picture: YearPicture, area: Area, claim: ResultClaim): string => {
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
  const all = [
    picture.since === undefined ? range(picture) : moves(picture),
    ...(picture.view === 'spread' ? limits(picture) : []),
    ...apart(picture)
  ];
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
