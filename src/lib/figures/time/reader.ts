import { STATUS_WORDS, formatNumber, formatPeriod, type Line, type Period } from '#lib/domain/index.ts';
import { fitTime, geometry } from './layout.ts';
import type { TimeSpec } from './spec.ts';
import type { Size } from '#lib/drawing/size.ts';
import type { ChartReader, ReadFigure } from '#lib/ui/chart-reader.ts';

/** The figures of some lines in a period, in words. */
export const figuresAt = <L extends Line & { label: string; slot: string | number }>(
  lines: readonly L[],
  period: Period,
  dp: number
): (ReadFigure & { slot: string | number; value: number | null })[] =>
  lines.flatMap(({ id, label, slot, points }) => {
    const point = points.find((each) => each.period === period);
    if (!point) return [];
    const text = point.value === null ? STATUS_WORDS[point.status] : formatNumber(point.value, dp);
    return [{ id, label, slot, text, value: point.value }];
  });

/** "2025: England 67.1, Haringey 60.6, per 10,000 children". */
export const spokenOf = (period: Period, figures: readonly ReadFigure[], unit: string): string =>
  `${formatPeriod(period)}: ${figures.map(({ label, text }) => `${label} ${text}`).join(', ')}, ${unit}`;

/** The periods of some lines, in order. */
export const periodsOf = (lines: readonly Pick<Line, 'points'>[]): Period[] =>
  [...new Set(lines.flatMap(({ points }) => points.map(({ period }) => period)))].sort();

/** Reads a chart over time, period by period. */
export const timeReader = (spec: TimeSpec, size: Size): ChartReader => {
  const at = geometry(spec, size);
  const { top, bottom } = fitTime(size, spec);
  const periods = periodsOf(spec.lines);
  return {
    width: size.width,
    height: size.height,
    nearest: (x) =>
      periods.reduce<Period | undefined>(
        (best, each) =>
          best === undefined || Math.abs(at.atPeriod(each) - x) < Math.abs(at.atPeriod(best) - x) ? each : best,
        undefined
      ),
    step: (from, key) => {
      const last = periods.length - 1;
      const here = from === undefined ? last + 1 : periods.indexOf(from);
      const next = { ArrowLeft: here - 1, ArrowRight: from === undefined ? 0 : here + 1, Home: 0, End: last }[key];
      return next === undefined ? undefined : periods[Math.max(0, Math.min(last, next))];
    },
    read: (period) => {
      if (!periods.includes(period)) return undefined;
      const figures = figuresAt(spec.lines, period, spec.dp);
      return {
        title: formatPeriod(period),
        body: figures,
        spoken: spokenOf(period, figures, spec.axisTitle),
        x: at.atPeriod(period),
        mark: {
          kind: 'rule',
          top,
          bottom: size.height - bottom,
          dots: figures.flatMap(({ value, slot }) => (value === null ? [] : [{ y: at.y(value), slot }]))
        }
      };
    }
  };
};
