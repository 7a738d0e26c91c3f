import { cuts } from '$lib/domain';
import { niceTop, type TimeSpec } from '$lib/charts/frame';
import type { ExploreChart } from '$lib/views/explore-chart';
import type { PictureBreak } from '$lib/views/picture';

const BREAK_LABELS: Record<PictureBreak['kind'], string> = {
  source: 'source changes',
  definition: 'definition changes',
  population: 'population base changes',
  name: 'name changes',
  quality: 'quality changes'
};

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
  top: niceTop(Math.max(...lines.flatMap(({ points }) => points.map(({ value }) => value ?? 0)))),
  lines: lines.map((line) => ({ ...line, dash: 0 })),
  breaks: breaks.map(({ kind, lastBefore, firstAfter }) => ({
    lastBefore,
    firstAfter,
    label: BREAK_LABELS[kind],
    cut: cuts(kind)
  })),
  events: []
});
