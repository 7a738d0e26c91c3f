import { zOf, type Interval } from './interval.ts';
import { PER, limitsAt, type RateKind } from './limits.ts';
import { noClaim, type NoClaim } from './no-claim.ts';
import { quantile } from './quantile.ts';

/** An area's count and what it is out of; null where either is suppressed or missing. */
export interface AreaCount {
  key: string;
  count: number | null;
  size: number | null;
}

/** An area with both numbers, the size above zero. */
type KnownCount = AreaCount & { count: number; size: number };

/** The areas whose count and size are both known. */
export const knownOf = (areas: readonly AreaCount[]): KnownCount[] =>
  areas.filter((area): area is KnownCount => area.count !== null && area.size !== null && area.size > 0);

/** Fewer areas than this say too little about how far areas usually differ. */
export const FEWEST_AREAS = 10;

/**
 * How far areas differ beyond chance, on the logarithm of a rate or the log odds of a share. `centre` is in the unit of the
 * figure; φ is the mean square of the winsorised z-scores; τ is the standard deviation between areas that draws the limits.
 * `used` areas have figures, `missing` have none, and `zeros` of those used have a count of none.
 */
export interface LogSpread {
  kind: 'spread';
  figure: RateKind;
  centre: number;
  phi: number;
  tau: number;
  used: number;
  missing: number;
  zeros: number;
}

const NO_SPREAD = {
  centre: 'the figure for England is none or all',
  few: 'fewer than ten areas have a figure',
  zeros: 'more than one area in ten has a count of none'
} as const;

export type NoSpread = NoClaim<(typeof NO_SPREAD)[keyof typeof NO_SPREAD]>;

/** A share of one on the scale of the model: its logarithm for a rate, its log odds for a percentage. */
const toScale = (share: number, figure: RateKind): number => Math.log(figure === 'rate' ? share : share / (1 - share));

const fromScale = (value: number, figure: RateKind): number =>
  PER[figure] * (figure === 'rate' ? Math.exp(value) : 1 / (1 + Math.exp(-value)));

/** The standard error on the scale of the model of an area whose true figure is the centre: 1/√expected for a rate. */
const errorOf = (share: number, size: number, figure: RateKind): number =>
  1 / Math.sqrt(size * share * (figure === 'rate' ? 1 : 1 - share));

/** An area's share with a count of none, or of all, taken as half a child away from it, as neither has a logarithm. */
const shareOf = ({ count, size }: KnownCount, figure: RateKind): number => {
  const most = figure === 'rate' ? Infinity : size - 0.5;
  return Math.min(Math.max(count, 0.5), most) / size;
};

/** Draws the lowest and the highest tenth of some scores in to the 10th and the 90th percentile. */
const winsorise = (scores: number[]): number[] => {
  const [low, high] = [quantile(scores, 0.1), quantile(scores, 0.9)];
  return scores.map((score) => Math.min(high, Math.max(low, score)));
};

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** How far a figure lies from what it is held against, and the standard error that chance gives it, in one unit. */
export interface Departure {
  by: number;
  error: number;
}

/**
 * How far departures go beyond chance, by additive random effects as `logSpread` describes them: φ, the mean square of
 * their winsorised scores, and τ in their unit, 0 where φ is no more than chance gives. `departures` are two or more, each with
 * an error above zero. Throws otherwise.
 */
export const excessOf = (departures: readonly Departure[]): { phi: number; tau: number } => {
  const n = departures.length;
  if (n < 2) throw new Error(`excessOf: expected two areas or more, found ${n}`);
  const scores = winsorise(departures.map(({ by, error }) => by / error));
  const phi = total(scores.map((z) => z * z)) / n;
  if (Number.isNaN(phi)) throw new Error('excessOf: expected numbers, found an area without one');
  if (n * phi <= n - 1) return { phi, tau: 0 };
  const weights = departures.map(({ error }) => 1 / (error * error));
  const sum = total(weights);
  return { phi, tau: Math.sqrt((n * phi - (n - 1)) / (sum - total(weights.map((w) => w * w)) / sum)) };
};

/** How far each area's figure lies from its own expected share, with the standard error of that, both on the scale of the model. */
const departuresOf = (areas: readonly KnownCount[], shareFor: (area: KnownCount) => number, figure: RateKind) =>
  areas.map((area) => {
    const share = shareFor(area);
    return {
      by: toScale(shareOf(area, figure), figure) - toScale(share, figure),
      error: errorOf(share, area.size, figure)
    };
  });

/**
 * Over-dispersion by additive random effects on the logarithm (Spiegelhalter 2005, Handling over-dispersion of performance
 * indicators, Quality and Safety in Health Care 14: 347-351): y = ln rate, s² = 1 / expected count, z = (y - centre) / s
 * winsorised at the 10th and the 90th percentile (type 7), w = 1/s², φ = Σz²/I and
 * τ² = max(0, (Iφ - (I - 1)) / (Σw - Σw²/Σw)). A percentage has log odds for the logarithm and s² = 1 / (n p (1 - p)).
 * Rates are skewed: on their own scale the lower limit lies where no area can be.
 *
 * `areas` leave out those too small to be compared; `centre` is England's figure in the unit of the figure. Makes no claim where
 * the centre is none or all, where fewer than ten areas have a figure, or where more than one in ten has a count of none: so many
 * zeros are past what winsorising draws in.
 */
export const logSpread = (areas: readonly AreaCount[], centre: number, figure: RateKind): LogSpread | NoSpread =>
  spreadAround(areas, () => centre / PER[figure], centre, figure);

/** `logSpread` with an expected share of one for each area, such as a model gives; `centre` is England's. */
export const spreadAround = (
  areas: readonly AreaCount[],
  shareFor: (area: KnownCount) => number,
  centre: number,
  figure: RateKind
): LogSpread | NoSpread => {
  const used = knownOf(areas);
  const zeros = used.filter(({ count }) => count === 0).length;
  if (!(centre > 0 && centre < (figure === 'rate' ? Infinity : 100))) return noClaim(NO_SPREAD.centre);
  if (used.length < FEWEST_AREAS) return noClaim(NO_SPREAD.few);
  if (zeros > used.length / 10) return noClaim(NO_SPREAD.zeros);
  const { phi, tau } = excessOf(departuresOf(used, shareFor, figure));
  return { kind: 'spread', figure, centre, phi, tau, used: used.length, missing: areas.length - used.length, zeros };
};

/**
 * The limits that the figure of an area of a size stays within, when chance and the usual difference between areas are both
 * allowed for: exp(centre ± z √(τ² + s²)), in the unit of the figure. Nowhere within the exact limits of chance alone, which
 * reach further where few children are expected. `level` as 0.998; `expected` replaces the centre where each area has its own.
 */
export const logLimits = (
  { figure, centre, tau }: Pick<LogSpread, 'figure' | 'centre' | 'tau'>,
  size: number,
  level: number,
  expected = centre
): Interval => {
  const exact = limitsAt(expected, size, level, figure);
  const share = expected / PER[figure];
  const reach = zOf(level) * Math.hypot(tau, errorOf(share, size, figure));
  const middle = toScale(share, figure);
  return {
    low: Math.min(exact.low, fromScale(middle - reach, figure)),
    high: Math.max(exact.high, fromScale(middle + reach, figure))
  };
};

/**
 * How far a figure of an area of a size lies from the centre, on the scale of the model: below zero where it is lower. A count of
 * none, or of all, is taken as half a child away from it.
 */
export const logDistance = (
  { figure, centre }: Pick<LogSpread, 'figure' | 'centre'>,
  size: number,
  value: number
): number => {
  const share = shareOf({ key: '', count: (value / PER[figure]) * size, size }, figure);
  return toScale(share, figure) - toScale(centre / PER[figure], figure);
};

/**
 * The number to state beside the limits: the factor exp(z τ) up to which rates usually lie above or below the centre, were there
 * no chance in them. "Usually" is not 19 in 20 for a level of 0.95: τ is worked out from scores with their ends drawn in, so that
 * about one council in seven lies beyond such limits. Say how many do (`beyondLimits`). Of a percentage it is a factor of the odds,
 * so state `usualRange` instead.
 */
export const factorOf = ({ tau }: Pick<LogSpread, 'tau'>, level = 0.95): number => Math.exp(zOf(level) * tau);

/** Both ends of what is usual, in the unit of the figure: the limits of an area so large that chance hardly moves its figure. */
export const usualRange = (
  { figure, centre, tau }: Pick<LogSpread, 'figure' | 'centre' | 'tau'>,
  level = 0.95
): Interval => {
  const middle = toScale(centre / PER[figure], figure);
  const reach = zOf(level) * tau;
  return { low: fromScale(middle - reach, figure), high: fromScale(middle + reach, figure) };
};

/** Where each area lies: beyond the limits of its size on one side, or within them. Areas without a figure are left out. */
export const beyondLimits = (
  areas: readonly AreaCount[],
  spread: LogSpread,
  level = 0.998
): Map<string, 'higher' | 'within' | 'lower'> =>
  new Map(
    knownOf(areas).map(({ key, count, size }) => {
      const { low, high } = logLimits(spread, size, level);
      const value = (count / size) * PER[spread.figure];
      return [key, value > high ? 'higher' : value < low ? 'lower' : 'within'];
    })
  );
