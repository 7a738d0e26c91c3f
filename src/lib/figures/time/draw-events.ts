import * as Plot from '@observablehq/plot';
import { MOST_NAMED_EVENTS, domainsOf, markedEvents, type Geometry } from './layout.ts';
import type { TimeSpec } from './spec.ts';
import type { Size } from '#lib/drawing/size.ts';
import { cluster, touches, widthOf, type Box } from '#lib/drawing/labels.ts';
import { placeText, type Placed } from '#lib/drawing/text.ts';

/** How an event may be named, from the longest: "Verdicts, Nov 2008", "Verdicts", "Nov 2008". A name is never cut. */
const namesOf = (label: string): string[] => {
  const [, name, date] = /^(.*), ([^,]*)$/.exec(label) ?? [];
  return name && date ? [label, name, date] : [label];
};

/** The names of the band from the verdicts to the report, from the longest. */
const BAND_NAMES = ['Nov 2008 verdicts – Mar 2009 report', 'Nov 2008 – Mar 2009', '2008–09'];

/** The height of a row above the chart. */
const rowAt = (row: number, size: Size, font: number): number => size.top - 14 - row * (font + 2);

/** The rows above the chart in which events may be named. */
const ROWS = [0, 1, 2, 3];

/** What is named above the chart: its names from the longest, and its place from edge to edge. */
interface Named {
  names: string[];
  left: number;
  right: number;
}

/** Each first name right of its rule or left, in the lowest row that is free; undefined where one finds no place. */
const tryNames = (events: Named[], size: Size, font: number, taken: Box[]): Placed[] | undefined => {
  const out: Placed[] = [];
  for (const [i, { names, left, right }] of events.entries()) {
    const [text = ''] = names;
    const next = events[i + 1];
    // Of two that stand close, the first is named to the left and the second to the right.
    const crowded = next !== undefined && next.left - right < widthOf(text, font) + 3;
    const sides = crowded ? (['end', 'start'] as const) : (['start', 'end'] as const);
    const free = ROWS.flatMap((row) =>
      sides.map((anchor) =>
        placeText(text, anchor === 'start' ? right + 3 : left - 3, rowAt(row, size, font), anchor, font)
      )
    ).find(
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
  const shown = events.map((each) => ({ ...each, names: [...each.names] }));
  for (;;) {
    const found = tryNames(shown, size, font, taken);
    if (found) return found;
    const [longest] = shown
      .filter(({ names }) => names.length > 1)
      .sort((a, b) => b.names[0]!.length - a.names[0]!.length);
    if (!longest) return [];
    longest.names.shift();
  }
};

/** The numbers of events, those too near to each other as a span: "3–5"; each in the lowest row that is free. */
const numbered = (places: number[], size: Size, font: number, taken: Box[]): Placed[] => {
  const out: Placed[] = [];
  for (const group of cluster(places, 14)) {
    const [first, last] = [group[0]!, group.at(-1)!];
    const text = first === last ? `${first + 1}` : `${first + 1}–${last + 1}`;
    const options = ROWS.map((row) =>
      placeText(text, (places[first]! + places[last]!) / 2, rowAt(row, size, font), 'middle', font)
    );
    const written = [...taken, ...out.map(({ box }) => ({ ...box, right: box.right + 6 }))];
    out.push(options.find(({ box }) => !written.some((other) => touches(box, other))) ?? options.at(-1)!);
  }
  return out;
};

/** The names of events, or their numbers where they are many. */
export const layEvents = (spec: TimeSpec, at: Geometry, size: Size, taken: Box[]): Placed[] => {
  const { band, rules } = markedEvents(spec, at);
  const font = size.font - 1;
  if (rules.length > MOST_NAMED_EVENTS)
    return numbered(
      rules.map((each) => at.x(each.at)),
      size,
      font,
      taken
    );
  const events = [
    ...rules.map((each) => ({ names: namesOf(each.label), left: at.x(each.at), right: at.x(each.at) })),
    ...(band ? [{ names: BAND_NAMES, left: at.x(band.from), right: at.x(band.to) }] : [])
  ];
  return named(
    events.sort((a, b) => a.left - b.left),
    size,
    font,
    taken
  );
};

/** Rules at the dates of events, and the band from the verdicts to the report. */
export const eventRules = (spec: TimeSpec): Plot.Markish[] => {
  const { band, rules } = markedEvents(spec, { domain: domainsOf(spec).x });
  return [
    band
      ? Plot.rectX([band], {
          x1: 'from',
          x2: 'to',
          insetTop: -8,
          fill: 'var(--event)',
          fillOpacity: 0.4,
          className: 'event-band'
        })
      : null,
    rules.length ? Plot.ruleX(rules, { x: 'at', insetTop: -8, stroke: 'var(--event)', className: 'event' }) : null
  ];
};
