import {
  STATUS_MEANING,
  STATUS_WORDS,
  capital,
  formatDate,
  formatNumber,
  formatPeriod,
  inProse,
  inSentence,
  type Period,
  type Point
} from '../domain/index.ts';
import { at, change, comparableAt, firstComparable, latest, type Change } from '../series/compare.ts';
import type { Picture, PictureLine } from './picture.ts';

/** The year-end that changes are measured from: the last before the verdicts of November 2008. */
export const BASE_YEAR = '2008';

const value = (picture: Picture, point: Point): string => formatNumber(point.value!, picture.dp);

const withUnit = (picture: Picture, point: Point): string =>
  `${value(picture, point)}${picture.unit === 'percent' ? '%' : ''}`;

const when = (picture: Picture, period: Period): string => inSentence(period, picture.variant.timing);

const fill = (template: string, words: Record<string, string>): string =>
  template.replace(/\{(\w+)\}/g, (whole, word: string) => words[word] ?? whole);

const level = (picture: Picture, line: PictureLine, point: Point): string => {
  const place = inProse(line.of);
  const { noun } = picture.variant;
  const one = point.value === 1 && picture.unit === 'number';
  const time = when(picture, point.period);
  if (picture.unit === 'index' && noun)
    return `${capital(time)}, the number of ${noun[1]} ${line.of.level === 'Local authority' && /looked after|taken into care/.test(noun[1]) ? 'by' : 'in'} ${place} stood at ${value(picture, point)}, taking the number ${when(picture, picture.base!)} as 100.`;
  return fill(picture.variant.says, {
    When: capital(time),
    when: time,
    value: value(picture, point),
    place,
    line: line.word,
    were: one ? 'was' : 'were',
    noun: noun ? noun[one ? 0 : 1] : '',
    by: line.of.level === 'Local authority' ? 'by' : 'in'
  });
};

const compared = (picture: Picture, { by, beyondRounding }: Change): string => {
  if (by === 0) return 'the same as';
  if (!beyondRounding) return 'within rounding of the figure';
  const size = formatNumber(Math.abs(by), picture.dp);
  if (picture.variant.noun && picture.unit !== 'rate' && picture.unit !== 'index')
    return `${size} ${by > 0 ? 'more' : 'fewer'} than`;
  const points = picture.unit === 'percent' ? ' percentage points' : '';
  return `${size}${points} ${by > 0 ? 'higher' : 'lower'} than`;
};

/** For months, only the same month of other years is compared. */
const comparable = (picture: Picture, line: PictureLine, point: Point): PictureLine =>
  picture.variant.timing === 'month'
    ? { ...line, points: line.points.filter(({ period }) => period.slice(5) === point.period.slice(5)) }
    : line;

const changes = (picture: Picture, line: PictureLine, point: Point): string => {
  const months = picture.variant.timing === 'month';
  const like = comparable(picture, line, point);
  const first = firstComparable(like, point);
  if (!first) return 'No earlier figure can be compared with it.';
  const base = comparableAt(like, point, months ? `${BASE_YEAR}${point.period.slice(4)}` : BASE_YEAR);
  const say = (from: Point): string =>
    `${compared(picture, change(from, point))} ${when(picture, from.period)} (${withUnit(picture, from)})`;
  const theFirst = months ? 'the first such month held' : 'the first year that can be compared';
  if (!base || base === first) return `That is ${say(first)}, ${theFirst}.`;
  return `That is ${say(base)}, and ${say(first)}, ${theFirst}.`;
};

const againstEngland = (picture: Picture, line: PictureLine, point: Point): string | undefined => {
  const england = picture.lines.find((each) => each.of.level === 'National' && each.line === line.line);
  if (!england || line.of.level === 'National' || picture.unit === 'index') return undefined;
  const theirs = at(england, point.period);
  if (!theirs || theirs.value === null) return undefined;
  const { by, beyondRounding } = change(theirs, point);
  const what = `England’s figure ${when(picture, point.period)} was ${withUnit(picture, theirs)}`;
  const name = inProse(line.of);
  const points = picture.unit === 'percent' ? ' percentage points' : '';
  if (by === 0) return `${what}: the same.`;
  if (!beyondRounding) return `${what}: ${name}’s is within rounding of it.`;
  return `${what}: ${name}’s was ${by > 0 ? 'higher' : 'lower'} by ${formatNumber(Math.abs(by), picture.dp)}${points}.`;
};

/** Said where the line's last year has no number. */
const lastIsMissing = (picture: Picture, line: PictureLine, point: Point): string | undefined => {
  const last = line.points.at(-1);
  if (!last || last.value !== null) return undefined;
  if (last.status === 'not applicable') return `It was last counted ${when(picture, point.period)}.`;
  return `The figure for ${formatPeriod(last.period)} is ${STATUS_WORDS[last.status]}. ${STATUS_MEANING[last.status]}`;
};

const ended = (line: PictureLine): string | undefined =>
  line.of.ended && line.of.level === 'Local authority'
    ? `This authority ended on ${formatDate(line.of.ended)}.`
    : undefined;

/**
 * What a line says, in words computed from its figures: the level, the change since March 2008 and since the first
 * comparable year, how it stands to England, and what is missing. A line without any number says that.
 */
export const describeLine = (picture: Picture, line: PictureLine): string => {
  const point = latest(line);
  if (!point) {
    const statuses = [...new Set(line.points.map(({ status }) => STATUS_WORDS[status]))];
    return `No figure is given for ${inProse(line.of)}: each is ${statuses.join(' or ') || 'not held here'}.`;
  }
  return [
    level(picture, line, point),
    changes(picture, line, point),
    againstEngland(picture, line, point),
    lastIsMissing(picture, line, point),
    ended(line)
  ]
    .filter(Boolean)
    .join(' ');
};

/** The sentences under a chart: chosen areas first, as a reader asked for them, then England. */
export const describe = (picture: Picture): { id: string; label: string; text: string }[] => {
  const mine = picture.lines.filter((line) => line.of.level !== 'National');
  const england = picture.lines.filter((line) => line.of.level === 'National');
  return [...mine, ...england].map((line) => ({ id: line.id, label: line.label, text: describeLine(picture, line) }));
};
