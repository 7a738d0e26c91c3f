import { cuts } from '#lib/domain/index.ts';
import type { TimeSpec } from '#lib/figures/time/spec.ts';
import { axisTop } from '#lib/drawing/ticks.ts';
import { breakNotes } from '#lib/figures/time/spec.ts';
import type { ExploreChart } from './chart.ts';

/** What the chart over time draws of an answer. */
export const toTimeSpec = ({
  caption,
  sentence,
  unit,
  dp,
  timing,
  periods,
  lines,
  breaks
}: ExploreChart): TimeSpec => ({
  title: caption,
  description: sentence,
  timing,
  dp,
  axisTitle: unit,
  periods,
  top: axisTop(Math.max(...lines.flatMap(({ points }) => points.map(({ value }) => value ?? 0))), dp === 0 ? 1 : 0),
  lines: lines.map((line) => ({ ...line, dash: 0 })),
  breaks: breaks.map((each) => ({
    lastBefore: each.lastBefore,
    firstAfter: each.firstAfter,
    notes: breakNotes(each),
    cut: cuts(each.kind)
  })),
  events: []
});
