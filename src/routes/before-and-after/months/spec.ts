import { formatDate, type Line, type Period, type TimelineEvent } from '#lib/domain/index.ts';
import type { ChartEvent, ChartLine, TimeSpec } from '#lib/figures/time/spec.ts';
import { axisTop } from '#lib/drawing/ticks.ts';
import { monthAfter, type Monthly } from '#lib/statistics/same-months.ts';

type Months = (Monthly & { derived?: true })[];

/** First and last month of the chart of the years around the case. */
export const AROUND: [Period, Period] = ['2007-06', '2011-03'];

const points = (months: Months): Line['points'] =>
  months.map(({ month, value, derived }) => ({
    period: month,
    value,
    status: derived ? 'derived' : 'ok',
    segment: 0,
    below: 0,
    above: 0,
    lineage: []
  }));

const line = (id: string, label: string, months: Months, look: Pick<ChartLine, 'slot' | 'dash'>): ChartLine => ({
  id,
  areaKey: 'E92000001',
  line: id,
  label,
  ...look,
  points: points(months)
});

const short = (date: string): string => formatDate(date.slice(0, 7)).replace(/^(\w{3})\w*/, '$1');

/** The rules of the chart, and the one that the reader set where that is another month. */
export const toEvents = (events: TimelineEvent[], chosen?: string): ChartEvent[] => [
  ...events.map((event) => ({
    id: event.id,
    date: event.date,
    text: event.event,
    label: `${event.short}, ${short(event.date)}`
  })),
  ...(chosen
    ? [
        {
          id: 'chosen',
          date: chosen,
          text: 'The month that you set as that of the event',
          label: `Your date, ${short(chosen)}`
        }
      ]
    : [])
];

interface Words {
  title: string;
  description: string;
}

const base = (
  words: Words,
  periods: [Period, Period],
  lines: ChartLine[],
  events: ChartEvent[],
  top: number
): TimeSpec => ({
  ...words,
  timing: 'month',
  dp: 0,
  axisTitle: '',
  periods,
  top,
  lines,
  breaks: [],
  events
});

/** The months around the case, and the same months of the year before as a second line. */
export const aroundSpec = (care: Months, events: ChartEvent[], words: Words): TimeSpec => {
  const within = care.filter(({ month }) => month >= AROUND[0] && month <= AROUND[1]);
  const before = care
    .map(({ month, value }) => ({ month: monthAfter(month, 12), value }))
    .filter(({ month }) => month >= AROUND[0] && month <= AROUND[1]);
  return {
    ...base(
      words,
      AROUND,
      [
        line('month', 'the month', within, { slot: 'england', dash: 0 }),
        line('before', 'same month, a year before', before, { slot: 2, dash: 2 })
      ],
      events,
      axisTop(Math.max(...[...within, ...before].map(({ value }) => value)), 1)
    ),
    axisTitle: 'care applications in the month'
  };
};

/** All months held of care applications, or of referrals. */
export const wholeSpec = (months: Months, axisTitle: string, events: ChartEvent[], words: Words): TimeSpec => ({
  ...base(
    words,
    [months[0]!.month, months.at(-1)!.month],
    [line('month', 'England', months, { slot: 'england', dash: 0 })],
    events,
    axisTop(Math.max(...months.map(({ value }) => value)), 1)
  ),
  axisTitle
});
