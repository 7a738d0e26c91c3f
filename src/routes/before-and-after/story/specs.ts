import { ENGLAND, type TimelineEvent } from '#lib/domain/index.ts';
import { niceTop } from '#lib/drawing/ticks.ts';
import type { ChartLine, TimeSpec } from '#lib/figures/time/spec.ts';
import type { BeforeAfter } from '#lib/statistics/before-after.ts';
import { aroundSpec, toEvents } from '../months/spec';

/** The months around the case in one line, with the three figures that the text names. */
export const monthsSpec = (
  care: BeforeAfter['months']['care'],
  events: TimelineEvent[],
  words: { title: string; description: string }
): TimeSpec => {
  const spec = aroundSpec(care, toEvents(events), words);
  const [line] = spec.lines as [ChartLine];
  return {
    ...spec,
    lines: [{ ...line, label: 'England' }],
    highlights: [
      { line: line.id, period: '2008-10', side: 'below' },
      { line: line.id, period: '2008-11', side: 'right' },
      { line: line.id, period: '2008-12', side: 'above' }
    ]
  };
};

/** First and last year in which starts and leavers are drawn. */
export const FLOW_YEARS = [2004, 2014] as const;

/** Children who start and who cease to be looked after, England, in one chart. */
export const flowSpec = (
  { started, ceased }: BeforeAfter['england'],
  events: TimelineEvent[],
  description: string
): TimeSpec => {
  const [from, to] = FLOW_YEARS;
  const line = (
    id: string,
    label: string,
    series: BeforeAfter['england']['started'],
    look: Pick<ChartLine, 'slot' | 'dash'>
  ): ChartLine => ({
    id,
    areaKey: ENGLAND,
    line: id,
    label,
    ...look,
    points: series
      .filter(({ year }) => year >= from && year <= to)
      .map(({ year, value }) => ({
        period: String(year),
        value,
        status: 'ok',
        segment: 0,
        below: 0,
        above: 0,
        lineage: []
      }))
  });
  const lines = [
    line('started', 'started', started, { slot: 'england', dash: 0 }),
    line('ceased', 'ceased', ceased, { slot: 2, dash: 1 })
  ];
  return {
    title: 'Children who started and who ceased to be looked after, England',
    description,
    timing: 'year to 31 March',
    dp: 0,
    axisTitle: 'children in the year to 31 March',
    periods: [String(from), String(to)],
    top: niceTop(Math.max(...lines.flatMap(({ points }) => points.map(({ value }) => value ?? 0)))),
    lines,
    breaks: [],
    events: toEvents(events),
    highlights: [
      { line: 'started', period: '2008', side: 'below' },
      { line: 'started', period: '2010', side: 'above' }
    ]
  };
};
