import { capital } from '#lib/domain/index.ts';
import { MOST_NAMED_EVENTS, eventsOnAxis, type Geometry } from '#lib/figures/time/layout.ts';
import type { ChartBreak, ChartLine, TimeSpec } from '#lib/figures/time/spec.ts';
import { charactersThatFit, widthOf, wrap } from '#lib/drawing/labels.ts';
import { isHidden } from '#lib/drawing/status-marks.ts';
import { shadesOn } from '#lib/figures/time/shading.ts';

/** A sign with its meaning, under small charts, which have no room for labels of their own. */
export type KeyItem = { text: string } & (
  | { sign: 'line'; dash: ChartLine['dash']; quiet: boolean }
  | { sign: 'event' | 'break' | 'mark' | 'missing' }
  | { sign: 'shade'; kind: NonNullable<TimeSpec['shading']>[number]['kind'] }
);

/** Room that the sign before a text takes. */
export const roomFor = (sign: KeyItem['sign']): number =>
  sign === 'line' || sign === 'shade' ? 24 : sign === 'missing' ? 16 : 11;

/** True for a break of some lines: one for all lines, or for one of them. */
export const isBreakOf = ({ only }: ChartBreak, lines: Pick<ChartLine, 'label'>[]): boolean =>
  !only || lines.some(({ label }) => only.includes(label));

interface Group {
  lines: ChartLine[];
  behind: ChartLine[];
}

/** Several lines of an area in a panel are told apart by dashes: what each means, in the words of the first area's labels. */
const dashes = (groups: Group[]): KeyItem[] => {
  const found = new Map<number, KeyItem>();
  for (const { lines } of groups)
    for (const { label, dash } of lines.length > 1 ? lines : [])
      found.set(dash, { sign: 'line', dash, quiet: false, text: label.split(': ')[1] ?? label });
  return [...found.values()];
};

/** What has to be explained under the small charts of a spec; `at` says what lies on their axis. */
export const keyItems = (spec: TimeSpec, at: Geometry, groups: Group[]): KeyItem[] => {
  const events = eventsOnAxis(spec, at);
  const shown = groups.flatMap(({ lines, behind }) => [...lines, ...behind]);
  const points = shown.flatMap((line) => line.points);
  const behind = groups.some((group) => group.behind.length);
  const breaks = spec.breaks.filter((each) => isBreakOf(each, shown));
  const labels = [...new Map(breaks.map((each) => [each.notes[0]!, each])).values()];
  return [
    ...(behind ? [{ sign: 'line' as const, dash: 0 as const, quiet: true, text: 'England' }] : []),
    ...dashes(groups),
    ...labels.map(({ notes: [label = ''], cut }) => ({
      sign: cut ? ('break' as const) : ('mark' as const),
      text: label
    })),
    ...(events.length > MOST_NAMED_EVENTS
      ? [{ sign: 'event' as const, text: 'events' }]
      : events.map(({ label }) => ({ sign: 'event' as const, text: label }))),
    ...shadesOn(spec.shading ?? [], at).map(({ label, kind }) => ({ sign: 'shade' as const, kind, text: label })),
    ...(points.some(isHidden)
      ? [{ sign: 'missing' as const, text: 'not published, not reliable or rounds to zero' }]
      : [])
  ].map((item) => ({ ...item, text: capital(item.text) }));
};

/** Puts the items of a key beside each other, in as many rows as they need. */
export const layKey = (
  items: KeyItem[],
  { left, top, width }: { left: number; top: number; width: number },
  font: number
): { items: (KeyItem & { x: number; y: number })[]; height: number } => {
  const row = font + 7;
  let [x, line] = [left, 0];
  const laid = items.map((item) => {
    const text = wrap(item.text, charactersThatFit(width - roomFor(item.sign), font), 1)[0]!;
    const needs = roomFor(item.sign) + widthOf(text, font);
    if (x > left && x + needs > left + width) [x, line] = [left, line + 1];
    const place = { ...item, text, x, y: top + line * row + row / 2 };
    x += needs + 8;
    return place;
  });
  return { items: laid, height: items.length ? (line + 1) * row + 2 : 0 };
};
