import {
  capital,
  formatDate,
  formatNumber,
  formatPeriod,
  inProse,
  inSentence,
  list,
  ordinal,
  type Area,
  type Period,
  type Variant
} from '#lib/domain/index.ts';
import {
  describeClaim,
  type ChangeClaim,
  type Compared,
  type EnglandClaim,
  type LevelClaim
} from '#lib/figures/claims.ts';
import type { Stands } from '#lib/series/compare.ts';
import { isWhy } from '#lib/series/estimates.ts';
import type { SimilarStanding } from '#lib/series/similar-standing.ts';
import type { Why } from '#lib/statistics/estimates-file.ts';
import { claimsOf, type LineClaim, type MissingStatus } from './claims.ts';
import type { Picture, PictureLine } from './picture.ts';

const percentSign = (picture: Picture): string => (picture.unit === 'percent' ? '%' : '');

const points = (picture: Picture): string => (picture.unit === 'percent' ? ' percentage points' : '');

const withUnit = (picture: Picture, value: number): string =>
  `${formatNumber(value, picture.dp)}${percentSign(picture)}`;

const when = (picture: Picture, period: Period): string => inSentence(period, picture.variant.timing);

const fill = (template: string, words: Record<string, string>): string =>
  template.replace(/\{(\w+)\}/g, (whole, word: string) => words[word] ?? whole);

/** The sentence of a level: when, how many, what, where. `word` is the line's own, of a variant that holds several. */
export const describeLevel = (variant: Variant, of: Area, word: string, period: Period, figure: number): string => {
  const { noun } = variant;
  const one = figure === 1 && variant.key !== 'rate';
  const time = inSentence(period, variant.timing);
  return fill(variant.sentence, {
    When: capital(time),
    when: time,
    value: formatNumber(figure, variant.dp),
    place: inProse(of),
    line: word,
    were: one ? 'was' : 'were',
    noun: noun ? noun[one ? 0 : 1] : '',
    by: of.level === 'Local authority' ? 'by' : 'in'
  });
};

const describeLatest = (picture: Picture, line: PictureLine, { period, value, base }: LevelClaim): string => {
  const { noun } = picture.variant;
  if (base === undefined || !noun) return describeLevel(picture.variant, line.area, line.word, period, value);
  const by = line.area.level === 'Local authority' && /looked after|taken into care/.test(noun[1]) ? 'by' : 'in';
  return `${capital(when(picture, period))}, the number of ${noun[1]} ${by} ${inProse(line.area)} stood at ${formatNumber(value, picture.dp)}, taking the number ${when(picture, base)} as 100.`;
};

/** Where there is no difference to name: why not, to be followed by what there is none from. */
export const noDifferenceWords = (
  stands: Stands,
  words: { same: string; within: string; nearly: string }
): string | undefined =>
  ({
    same: words.same,
    'within rounding': words.within,
    'nearly the same': words.nearly,
    higher: undefined,
    lower: undefined
  })[stands];

/** `noDifferenceWords` after the figure that is compared with. */
export const describeNoDifference = (stands: Stands): string | undefined =>
  noDifferenceWords(stands, { same: 'the same', within: 'within rounding of it', nearly: 'nearly the same' });

const compared = (picture: Picture, { stands, by }: Compared): string => {
  const none = noDifferenceWords(stands, {
    same: 'the same as',
    within: 'within rounding of the figure',
    nearly: 'nearly the same as'
  });
  if (none) return none;
  const size = formatNumber(Math.abs(by), picture.dp);
  if (picture.variant.noun && picture.unit !== 'rate' && picture.unit !== 'index')
    return `${size} ${stands === 'higher' ? 'more' : 'fewer'} than`;
  return `${size}${points(picture)} ${stands} than`;
};

/** "The figure for 2010 …", "The figures for 2010 and 2011 …". */
const theFigures = (periods: readonly Period[], [one, many]: readonly [string, string], joined: string): string =>
  periods.length === 1 ? `The figure for ${joined} ${one}.` : `The figures for ${joined} ${many}.`;

const DOUBTED = [
  'is not used: the Department graded it as of low confidence',
  'are not used: the Department graded them as of low confidence'
] as const;

const describeTests = (picture: Picture, tests: ChangeClaim[]): string => {
  const [why, ...others] = new Set(tests.map(({ tested }) => (isWhy(tested) ? tested.why : undefined)));
  if (why !== undefined && !others.length) return `Whether it changed is not tested: ${why}.`;
  return tests.map((claim) => describeClaim(claim, picture.variant)).join(' ');
};

/** How the latest figure stands to earlier ones, the last of which is the first that can be compared. */
const describeEarlier = (picture: Picture, earlier: Compared[]): string => {
  if (!earlier.length) return 'No earlier figure can be compared with it.';
  const each = earlier.map(
    (from) => `${compared(picture, from)} ${when(picture, from.period)} (${withUnit(picture, from.value)})`
  );
  const months = picture.variant.timing === 'month';
  return `That is ${each.join(', and ')}, ${months ? 'the first such month held' : 'the earliest comparable year'}.`;
};

/** "Haringey’s", and for what takes no such ending: "that of the East Midlands", "that of Cheshire (to 2009)". */
export const possessive = (name: string): string => (/[s)]$/.test(name) ? `that of ${name}` : `${name}’s`);

/** How far chance could explain a difference from England. */
const describeChance = ({ side, isOpen }: EnglandClaim): string => {
  if (side === undefined) return '';
  if (side !== 'similar') return ', more than chance alone gives 19 times in 20';
  return `, which chance${isOpen ? ' and rounding' : ''} alone could explain`;
};

/** How a figure stands to England’s. `at` is when, where the sentence is to say it: " on 31 March 2025". */
export const describeEngland = (
  claim: EnglandClaim,
  area: Area,
  { key, dp }: Pick<Variant, 'key' | 'dp'>,
  at = ''
): string => {
  const { value, stands, by, side } = claim;
  const what = `England’s figure${at} was ${formatNumber(value, dp)}${key === 'percent' ? '%' : ''}`;
  if (stands === 'same') return `${what}: the same.`;
  const own = possessive(inProse(area));
  const none = describeNoDifference(stands);
  if (none) return `${what}: ${own} was ${none}.`;
  const size = `${formatNumber(Math.abs(by), dp)}${key === 'percent' ? ' percentage points' : ''}`;
  return `${what}: ${own} was ${side === 'similar' ? 'similar, ' : ''}${stands} by ${size}${describeChance(claim)}.`;
};

/** Why there is no number, of one period and of several; after "The figure for 2025" and "The figures for 2024 and 2025". */
const REASONS: Record<MissingStatus, readonly [one: string, many: string]> = {
  suppressed: [
    'is not published: the publisher held it back so that no one can be identified',
    'are not published: the publisher held them back so that no one can be identified'
  ],
  unavailable: ['is not in our data', 'are not in our data'],
  unreliable: [
    'is not given: the publisher judged it too unreliable',
    'are not given: the publisher judged them too unreliable'
  ],
  low: ['is more than zero, but rounds to zero', 'are more than zero, but round to zero'],
  'not applicable': ['does not apply', 'do not apply']
};

/** Periods as they read in a row: "2018, 2020 and 2022 to 2025". */
const inARow = (periods: Period[]): string => {
  const runs: Period[][] = [];
  for (const period of periods) {
    const run = runs.at(-1);
    if (run && ordinal(period) - ordinal(run.at(-1)!) === 1) run.push(period);
    else runs.push([period]);
  }
  return list(
    runs.flatMap((run) =>
      run.length > 2 ? [`${formatPeriod(run[0]!)} to ${formatPeriod(run.at(-1)!)}`] : run.map(formatPeriod)
    )
  );
};

/** How many of the ten a median was taken from, where not all have a figure. */
const usedWords = (used: number): string =>
  used < 10 ? `${used} of the ten councils most similar to` : 'the ten councils most similar to';

/** The unit of a figure inside a sentence, where the measure's own sentence does not say it. */
const unitOf = ({ unit, variant, unitLabel }: Picture): string =>
  unit === 'percent' ? '%' : unit === 'average' ? ` ${variant.unit}` : unit === 'index' ? '' : ` ${unitLabel}`;

/** How a council stands to the similar ones by tests: to all eleven together, and to each of the ten as a pair. */
const describeStanding = (found: SimilarStanding | Why, variant: Variant): string => {
  if (isWhy(found)) return `Whether that is more than chance is not tested: ${found.why}.`;
  const { pooled, side, pairs } = found;
  const sign = variant.key === 'percent' ? '%' : '';
  const [low, high] = [pooled.low, pooled.high].map((each) => `${formatNumber(each, variant.dp)}${sign}`);
  const many = pooled.used < 11 ? `the ${pooled.used} of the eleven with a count` : 'all eleven';
  const where = { higher: 'above', similar: 'within', lower: 'below' }[side];
  return `That is ${where} the 95% limits of chance round the figure of ${many} taken together (${low === high ? low : `${low} to ${high}`}). Tested as pairs, it is higher than ${pairs.higher} of the ten, lower than ${pairs.lower} and close to ${pairs.close}.`;
};

const describeMedian = (
  picture: Picture,
  { similarTo }: PictureLine,
  { period, value, used, base }: LineClaim & { kind: 'median' }
): string => {
  const taken = base === undefined ? '' : `, taking the figure of each ${when(picture, base)} as 100`;
  return `${capital(when(picture, period))}, the median of ${usedWords(used)} ${inProse(similarTo!)} was ${formatNumber(value, picture.dp)}${unitOf(picture)}${taken}.`;
};

/** The council's own figure against the median of those similar to it. */
const describeOwn = (
  picture: Picture,
  { similarTo }: PictureLine,
  { value, stands, by }: LineClaim & { kind: 'own figure' }
): string => {
  const figure = `The figure for ${inProse(similarTo!)} was ${withUnit(picture, value)}`;
  const none = describeNoDifference(stands);
  if (none) return `${figure}: ${none}.`;
  return `${figure}: ${formatNumber(Math.abs(by), picture.dp)}${points(picture)} ${stands === 'higher' ? 'above' : 'below'} that median.`;
};

/** A claim of a line in words. */
const describeLineClaim = (picture: Picture, line: PictureLine, claim: LineClaim): string => {
  switch (claim.kind) {
    case 'level':
      return describeLatest(picture, line, claim);
    case 'median':
      return describeMedian(picture, line, claim);
    case 'no figure':
      return `There is no figure to show for ${inProse(line.area)}.`;
    case 'earlier':
      return describeEarlier(picture, claim.compared);
    case 'tests':
      return describeTests(picture, claim.tests);
    case 'low confidence':
      return theFigures(claim.periods, DOUBTED, list(claim.periods.map(formatPeriod)));
    case 'England':
      return describeEngland(claim, line.area, picture.variant, ` ${when(picture, claim.period)}`);
    case 'missing':
      return theFigures(claim.periods, REASONS[claim.status], inARow(claim.periods));
    case 'last counted':
      return `It was last counted ${when(picture, claim.period)}.`;
    case 'no longer counted':
      return `No later figure is held here, and from ${formatPeriod(claim.from)} it was no longer counted.`;
    case 'no later figure':
      return 'No later figure is held here.';
    case 'last month':
      return `${formatPeriod(claim.period)} is the last month held here.`;
    case 'ended':
      return `This council ended on ${formatDate(claim.date)}.`;
    case 'fewer of the ten':
      return 'In some earlier years fewer of the ten have a figure: the table says how many.';
    case 'own figure':
      return describeOwn(picture, line, claim);
    case 'standing':
      return describeStanding(claim.found, picture.variant);
    case 'no later median':
      return 'There is no later one here: too few of the ten have a published figure.';
    default:
      return claim satisfies never;
  }
};

/** A sentence with what it is about. */
export interface Sentence {
  id: string;
  label: string;
  text: string;
}

/** The sentences under a chart, of what `claimsOf` claims: chosen areas first, as a reader asked for them, then England. */
export const describe = (picture: Picture): Sentence[] => {
  const mine = picture.lines.filter((line) => line.area.level !== 'National');
  const england = picture.lines.filter((line) => line.area.level === 'National');
  return [...mine, ...england].map((line) => ({
    id: line.id,
    label: line.label,
    text: claimsOf(picture, line)
      .map((claim) => describeLineClaim(picture, line, claim))
      .join(' ')
  }));
};
