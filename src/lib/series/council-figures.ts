import {
  ENGLAND,
  highest,
  lowest,
  type Area,
  type Period,
  type Point,
  type SeriesFile,
  type Variant
} from '#lib/domain/index.ts';
import { Memo, MemoOf } from '#lib/domain/memo.ts';
import { SUPPRESSED, countsOfPercent, type SizedRange } from '#lib/statistics/count-range.ts';
import type { Why } from '#lib/statistics/estimates-file.ts';
import { PER, type RateKind } from '#lib/statistics/limits.ts';
import { findPoint } from './compare.ts';
import { TOO_SMALL } from './denominator.ts';
import { slice } from './slice.ts';

/** A council's figure of a year as whole counts; `isSuppressed` where only its range is known. */
export interface CouncilFigure extends SizedRange {
  key: string;
  segment: number;
  isSuppressed: boolean;
}

/** A measure's figures of councils and England in one way of counting, by year. */
export interface CouncilFigures {
  figure: RateKind;
  periods: Period[];
  /** Councils of a year with a figure, or with a suppressed one that stands for 1 to 5. */
  councilsIn: (period: Period) => CouncilFigure[];
  /** England's figure in the unit of the figure; undefined where it has none. */
  englandIn: (period: Period) => number | undefined;
}

/** The series files that a measure's figures are read from: its own, and that of what they are out of. */
interface Files {
  own: SeriesFile;
  base: SeriesFile;
}

const pointIn = (file: SeriesFile, variant: Variant['key'], area: string, period: Period): Point | undefined => {
  const line = slice(file, variant, area)[0];
  return line && findPoint(line, period);
};

/** True for a way of counting whose chance can be worked out: a rate or a percentage out of something that is held, in one line. */
export const isEstimated = (variant: Variant): boolean =>
  variant.denominator !== undefined && (variant.key === 'rate' || variant.key === 'percent') && !variant.lines;

/** Why the chance of a way of counting cannot be worked out where `isEstimated` is false. */
export const whyNotEstimated = ({ key }: Variant): Why => ({
  why:
    key === 'average'
      ? 'chance cannot be worked out for an average'
      : 'what these figures are out of is not in our data, so chance cannot be worked out'
});

/**
 * Reads a measure's figures as counts out of a size. A suppressed count is taken as 1 to 5 only where zeros are published in
 * some year and no count from 1 to 5 is in this one; else it is left out, as it may be any that was hidden to hide another.
 */
export const councilFigures = (
  variant: Variant,
  { own, base }: Files,
  areas: readonly Pick<Area, 'key' | 'level'>[]
): CouncilFigures => {
  const figure = variant.key as RateKind;
  const lag = variant.denominator!.lag;
  const councils = areas.filter(({ level, key }) => level === 'Local authority' && !TOO_SMALL.includes(key));
  const source = figure === 'rate' ? 'number' : variant.key;

  const sizeOf = (key: string, period: Period): number | undefined =>
    pointIn(base, 'number', key, String(Number(period) - lag))?.value ?? undefined;

  const rangeOf = (point: Point, size: number) =>
    figure === 'rate'
      ? { least: lowest(point), most: highest(point) }
      : countsOfPercent(point.value!, size, variant.dp);

  const periods = own.variants[source]?.periods ?? [];
  const hasZeros = councils.some(({ key }) => slice(own, source, key)[0]?.points.some(({ value }) => value === 0));

  const councilsIn = (period: Period): CouncilFigure[] => {
    const rows = councils.flatMap(({ key }) => {
      const point = pointIn(own, source, key, period);
      const size = sizeOf(key, period);
      return point && size ? [{ key, point, size }] : [];
    });
    const known = rows.flatMap(({ key, point, size }) =>
      point.value === null ? [] : [{ key, size, segment: point.segment, isSuppressed: false, ...rangeOf(point, size) }]
    );
    const hidesSmall =
      hasZeros && !known.some(({ least, most }) => least === most && least > 0 && most <= SUPPRESSED.most);
    const hidden = rows
      .filter(({ point, size }) => point.status === 'suppressed' && size >= SUPPRESSED.most)
      .map(({ key, point, size }) => ({ key, size, segment: point.segment, isSuppressed: true, ...SUPPRESSED }));
    return hidesSmall ? [...known, ...hidden] : known;
  };

  const englandIn = (period: Period): number | undefined => {
    const point = pointIn(own, source, ENGLAND, period);
    if (typeof point?.value !== 'number') return undefined;
    if (figure === 'percent') return point.value;
    const size = sizeOf(ENGLAND, period);
    return size ? (point.value / size) * PER.rate : undefined;
  };

  // Each year is asked for again by those after it.
  const years = new Memo<Period, CouncilFigure[]>();
  const inYear = (period: Period): CouncilFigure[] => years.get(period, () => councilsIn(period));
  return { figure, periods: periods.filter((period) => inYear(period).length > 0), councilsIn: inYear, englandIn };
};

const known = new MemoOf<SeriesFile, CouncilFigures>();

/** `councilFigures`, worked out once for each file: `areas` are every area of the site. */
export const councilFiguresOf = (
  variant: Variant,
  files: Files,
  areas: readonly Pick<Area, 'key' | 'level'>[]
): CouncilFigures => known.get(files.own, variant.key, () => councilFigures(variant, files, areas));
