import { BASE_YEAR, dateToDecimalYear, toDecimalYear, type Period } from '#lib/domain/index.ts';
import { widthOf } from '#lib/drawing/labels.ts';
import type { Size } from '#lib/drawing/size.ts';
import { axisSteps, formatSteps } from '#lib/drawing/ticks.ts';
import type { ChartEvent, TimeSpec } from './spec.ts';

/** Up to this many events are named on the chart; more are numbered, and named in the list under it. */
export const MOST_NAMED_EVENTS = 3;

/** Places on a drawing: one map for the drawing, the pointer and the keyboard. */
export interface Geometry {
  domain: [number, number];
  x: (decimalYear: number) => number;
  y: (value: number) => number;
  atPeriod: (period: Period) => number;
}

type Axes = Pick<TimeSpec, 'periods' | 'timing' | 'top' | 'bottom'> & Partial<Pick<TimeSpec, 'events'>>;

/** The height of the rows in which events are named that a chart with the band of 2008–09 alone, or with none, does not need. */
const SPARE_ROWS = 24;

/** A size with its left margin as wide as the numbers of the axis need. */
export const fit = (size: Size, { top, bottom = 0 }: Pick<TimeSpec, 'top' | 'bottom'>): Size => {
  const letters = Math.max(...formatSteps(axisSteps([bottom, top])).map(({ length }) => length));
  return { ...size, left: Math.max(size.left, Math.round(letters * size.font * 0.58 + 10)) };
};

/** A size with the margins that a spec needs: no more above the axis than the names of its events. */
export const fitTime = (size: Size, spec: Axes): Size => {
  const { rules } = markedEvents({ events: [], ...spec }, { domain: domainsOf(spec).x });
  return { ...fit(size, spec), top: size.top - (rules.length ? 0 : SPARE_ROWS) };
};

/** What Plot's scales are made of: decimal years across, values upright. Their ranges follow from the margins. */
export const domainsOf = ({ periods, timing, top, bottom = 0 }: Axes): Record<'x' | 'y', [number, number]> => {
  const first = toDecimalYear(periods[0], timing);
  const last = toDecimalYear(periods[1], timing);
  const span = Math.max(last - first, 0.5);
  return { x: [first - span * 0.02, last + span * 0.015], y: [bottom, top] };
};

/** The geometry of two scales, Plot's or our own. */
export const geometryOf = ({ x, y }: Pick<Geometry, 'x' | 'y'>, { timing, ...axes }: Axes): Geometry => ({
  domain: domainsOf({ timing, ...axes }).x,
  x,
  y,
  atPeriod: (period) => x(toDecimalYear(period, timing))
});

const linear =
  ([low, high]: [number, number], from: number, to: number) =>
  (value: number): number =>
    from + ((value - low) / (high - low)) * (to - from);

/** The maps from figures to pixels inside margins that are taken as they are: what Plot's scales are, for code without Plot. */
export const mapped = (spec: Axes, size: Size): Geometry => {
  const domains = domainsOf(spec);
  const x = linear(domains.x, size.left, size.width - size.right);
  const y = linear(domains.y, size.height - size.bottom, size.top);
  return geometryOf({ x, y }, spec);
};

/** The maps from figures to pixels of a spec at a size. */
export const geometry = (spec: Axes, given: Size): Geometry => mapped(spec, fitTime(given, spec));

/** The events that fall on the axis, in order of time, with their places. */
export const eventsOnAxis = (
  spec: Pick<TimeSpec, 'events'>,
  { domain }: Pick<Geometry, 'domain'>
): (ChartEvent & { at: number })[] =>
  spec.events
    .map((event) => ({ ...event, at: dateToDecimalYear(event.date) }))
    .filter(({ at }) => at >= domain[0] && at <= domain[1])
    .sort((a, b) => a.at - b.at);

/** The verdicts of November 2008 and the report of March 2009: together they are one band. */
const BAND = ['verdicts', 'laming-report'] as const;

/** What marks the events on the axis: rules, and where few are shown one band for the two dates of 2008–09. */
export const markedEvents = (
  spec: Pick<TimeSpec, 'events'>,
  axis: Pick<Geometry, 'domain'>
): { rules: ReturnType<typeof eventsOnAxis>; band?: { from: number; to: number } } => {
  const events = eventsOnAxis(spec, axis);
  const [from, to] = BAND.map((id) => events.find((event) => event.id === id)?.at);
  if (events.length > MOST_NAMED_EVENTS || from === undefined || to === undefined) return { rules: events };
  return { rules: events.filter(({ id }) => !BAND.some((each) => each === id)), band: { from, to } };
};

/**
 * The years under the chart over time: the first, 2008 and the last, and round ones where they leave those room. 2008 has its tick
 * alone where its number would touch another.
 */
export const yearTicks = (
  spec: Pick<TimeSpec, 'timing'>,
  { domain, x }: Pick<Geometry, 'domain' | 'x'>,
  size: Size
): { at: number; label: string }[] => {
  const all: { at: number; label: string }[] = [];
  for (let year = Math.floor(domain[0]) - 1; year <= Math.ceil(domain[1]) + 1; year++) {
    const at = spec.timing === 'month' ? year : toDecimalYear(String(year), spec.timing);
    if (at >= domain[0] && at <= domain[1]) all.push({ at, label: String(year) });
  }
  const gap = widthOf('2008', size.font) + 6;
  const out: typeof all = [];
  const add = (each: (typeof all)[number] | undefined): void => {
    if (each && out.every(({ at }) => Math.abs(x(at) - x(each.at)) >= gap)) out.push(each);
  };
  const base = all.find(({ label }) => label === BASE_YEAR);
  for (const each of [all[0], all.at(-1), base, ...ticks(spec, { domain }, size)]) add(each);
  if (base && !out.includes(base)) out.push({ ...base, label: '' });
  return out.sort((a, b) => a.at - b.at);
};

/** The years that carry a tick: round ones, so many as the width bears. */
export const ticks = (
  spec: Pick<TimeSpec, 'timing'>,
  { domain }: Pick<Geometry, 'domain'>,
  size: Pick<Size, 'name'>,
  most = size.name === 'narrow' ? 5 : 9
): { at: number; label: string }[] => {
  const first = Math.ceil(domain[0] - 0.75);
  const last = Math.floor(domain[1]);
  const step = [1, 2, 5, 10].find((each) => (last - first) / each <= most) ?? 20;
  const out: { at: number; label: string }[] = [];
  for (let year = Math.ceil(first / step) * step; year <= last; year += step) {
    const at = spec.timing === 'month' ? year : toDecimalYear(String(year), spec.timing);
    if (at >= domain[0] && at <= domain[1]) out.push({ at, label: String(year) });
  }
  return out;
};
