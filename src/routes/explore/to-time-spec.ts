import { cuts } from '$lib/domain';
import { niceTop, type TimeSpec } from '$lib/charts/frame';
import { breakLabel } from '$lib/components/to-spec';
import type { ExploreChart } from '$lib/views/explore-chart';

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
  breaks: breaks.map((each) => ({
    lastBefore: each.lastBefore,
    firstAfter: each.firstAfter,
    label: breakLabel(each),
    cut: cuts(each.kind)
  })),
  events: []
});
