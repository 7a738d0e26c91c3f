/** The kinds of event of the timeline, and how each reads as a switch. */
export const EVENT_KINDS = {
  'baby-p': 'The case of Peter Connelly',
  climbie: 'The case of Victoria Climbié',
  'law-and-policy': 'Law and policy',
  measurement: 'How figures are collected',
  pandemic: 'The pandemic',
  other: 'Other cases and reviews'
} as const;

export type EventKind = keyof typeof EVENT_KINDS;

/** A dated event: a day, a month or a year (`date` is as precise as is known). */
export interface TimelineEvent {
  id: string;
  date: string;
  event: string;
  kind: EventKind;
  /** Shown unless the reader switches it off. */
  shown: boolean;
  why: string;
  source: { title: string; url: string };
}

const SHORT: Record<string, string> = {
  '2008-11-11-verdicts-barker-and-owen-convicted-of-ca': 'Verdicts',
  '2009-03-12-laming-progress-report-published-governm': 'Laming’s report'
};

/** A label short enough for a chart: the first clause of the event's sentence. */
export const shortEvent = (event: Pick<TimelineEvent, 'id' | 'event'>): string =>
  SHORT[event.id] ?? event.event.split(/[:;,(]/)[0]!.trim();
