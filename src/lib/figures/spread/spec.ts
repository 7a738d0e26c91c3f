import { inProse } from '#lib/domain/index.ts';
import type { AreaMark } from '#lib/drawing/area-mark.ts';
import { niceTop } from '#lib/drawing/ticks.ts';
import type { YearPicture } from '#lib/figures/year/picture.ts';
import { axisEndsOf, referencesOf, yearChartSpec, toAreaMark, type YearChartSpec } from '#lib/figures/year/spec.ts';
import { isWhy } from '#lib/series/estimates.ts';
import { againstDeprivation, againstEngland, type Basis, type Sized } from './funnel-basis.ts';

/** A point of the spread: an area at its size. */
export interface SpreadPoint extends AreaMark {
  /** What the figure is out of: children in the area, referrals … */
  size: number;
  /** Its place on the axis of values where that is not its figure. */
  at?: number;
  /** Written on the drawing: chosen areas; those similar to the first and those beyond the outermost limits as far as there is room. */
  named: boolean;
  /** True of one of the councils most similar to the first chosen one. */
  similar?: true;
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
  /** The strip of all councils above the funnel, and what the funnel then answers. */
  strip?: DistributionSpec;
  question?: string;
  points: SpreadPoint[];
  limits: Limits[];
  /** `text` is what the key says of it, where that is not its name and value. */
  centre: { label: string; value: number; text?: string };
  /** Whom the similar councils are similar to. */
  similarTo?: string;
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

/** How many times over or under the wider limit a council is; 0 within it. */
const beyondUsual = ({ size, at, ends: [least, most] }: Sized, usual: NonNullable<Basis['usual']>): number => {
  const { low, high } = usual(size, 0.998);
  return least > high ? at / high : most < low ? low / Math.max(at, low / 1000) : 0;
};

/** Councils to name though nobody chose them: those furthest beyond the 99.8% limits, the wider ones where they are known. */
const farthest = (councils: readonly Sized[], usual: Basis['usual']): Set<string> => {
  const chance = councils.filter(({ level }) => level === 99.8).length <= MOST_NAMED ? 1 : 0;
  const far = councils
    .map((council) => ({
      key: council.result.area.key,
      by: usual ? beyondUsual(council, usual) : council.level === 99.8 ? chance : 0
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

/** Both pairs of limits over sizes, each step by the same factor: they bend where councils are small. */
const limitsOf = ({ chance, usual }: Basis, [smallest, largest]: readonly [number, number]): Limits[] => {
  const curve = Array.from({ length: CURVE_POINTS + 1 }, (_, i) =>
    Number((smallest * (largest / smallest) ** (i / CURVE_POINTS)).toPrecision(6))
  );
  const overSizes = (level: 95 | 99.8, at: Basis['chance'], widened: boolean): Limits => ({
    level,
    widened,
    points: curve.map((size) => ({ size, ...at(size, level / 100) }))
  });
  return ([95, 99.8] as const).flatMap((level) => [
    overSizes(level, chance, false),
    ...(usual ? [overSizes(level, usual, true)] : [])
  ]);
};

/** What the funnel stands on: England's figure, or the rate usual at each council's deprivation where that was chosen. */
const basisOf = (picture: YearPicture): Basis | undefined =>
  picture.againstDeprivation && picture.adjusted && !isWhy(picture.adjusted)
    ? againstDeprivation(picture, picture.adjusted)
    : againstEngland(picture);

/** What the spread holds: a funnel where figures are out of something held, else a plain distribution. */
export const toSpreadSpec = (picture: YearPicture): SpreadSpec => {
  const basis = basisOf(picture);
  if (!basis) return toStrip(picture);
  const { councils, usual, centre, sizeTitle, question, valueTitle } = basis;
  const all = councils.map(({ size }) => size);
  const sizes: [number, number] = [Math.min(...all) * 0.8, Math.max(...all) * 1.05];
  const far = farthest(
    councils.filter(({ result }) => result.slot === undefined),
    usual
  );
  return {
    ...yearChartSpec(picture),
    ...(valueTitle === undefined ? {} : { axisTitle: valueTitle }),
    kind: 'funnel',
    strip: toStrip(picture),
    question,
    points: councils.map(({ result, size, at, level, detail }) => {
      const mark = toAreaMark(result, picture.dp);
      const isSimilar = result.slot === undefined && picture.similar?.keys.includes(result.area.key) === true;
      return {
        ...mark,
        ...(detail === undefined ? {} : { at, detail: [mark.detail, detail].filter(Boolean).join('; ') }),
        size,
        named: result.slot !== undefined || isSimilar || far.has(result.area.key),
        ...(isSimilar ? { similar: true as const } : {}),
        beyond: level
      };
    }),
    limits: limitsOf(basis, sizes),
    centre,
    ...(picture.similar ? { similarTo: inProse(picture.similar.to) } : {}),
    sizeTitle,
    sizes,
    domain: valueTitle === undefined ? axisEndsOf(picture) : [0, niceTop(Math.max(2, ...councils.map(({ at }) => at)))]
  };
};
