import {
  capital,
  formatDate,
  formatNumber,
  formatPeriod,
  inProse,
  inSentence,
  isOpen,
  list,
  ordinal,
  type Area,
  type Period,
  type Point,
  type Status,
  type Variant
} from '#lib/domain/index.ts';
import { findPoint, change, isSame, latest, type Change } from '#lib/series/compare.ts';
import { describeClaim, type ChangeClaim } from '#lib/figures/claims.ts';
import { isWhy } from '#lib/series/estimates.ts';
import type { Side } from '#lib/statistics/difference.ts';
import { earlierFigures } from './earlier-figures.ts';
import type { Picture, PictureLine } from './picture.ts';

const value = (picture: Picture, point: Point): string => formatNumber(point.value!, picture.dp);

const withUnit = (picture: Picture, point: Point): string =>
  `${value(picture, point)}${picture.unit === 'percent' ? '%' : ''}`;

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

const level = (picture: Picture, line: PictureLine, point: Point): string => {
  const { noun } = picture.variant;
  if (picture.unit !== 'index' || !noun)
    return describeLevel(picture.variant, line.area, line.word, point.period, point.value!);
  const by = line.area.level === 'Local authority' && /looked after|taken into care/.test(noun[1]) ? 'by' : 'in';
  return `${capital(when(picture, point.period))}, the number of ${noun[1]} ${by} ${inProse(line.area)} stood at ${value(picture, point)}, taking the number ${when(picture, picture.base!)} as 100.`;
};

/** Where there is no difference to name: why not, to be followed by what there is none from. */
export const noDifferenceWords = (
  found: Change,
  words: { same: string; within: string; nearly: string }
): string | undefined => {
  if (isSame(found)) return words.same;
  if (!found.beyondRounding) return words.within;
  return found.by === 0 ? words.nearly : undefined;
};

/** `noDifferenceWords` after the figure that is compared with. */
export const describeNoDifference = (found: Change): string | undefined =>
  noDifferenceWords(found, { same: 'the same', within: 'within rounding of it', nearly: 'nearly the same' });

const compared = (picture: Picture, found: Change): string => {
  const none = noDifferenceWords(found, {
    same: 'the same as',
    within: 'within rounding of the figure',
    nearly: 'nearly the same as'
  });
  if (none) return none;
  const { by } = found;
  const size = formatNumber(Math.abs(by), picture.dp);
  if (picture.variant.noun && picture.unit !== 'rate' && picture.unit !== 'index')
    return `${size} ${by > 0 ? 'more' : 'fewer'} than`;
  const points = picture.unit === 'percent' ? ' percentage points' : '';
  return `${size}${points} ${by > 0 ? 'higher' : 'lower'} than`;
};

/** That earlier figures are not compared with, as the Department doubted them; starts with a space, empty where there are none. */
const describeSkipped = (periods: Period[]): string => {
  if (!periods.length) return '';
  return periods.length === 1
    ? ` The figure for ${formatPeriod(periods[0]!)} is not used: the Department graded it as of low confidence.`
    : ` The figures for ${list(periods.map(formatPeriod))} are not used: the Department graded them as of low confidence.`;
};

/** What the tests of the changes from some figures to a later one say; starts with a space, empty where none is made. */
const describeTests = (picture: Picture, line: PictureLine, point: Point, from: readonly Point[]): string => {
  const claims = from.flatMap((earlier): ChangeClaim[] => {
    const tested = picture.changeAt(line, earlier, point);
    return tested ? [{ kind: 'change', area: line.areaKey, from: earlier.period, to: point.period, tested }] : [];
  });
  const [why, ...others] = new Set(claims.map(({ tested }) => (isWhy(tested) ? tested.why : undefined)));
  if (why !== undefined && !others.length) return ` Whether it changed is not tested: ${why}.`;
  return claims.map((claim) => ` ${describeClaim(claim, picture.variant)}`).join('');
};

const changes = (picture: Picture, line: PictureLine, point: Point): string => {
  const months = picture.variant.timing === 'month';
  const { base, first, skipped: notUsed } = earlierFigures(picture, line, point);
  const skipped = describeSkipped(notUsed.map(({ period }) => period));
  if (!first) return `No earlier figure can be compared with it.${skipped}`;
  const say = (from: Point): string =>
    `${compared(picture, change(from, point, picture.dp))} ${when(picture, from.period)} (${withUnit(picture, from)})`;
  const theFirst = months ? 'the first such month held' : 'the first year that can be compared';
  const isOne = !base || base === first;
  const said = isOne ? say(first) : `${say(base)}, and ${say(first)}`;
  return `That is ${said}, ${theFirst}.${describeTests(picture, line, point, isOne ? [first] : [base, first])}${skipped}`;
};

/** "Haringey’s", and for what takes no such ending: "that of the East Midlands", "that of Cheshire (to 2009)". */
export const possessive = (name: string): string => (/[s)]$/.test(name) ? `that of ${name}` : `${name}’s`);

/** How far chance could explain a difference from England; `open` tells whether rounding leaves the figure open. */
export const describeChance = (side: Side | undefined, open: boolean): string =>
  side === undefined
    ? ''
    : side === 'similar'
      ? `, which chance${open ? ' and rounding' : ''} alone could explain`
      : ', more than chance alone gives 19 times in 20';

const againstEngland = (picture: Picture, line: PictureLine, point: Point): string | undefined => {
  const england = picture.lines.find((each) => each.area.level === 'National' && each.line === line.line);
  if (!england || line.area.level === 'National' || picture.unit === 'index') return undefined;
  const theirs = findPoint(england, point.period);
  if (!theirs || theirs.value === null) return undefined;
  const found = change(theirs, point, picture.dp);
  const { by } = found;
  const what = `England’s figure ${when(picture, point.period)} was ${withUnit(picture, theirs)}`;
  const own = possessive(inProse(line.area));
  const points = picture.unit === 'percent' ? ' percentage points' : '';
  if (isSame(found)) return `${what}: the same.`;
  const none = describeNoDifference(found);
  if (none) return `${what}: ${own} was ${none}.`;
  const side = picture.sideAt(line, point);
  const similar = side === 'similar' ? 'similar, ' : '';
  return `${what}: ${own} was ${similar}${by > 0 ? 'higher' : 'lower'} by ${formatNumber(Math.abs(by), picture.dp)}${points}${describeChance(side, isOpen(point))}.`;
};

/** Why there is no number, of one period and of several; after "The figure for 2025" and "The figures for 2024 and 2025". */
const REASONS: Record<Exclude<Status, 'ok' | 'derived'>, readonly [one: string, many: string]> = {
  suppressed: [
    'is not published: the publisher held it back so that no one can be identified',
    'are not published: the publisher held them back so that no one can be identified'
  ],
  unavailable: ['is not held here', 'are not held here'],
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

/** A sentence a reason for the figures that are not there. */
const reasons = (points: Point[]): string[] => {
  const by = new Map<keyof typeof REASONS, Period[]>();
  for (const { status, period } of points)
    if (status !== 'ok' && status !== 'derived') by.set(status, [...(by.get(status) ?? []), period]);
  return [...by].map(([status, periods]) =>
    periods.length === 1
      ? `The figure for ${inARow(periods)} ${REASONS[status][0]}.`
      : `The figures for ${inARow(periods)} ${REASONS[status][1]}.`
  );
};

const isCounted = ({ status }: Point): boolean => status !== 'not applicable';

/** The end of a line that was counted until some year, such as initial assessments; `later` is what follows `point`. */
const noMore = (picture: Picture, point: Point, later: Point[]): string => {
  const from = later.find((each) => !isCounted(each))!.period;
  return ordinal(from) - ordinal(point.period) === 1
    ? `It was last counted ${when(picture, point.period)}.`
    : `No later figure is held here, and from ${formatPeriod(from)} it was no longer counted.`;
};

/** The last period of which there could be a figure: the unit's last, or the last before the authority ended on 31 March. */
const lastPossible = ({ until = '', variant }: Picture, { area }: PictureLine): Period => {
  if (!area.ended) return until;
  const year = Number(area.ended.slice(0, 4)) - (variant.timing.endsWith('31 March') ? 0 : 1);
  return String(year) < until ? String(year) : until;
};

/** What is said of the periods after the last figure: why there is none, or that no more is held. */
const after = (picture: Picture, line: PictureLine, point: Point): string[] => {
  const later = line.points.filter(({ period }) => period > point.period);
  if (line.word && later.some((each) => !isCounted(each)))
    return [...reasons(later.filter(isCounted)), noMore(picture, point, later)];
  const stops = line.points.at(-1)!.period < lastPossible(picture, line);
  const last = picture.variant.timing === 'month' ? [`${formatPeriod(point.period)} is the last month held here.`] : [];
  return [...reasons(later), ...(stops ? ['No later figure is held here.'] : []), ...last];
};

/** How many of the ten a median was taken from, where not all have a figure. */
const usedWords = (used: number): string =>
  used < 10 ? `${used} of the ten authorities most similar to` : 'the ten authorities most similar to';

/** The unit of a figure inside a sentence, where the measure's own sentence does not say it. */
const unitOf = ({ unit, variant, unitLabel }: Picture): string =>
  unit === 'percent' ? '%' : unit === 'average' ? ` ${variant.unit}` : unit === 'index' ? '' : ` ${unitLabel}`;

/** How an authority stands to the similar ones by tests: to all eleven together, and to each of the ten as a pair. */
const describeStanding = ({ standing }: PictureLine, variant: Variant): string => {
  const found = standing?.();
  if (!found) return '';
  if (isWhy(found)) return `Whether that is more than chance is not tested: ${found.why}.`;
  const { pooled, side, pairs } = found;
  const sign = variant.key === 'percent' ? '%' : '';
  const [low, high] = [pooled.low, pooled.high].map((each) => `${formatNumber(each, variant.dp)}${sign}`);
  const many = pooled.used < 11 ? `the ${pooled.used} of the eleven with a count` : 'all eleven';
  const where = { higher: 'above', similar: 'within', lower: 'below' }[side];
  return `That is ${where} the 95% limits of chance round the figure of ${many} taken together (${low === high ? low : `${low} to ${high}`}). Tested as pairs, it is higher than ${pairs.higher} of the ten, lower than ${pairs.lower} and close to ${pairs.close}.`;
};

/** What the median of similar authorities says: its latest level, its change, and how the authority stands to it. */
const describeSimilar = (picture: Picture, line: PictureLine, point: Point): string => {
  const name = inProse(line.similarTo!);
  const taken = picture.unit === 'index' ? `, taking the figure of each ${when(picture, picture.base!)} as 100` : '';
  const latestFigure = `${capital(when(picture, point.period))}, the median of ${usedWords(point.used ?? 0)} ${name} was ${value(picture, point)}${unitOf(picture)}${taken}.`;
  const own = picture.lines.find((each) => each.areaKey === line.similarTo!.key && each.line === line.line);
  const mine = own && findPoint(own, point.period);
  const beside = (): string => {
    if (!mine || mine.value === null) return '';
    const found = change(point, mine, picture.dp);
    const { by } = found;
    const points = picture.unit === 'percent' ? ' percentage points' : '';
    const figure = `The figure for ${name} was ${withUnit(picture, mine)}`;
    const none = describeNoDifference(found);
    if (none) return `${figure}: ${none}.`;
    return `${figure}: ${formatNumber(Math.abs(by), picture.dp)}${points} ${by > 0 ? 'above' : 'below'} that median.`;
  };
  const isFewer = line.points.some(({ used = 0, segment }) => segment === point.segment && used < (point.used ?? 0));
  const stops = picture.until !== undefined && point.period < picture.until;
  return [
    latestFigure,
    changes(picture, line, point),
    isFewer ? 'In some earlier years fewer of the ten have a figure: the table says how many.' : '',
    beside(),
    mine?.value == null ? '' : describeStanding(line, picture.variant),
    stops ? 'There is no later one here: too few of the ten have a published figure.' : ''
  ]
    .filter(Boolean)
    .join(' ');
};

const ended = (line: PictureLine): string | undefined =>
  line.area.ended && line.area.level === 'Local authority'
    ? `This authority ended on ${formatDate(line.area.ended)}.`
    : undefined;

/**
 * What a line says, in words computed from its figures: the level, the change since March 2008 and since the first
 * comparable year, how it stands to England, and what is missing. A line without any number says that.
 */
const describeLine = (picture: Picture, line: PictureLine): string => {
  const point = latest(line);
  if (!point) return [`There is no figure to show for ${inProse(line.area)}.`, ...reasons(line.points)].join(' ');
  if (line.similarTo) return describeSimilar(picture, line, point);
  return [
    level(picture, line, point),
    changes(picture, line, point),
    againstEngland(picture, line, point),
    ...after(picture, line, point),
    ended(line)
  ]
    .filter(Boolean)
    .join(' ');
};

/** A sentence with what it is about. */
export interface Sentence {
  id: string;
  label: string;
  text: string;
}

/** The sentences under a chart: chosen areas first, as a reader asked for them, then England. */
export const describe = (picture: Picture): Sentence[] => {
  const mine = picture.lines.filter((line) => line.area.level !== 'National');
  const england = picture.lines.filter((line) => line.area.level === 'National');
  return [...mine, ...england].map((line) => ({ id: line.id, label: line.label, text: describeLine(picture, line) }));
};
