import { unrounded } from '#lib/domain/index.ts';
import type { AreaMark } from '#lib/drawing/area-mark.ts';
import type { YearPicture } from '#lib/figures/year/picture.ts';
import { axisEndsOf, referencesOf, yearChartSpec, toAreaMark, type YearChartSpec } from '#lib/figures/year/spec.ts';
import { usualSide } from '#lib/figures/year/beyond-usual.ts';
import { isWhy } from '#lib/series/estimates.ts';
import { beyond, limitsAt } from '#lib/statistics/limits.ts';
import { logLimits } from '#lib/statistics/over-dispersion.ts';

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

export type SpreadSpec = FunnelSpec | DistributionSpec;

const CURVE_POINTS = 40;

/** What the spread holds: a funnel where figures are out of something held, else a plain distribution. */
export const toSpreadSpec = (picture: YearPicture): SpreadSpec => {
  const { kind, england, dp } = picture;
  const usual = picture.spread && !isWhy(picture.spread) && picture.spread.tau > 0 ? picture.spread : undefined;
  const base = yearChartSpec(picture);
  const sized = picture.ranked.filter(({ denominator }) => denominator);
  if (!kind || !england || !sized.length)
    return {
      ...base,
      kind: 'distribution',
      points: picture.ranked.map((result) => ({ ...toAreaMark(result, dp), named: result.slot !== undefined })),
      references: referencesOf(picture),
      ...(picture.quartiles ? { quartiles: picture.quartiles } : {}),
      domain: axisEndsOf(picture)
    };
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
  return {
    ...base,
    kind: 'funnel',
    points: sized.map((result) => {
      // The word and the mark agree: a figure that rounding or its exact count leaves within the limits is within.
      const isWithin = result.against?.side === 'similar';
      const level = isWithin ? 0 : beyond(unrounded(result.point), result.denominator!, centre, kind).level || 95;
      return {
        ...toAreaMark(result, dp),
        size: result.denominator!,
        named: result.slot !== undefined || (usual ? usualSide(result, usual, 0.998) !== 'within' : level === 99.8),
        beyond: level
      };
    }),
    limits,
    centre: { label: england.label, value: centre },
    sizeTitle: picture.variant.denominator!.label,
    sizes: [smallest * 0.8, largest * 1.05],
    domain: axisEndsOf(picture)
  };
};
