import { highest, lowest, type Period, type Point, type SeriesFile, type Variant } from '#lib/domain/index.ts';
import { findPoint } from './compare.ts';
import { slice } from './slice.ts';
import { difference, type Side } from '#lib/statistics/difference.ts';
import { PER, type RateKind } from '#lib/statistics/limits.ts';

/** Authorities with so few children that their rates mean little, kept out of ranks and limits: City of London and Isles of Scilly. */
export const TOO_SMALL: readonly string[] = ['201', '420'];

/** The chance model of a variant: rates are counts of events, percentages shares of a whole; others have none. */
export const rateKindOf = ({ denominator, key }: Variant): RateKind | undefined =>
  denominator && (key === 'rate' || key === 'percent') ? key : undefined;

/** What a figure is out of: the number of the base's measure, as many years before as the base says; undefined where none is held. */
export const denominatorOf = (
  { denominator }: Variant,
  bases: SeriesFile | undefined,
  area: string,
  period: Period
): number | undefined => {
  if (!denominator || bases?.measure !== denominator.measure) return undefined;
  const line = slice(bases, 'number', area)[0];
  return (line && findPoint(line, String(Number(period) - denominator.lag))?.value) ?? undefined;
};

/** A count and what rounding leaves open of it, of the same line and period as a rate; undefined where none is held. */
export const countOf = (file: SeriesFile, area: string, line: string, period: Period): Point | undefined => {
  const held = slice(file, 'number', area).find((each) => each.line === line);
  const count = held && findPoint(held, period);
  return count && count.value !== null ? count : undefined;
};

/**
 * Which side of the 95% limits around a centre a figure lies, whatever rounding leaves open of it. A rate is tested by its
 * count, which is more exact than its own one decimal place. The point has a number; undefined where the count is not held, and for
 * the two authorities that are too small.
 */
export const sideOf = (
  { file, area, line }: { file: SeriesFile; area: string; line: string },
  point: Point,
  base: number,
  centre: number,
  kind: RateKind
): Side | undefined => {
  if (TOO_SMALL.includes(area)) return undefined;
  const figure = kind === 'rate' ? countOf(file, area, line, point.period) : point;
  if (!figure) return undefined;
  const per = kind === 'rate' ? PER.rate / base : 1;
  const [low, high] = [lowest(figure), highest(figure)];
  return difference({ value: figure.value! * per, low: low * per, high: high * per }, base, centre, kind);
};
