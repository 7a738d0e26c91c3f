import { unrounded } from '#lib/domain/index.ts';
import type { AreaMark } from '#lib/drawing/area-mark.ts';
import type { AreaResult } from '#lib/figures/year/area-result.ts';
import type { YearPicture } from '#lib/figures/year/picture.ts';
import { axisEndsOf, referencesOf, yearChartSpec, toAreaMark, type YearChartSpec } from '#lib/figures/year/spec.ts';
import { usualSide } from '#lib/figures/year/beyond-usual.ts';
import { isWhy } from '#lib/series/estimates.ts';
import { beyond, limitsAt } from '#lib/statistics/limits.ts';
import { logLimits, type LogSpread } from '#lib/statistics/over-dispersion.ts';

/** A point of the spread: an area at its size. */
export interface SpreadPoint extends AreaMark {
  /** What the figure is out of: children in the area, referrals … */
  size: number;
  /** Written on the drawing: chosen areas, and those beyond the outermost limits as far as there is room. */
  named: boolean;
  /** How far out: within the 95% limits, between them and the 99.8% limits, or beyond those. */
  beyond: 0 | 95 | 99.8;
}

/** A pair of limits over size. */
export interface Limits {
  level: 95 | 99.8;
  /** Widened for how far areas usually differ beyond chance, on the logarithm (`logLimits`). */
  widened: boolean;
  points: { size: number; low: number; high: number }[];
}

/** Funnel plot: figures over size with the limits around England's figure. */
export interface FunnelSpec extends YearChartSpec {
  kind: 'funnel';
  /** The strip of all councils above the funnel. */
  strip?: DistributionSpec;
  points: SpreadPoint[];
  limits: Limits[];
  centre: { label: string; value: number };
  /** What `size` counts: "Children aged 0 to 17 in the area". */
  sizeTitle: string;
  /** Both ends of each axis. The axis of size is drawn as square root. */
  sizes: [number, number];
  domain: [number, number];
}

/** A plain distribution, for figures that chance limits do not fit, such as averages: each area a dot, piled where they are many. */
export interface DistributionSpec extends YearChartSpec {
  kind: 'distribution';
  points: (AreaMark & { named: boolean })[];
  references: { label: string; value: number; slot: string }[];
  quartiles?: [number, number, number];
  domain: [number, number];
}

/** What is read of a spread: the points of its funnel, and councils that are on the strip alone. */
export const marksOf = (spec: SpreadSpec): AreaMark[] => {
  const known = new Set(spec.points.map(({ key }) => key));
  const strip = spec.kind === 'funnel' ? (spec.strip?.points ?? []) : [];
  return [...spec.points, ...strip.filter(({ key }) => !known.has(key))];
};

export type SpreadSpec = FunnelSpec | DistributionSpec;

/** Few enough that the page stays within its bytes: 20 are 1.5 KB fewer than 40, and the limits are exact at each. */
const CURVE_POINTS = 20;

/** So many councils that nobody chose are named at most. */
const MOST_NAMED = 6;

/** How many times over or under the wider limit a figure is; 0 within it. */
const beyondUsual = (result: AreaResult, usual: LogSpread): number => {
  const side = usualSide(result, usual, 0.998);
  const { low, high } = logLimits(usual, result.denominator!, 0.998);
  const value = unrounded(result.point);
  return side === 'higher' ? value / high : side === 'lower' ? low / Math.max(value, low / 1000) : 0;
};

/** Councils to name though nobody chose them: those furthest beyond the 99.8% limits, the wider ones where they are known. */
const farthest = (
  sized: readonly AreaResult[],
  usual: LogSpread | undefined,
  levelOf: (result: AreaResult) => SpreadPoint['beyond']
): Set<string> => {
  const chance = sized.filter((result) => levelOf(result) === 99.8).length <= MOST_NAMED ? 1 : 0;
  const far = sized
    .map((result) => ({
      key: result.area.key,
      by: usual ? beyondUsual(result, usual) : levelOf(result) === 99.8 ? chance : 0
    }))
    .filter(({ by }) => by > 0)
    .sort((a, b) => b.by - a.by);
  return new Set(far.slice(0, MOST_NAMED).map(({ key }) => key));
};

/** Each council a dot over its figure. */
const toStrip = (picture: YearPicture): DistributionSpec => ({
  ...yearChartSpec(picture),
  kind: 'distribution',
  points: picture.ranked.map((result) => ({ ...toAreaMark(result, picture.dp), named: result.slot !== undefined })),
  references: referencesOf(picture),
  ...(picture.quartiles ? { quartiles: picture.quartiles } : {}),
  domain: axisEndsOf(picture)
});

/** What the spread holds: a funnel where figures are out of something held, else a plain distribution. */
export const toSpreadSpec = (picture: YearPicture): SpreadSpec => {
  const { kind, england, dp } = picture;
  const usual = picture.spread && !isWhy(picture.spread) && picture.spread.tau > 0 ? picture.spread : undefined;
  const base = yearChartSpec(picture);
  const sized = picture.ranked.filter(({ denominator }) => denominator);
  if (!kind || !england || !sized.length) return toStrip(picture);
  const centre = unrounded(england.point);
  const sizes = sized.map((result) => result.denominator!);
  const [smallest, largest] = [Math.min(...sizes), Math.max(...sizes)];
  // Steps of equal length on the square-root scale of the axis.
  const curve = Array.from({ length: CURVE_POINTS + 1 }, (_, i) => {
    const root =
      Math.sqrt(smallest * 0.8) + (i / CURVE_POINTS) * (Math.sqrt(largest * 1.05) - Math.sqrt(smallest * 0.8));
    return Math.round(root * root);
  });
  const limits = ([95, 99.8] as const).flatMap((level) => [
    {
      level,
      widened: false,
      points: curve.map((size) => ({ size, ...limitsAt(centre, size, level / 100, kind) }))
    },
    ...(usual
      ? [
          {
            level,
            widened: true,
            points: curve.map((size) => ({ size, ...logLimits(usual, size, level / 100) }))
          }
        ]
      : [])
  ]);
  // The word and the mark agree: a figure that rounding or its exact count leaves within the limits is within.
  const levelOf = (result: AreaResult): SpreadPoint['beyond'] =>
    result.against?.side === 'similar'
      ? 0
      : beyond(unrounded(result.point), result.denominator!, centre, kind).level || 95;
  const far = farthest(
    sized.filter(({ slot }) => slot === undefined),
    usual,
    levelOf
  );
  return {
    ...base,
    kind: 'funnel',
    strip: toStrip(picture),
    points: sized.map((result) => ({
      ...toAreaMark(result, dp),
      size: result.denominator!,
      named: result.slot !== undefined || far.has(result.area.key),
      beyond: levelOf(result)
    })),
    limits,
    centre: { label: england.label, value: centre },
    sizeTitle: picture.variant.denominator!.label,
    sizes: [smallest * 0.8, largest * 1.05],
    domain: axisEndsOf(picture)
  };
};
