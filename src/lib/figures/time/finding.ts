import { BASE_YEAR, formatNumber, inProse, round, unrounded, yearOf, type Point } from '#lib/domain/index.ts';
import { change, comparableAt, firstComparable, isSame, latest } from '#lib/series/compare.ts';
import { isWhy } from '#lib/series/estimates.ts';
import type { Picture, PictureLine } from './picture.ts';

/** From here on a title gives rates and numbers whole, where they are at least `FAR` apart: the chart has the decimal. */
const WHOLE = 10;
const FAR = 5;

/** Two figures as a title gives them. */
const figuresOf = (picture: Picture, a: Point, b: Point): [string, string] => {
  const [from, to] = [unrounded(a), unrounded(b)];
  const isWhole = picture.unit !== 'percent' && Math.min(from, to) >= WHOLE && Math.abs(to - from) >= FAR;
  const text = (point: Point): string =>
    isWhole ? formatNumber(round(unrounded(point), 0), 0) : formatNumber(point.value!, picture.dp);
  const sign = picture.unit === 'percent' ? '%' : '';
  return [text(a) + sign, text(b) + sign];
};

const per = (picture: Picture): string => (picture.unit === 'rate' ? ' in every 10,000' : '');

/** "up" or "down" where a change is more than rounding and more than chance; undefined where that cannot be said. */
const directionOf = (picture: Picture, line: PictureLine, from: Point, to: Point): 'up' | 'down' | undefined => {
  const found = change(from, to, picture.dp);
  if (!found.beyondRounding || isSame(found) || found.by === 0) return undefined;
  const way = found.by > 0 ? 'up' : 'down';
  if (line.area.level !== 'Local authority') return picture.differsAt(line, from, to) ? way : undefined;
  const tested = picture.changeAt(line, from, to);
  if (!tested || isWhy(tested)) return undefined;
  return tested.verdict === (way === 'up' ? 'rose' : 'fell') ? way : undefined;
};

/** The change since March 2008, or since the earliest comparable year. */
const changeFinding = (picture: Picture, line: PictureLine, point: Point): string | undefined => {
  const from = comparableAt(line, point, BASE_YEAR) ?? firstComparable(line, point);
  const way = from && directionOf(picture, line, from, point);
  if (!way) return undefined;
  const [before, after] = figuresOf(picture, from, point);
  return `${way} from ${before}${per(picture)} in ${yearOf(from.period)} to ${after} in ${yearOf(point.period)}`;
};

/** How a council's latest figure stands to England's, where that is more than chance. */
const differenceFinding = (picture: Picture, line: PictureLine, point: Point): string | undefined => {
  const side = picture.sideAt(line, point);
  const england = picture.lines.find(({ slot, line: own }) => slot === 'england' && own === line.line);
  const theirs = england?.points.find(({ period }) => period === point.period);
  if (!theirs || theirs.value === null || (side !== 'higher' && side !== 'lower')) return undefined;
  const [other, own] = figuresOf(picture, theirs, point);
  return `${own}${per(picture)} in ${yearOf(point.period)}, ${side} than England’s ${other}`;
};

/**
 * What a picture shows, for its title: the change of its one area where that passes its test, else how it stands to England where
 * that does. Undefined for several areas or lines, an index and months, of which no change of years is tested.
 */
export const findingOf = (picture: Picture): string | undefined => {
  if (picture.unit === 'index' || picture.variant.timing === 'month') return undefined;
  const lines = picture.lines.filter(({ slot }) => slot !== 'similar');
  const chosen = lines.filter(({ slot }) => slot !== 'england');
  const [line, ...others] = chosen.length ? chosen : lines;
  const point = line && latest(line);
  if (!point || others.length) return undefined;
  const said = changeFinding(picture, line, point) ?? differenceFinding(picture, line, point);
  const where = line.slot === 'england' ? '' : ` in ${inProse(line.area)}`;
  return said && `${picture.measure.title}${where}: ${said}`;
};
