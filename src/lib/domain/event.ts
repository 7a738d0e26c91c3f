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
  /** A label for charts, which is never cut. */
  short: string;
  event: string;
  kind: EventKind;
  /** Shown unless the reader switches it off. */
  shown: boolean;
  why: string;
  source: { title: string; url: string };
}
