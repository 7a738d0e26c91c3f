import * as Plot from '@observablehq/plot';
import { MOST_NAMED_EVENTS, domainsOf, eventsOnAxis, type Geometry } from './layout.ts';
import type { TimeSpec } from './spec.ts';
import type { Size } from '#lib/drawing/size.ts';
import { boxOf, cluster, stack, touches, widthOf, type Box } from '#lib/drawing/labels.ts';
import { placeText, type Placed } from '#lib/drawing/text.ts';

/** How an event may be named, from the longest: "Verdicts, Nov 2008", "Verdicts", "Nov 2008". A name is never cut. */
const namesOf = (label: string): string[] => {
  const [, name, date] = /^(.*), ([^,]*)$/.exec(label) ?? [];
  return name && date ? [label, name, date] : [label];
};

/** The height of a row above the chart: three fit under the title of the axis. */
const rowAt = (row: number, size: Size, font: number): number => size.top - 14 - row * (font + 2);

interface Named {
  label: string;
  place: number;
}

/** Each name right of its rule or left, in the lowest row that is free; undefined where one finds no place. */
const tryNames = (events: Named[], size: Size, font: number, taken: Box[]): Placed[] | undefined => {
  const out: Placed[] = [];
  for (const [i, { label, place }] of events.entries()) {
    const next = events[i + 1];
    // Of two that stand close, the first is named to the left and the second to the right.
    const crowded = next !== undefined && next.place - place < widthOf(label, font) + 3;
    const sides = crowded ? (['end', 'start'] as const) : (['start', 'end'] as const);
    const options = [0, 1, 2].flatMap((row) =>
      sides.map((anchor) => {
        const x = place + (anchor === 'start' ? 3 : -3);
        return placeText(label, x, rowAt(row, size, font), anchor, font);
      })
    );
    const free = options.find(
      ({ box }) =>
        box.left >= 0 &&
        box.right <= size.width &&
        ![...taken, ...out.map((other) => other.box)].some((other) => touches(box, other))
    );
    if (!free) return undefined;
    out.push(free);
  }
  return out;
};

/** The names of events, the longest said more shortly until there is room for all of them. */
const named = (events: Named[], size: Size, font: number, taken: Box[]): Placed[] => {
  const names = events.map(({ label }) => namesOf(label));
  for (;;) {
    const found = tryNames(
      events.map(({ place }, i) => ({ place, label: names[i]![0]! })),
      size,
      font,
      taken
    );
    if (found) return found;
    const longest = names.filter(({ length }) => length > 1).sort((a, b) => b[0]!.length - a[0]!.length)[0];
    if (!longest) return [];
    longest.shift();
  }
};

/** The numbers of events, those too near to each other as a span: "3–5". */
const numbered = (places: number[], size: Size, font: number, taken: Box[]): Placed[] => {
  const labels = cluster(places, 14).map((group) => {
    const [first, last] = [group[0]!, group.at(-1)!];
    const text = first === last ? `${first + 1}` : `${first + 1}–${last + 1}`;
    const x = (places[first]! + places[last]!) / 2;
    const { left: from, right: to } = boxOf(text, x, 0, 'middle', font);
    return { text, x, from, to };
  });
  const rows = stack(labels, 2);
  const placed = (up: number): Placed[] =>
    labels.map(({ text, x }, i) => placeText(text, x, rowAt(rows[i]! + up, size, font), 'middle', font));
  // Over the unit where one would lie on it.
  const low = placed(0);
  return low.some(({ box }) => taken.some((other) => touches(box, other))) ? placed(1) : low;
};

/** The names of events, or their numbers where they are many. */
export const layEvents = (spec: TimeSpec, at: Geometry, size: Size, taken: Box[]): Placed[] => {
  const events = eventsOnAxis(spec, at).map((event) => ({ label: event.label, place: at.x(event.at) }));
  const font = size.font - 1;
  return events.length > MOST_NAMED_EVENTS
    ? numbered(
        events.map(({ place }) => place),
        size,
        font,
        taken
      )
    : named(events, size, font, taken);
};

/** Rules at the dates of events. */
export const eventRules = (spec: TimeSpec): Plot.Markish => {
  const events = eventsOnAxis(spec, { domain: domainsOf(spec).x });
  return events.length
    ? Plot.ruleX(events, { x: 'at', insetTop: -8, stroke: 'var(--event)', className: 'event' })
    : null;
};
