import { formatDate, dateToDecimalYear } from '#lib/domain/index.ts';
import { axisTop } from '#lib/drawing/ticks.ts';
import type { SegmentsSpec } from '#lib/figures/segments/layout.ts';
import { hasInterval, type CaseModel, type SeriesKey } from '#lib/statistics/before-after.ts';
import { lineAt } from '#lib/statistics/line-at.ts';
import type { Segmented, Yearly } from '#lib/statistics/segmented.ts';
import { NAMES } from './sentences';

/** What the drawing of a model shows. Computed from the model's own coefficients, so that it needs no fitting. */
export const segmentsSpec = (
  key: SeriesKey,
  series: Yearly[],
  years: readonly [number, number],
  event: { month: string; label?: string },
  model: CaseModel | undefined,
  description: string
): SegmentsSpec => {
  const within = series.filter(({ year }) => year >= years[0] && year <= years[1]);
  const of = (year: number): 'earlier' | 'later' | 'transition' => {
    if (model?.earlier.some((each) => each.year === year)) return 'earlier';
    return model?.later.some((each) => each.year === year) ? 'later' : 'transition';
  };
  const { title, unit, timing } = NAMES[key];
  return {
    title,
    description,
    axisTitle: unit,
    timing,
    years: [years[0], years[1]],
    top: axisTop(Math.max(...within.map(({ value }) => value))),
    points: within.map((each) => ({ ...each, segment: of(each.year) })),
    lines: model ? linesOf(model) : [],
    continued: model?.continued ?? [],
    hasBand: model !== undefined && hasInterval(model),
    event: {
      date: event.month,
      at: dateToDecimalYear(event.month),
      label: event.label ?? formatDate(event.month)
    }
  };
};

const linesOf = (model: Segmented): SegmentsSpec['lines'] =>
  (['earlier', 'later'] as const).map((segment) => {
    const own = model[segment];
    const end = (year: number) => ({ year, value: lineAt(model, year, segment) });
    return { segment, from: end(own[0]!.year), to: end(own.at(-1)!.year) };
  });
