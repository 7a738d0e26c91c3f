import { describe, expect, it } from 'vitest';
import { table } from '../../../tests/views/raw.ts';
import { formatDate } from './period.ts';
import { SPANS, type Bound } from './spans.ts';

const events = new Map(table('events').map((row) => [row.id!, row]));

const bounds = SPANS.flatMap(({ id, from, to }) => [
  { id, end: 'start', bound: from },
  { id, end: 'end', bound: to }
]);

/** True where an event's date, as precise as it is known, says a day or the period that the day ends. */
const isDated = ({ date }: Bound, event: Record<string, string>): boolean =>
  date.startsWith(event.date!) || /2013-14/.test(event.event!);

describe('the periods that a chart can shade', () => {
  it.each(bounds)('$id: its $end is dated by an event that is held or by a publication', ({ bound }) => {
    expect(bound.date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    if ('event' in bound) {
      const event = events.get(bound.event);
      expect(event, bound.event).toBeDefined();
      expect(event!.source_url).toMatch(/^https?:\/\//);
      expect(isDated(bound, event!), `${bound.date} by ${event!.date}`).toBe(true);
    } else {
      expect(bound.source.title.length).toBeGreaterThan(10);
      expect(bound.source.url).toMatch(/^https:\/\/www\.gov\.uk\//);
    }
  });

  it.each(SPANS)('$id: starts before it ends, and says both dates', ({ from, to, text }) => {
    expect(from.date < to.date).toBe(true);
    const says = (date: string): boolean =>
      text.includes(formatDate(date)) || text.includes(formatDate(date.slice(0, 7)));
    expect([says(from.date), says(to.date)]).toEqual([true, true]);
    expect(text).toMatch(/\.$/);
  });

  it('come in order of time, each with an id of its own', () => {
    expect(new Set(SPANS.map(({ id }) => id)).size).toBe(SPANS.length);
    expect(SPANS.map(({ from }) => from.date)).toEqual(SPANS.map(({ from }) => from.date).sort());
  });
});
