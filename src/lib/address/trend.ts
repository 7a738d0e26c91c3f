import {
  ENGLAND,
  EVENT_KINDS,
  formatPeriod,
  isPeriod,
  unitsOf,
  type EventKind,
  type Measure,
  type Period,
  type Unit
} from '#lib/domain/index.ts';
import { parts, quote } from './codecs.ts';

/** Areas that fit on one chart beside England. */
export const MOST_AREAS = 6;

/** The switch of the events shown by default, beside the kinds of events. */
export const KEY_EVENTS = 'key';

export type EventSwitch = typeof KEY_EVENTS | EventKind;

/** What a reader can switch on, by the word of the address. */
export const EXTRAS = {
  similar: 'Median of the ten most similar councils',
  panels: 'A small chart for each area',
  others: 'Show other councils in grey',
  intervals: 'Show 95% intervals',
  periods: 'The pandemic and periods of policy, shaded',
  fitted: 'Start the axis above zero',
  all: 'Every council, not only those near',
  england: 'Colours by difference from England',
  fifths: 'Classes of this year alone, a fifth of councils in each',
  deprived: 'The funnel against councils as deprived',
  boundaries: 'Councils by their boundaries, not as tiles'
} as const;

export type Extra = keyof typeof EXTRAS;

/** The orders of the ranked view. */
export const ORDERS = { high: 'Highest first', low: 'Lowest first', name: 'By name' } as const;

export type Order = keyof typeof ORDERS;

/** The periods, in order of time, of which councils' figures are held, by unit; a unit of England alone has none. */
export type YearsHeld = Partial<Record<Unit, readonly Period[]>>;

/** What a reader chose on a page of one measure. */
export interface Choices {
  /** Keys of areas, in the order chosen. England is always there and never in this list. */
  areas: string[];
  unit: Unit;
  events: EventSwitch[];
  /** The period that the views of one year show; absent for the latest. */
  year?: Period;
  /** An earlier or later period: the ranked view then orders by the change since. */
  since?: Period;
  /** Which of several lines the views of one year show; absent for the first that holds figures. */
  line?: string;
  order: Order;
  extras: Extra[];
}

/** A choice in the address that could not be followed, in a sentence, with what was done instead. */
export interface Notice {
  parameter: string;
  text: string;
}

const EVENT_SWITCHES: readonly EventSwitch[] = [KEY_EVENTS, ...(Object.keys(EVENT_KINDS) as EventKind[])];

/** The choices of an address that has none. */
export const defaults = (measure: Measure): Choices => ({
  areas: [],
  unit: measure.variants[0].key,
  events: [KEY_EVENTS],
  order: 'high',
  extras: []
});

const parseAreas = (text: string, isArea: (key: string) => boolean, notices: Notice[]): string[] => {
  const asked = parts(text).filter((key) => key !== ENGLAND);
  for (const key of asked.filter((key) => !isArea(key)))
    notices.push({ parameter: 'areas', text: `No area has the code ${quote(key)}, so it was left out.` });
  const known = asked.filter(isArea);
  if (known.length > MOST_AREAS)
    notices.push({
      parameter: 'areas',
      text: `The address names ${known.length} areas; a chart holds ${MOST_AREAS}, so the first ${MOST_AREAS} are shown.`
    });
  return known.slice(0, MOST_AREAS);
};

/** Of some words those that are known; a notice for each other. */
const known = <T extends string>(
  text: string,
  all: readonly T[],
  parameter: string,
  what: string,
  notices: Notice[]
): T[] => {
  const asked = parts(text).filter((word) => word !== 'none');
  const isKnown = (word: string): word is T => (all as readonly string[]).includes(word);
  for (const word of asked.filter((each) => !isKnown(each)))
    notices.push({ parameter, text: `There is no ${what} called ${quote(word)}, so it was left out.` });
  return asked.filter(isKnown);
};

/** The first unit of which councils' figures are held; undefined where England's alone are. */
export const unitForYears = (measure: Measure, years: YearsHeld): Unit | undefined =>
  unitsOf(measure).find(({ key }) => years[key]?.length)?.key;

const nearest = (period: Period, held: readonly Period[]): Period =>
  held.reduce((best, each) =>
    Math.abs(Number(each) - Number(period)) < Math.abs(Number(best) - Number(period)) ? each : best
  );

/** A period of the address, or the nearest held, with a notice where that is another. Undefined where none can be meant. */
const parsePeriod = (
  parameter: 'year' | 'since',
  text: string,
  held: readonly Period[],
  measure: Measure,
  notices: Notice[]
): Period | undefined => {
  if (held.includes(text)) return text;
  const [first, last] = [held[0], held.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  if (!isPeriod(text) || text.length > 4) {
    notices.push({
      parameter,
      text: `${quote(text)} is not a year, so ${parameter === 'year' ? formatPeriod(last) : 'no change'} is shown.`
    });
    return undefined;
  }
  const near = nearest(text, held);
  const why = text < first ? `they begin in ${first}` : text > last ? `they end in ${last}` : 'that year is missing';
  notices.push({
    parameter,
    text: `${measure.title}: no figures of councils are held for ${text}; ${why}, so ${near} is taken.`
  });
  return near;
};

const labelOf = (measure: Measure, unit: Unit): string =>
  unitsOf(measure).find(({ key }) => key === unit)?.label ?? unit;

const lowerLabel = (measure: Measure, unit: Unit): string =>
  labelOf(measure, unit).replace(/^./, (letter) => letter.toLowerCase());

/** A view of one year needs figures of councils: it takes the first unit that has them where the chosen one has none. */
const setYearUnit = (choices: Choices, measure: Measure, years: YearsHeld, notices: Notice[]): void => {
  const unit = years[choices.unit]?.length ? choices.unit : unitForYears(measure, years);
  if (!unit) return;
  if (unit !== choices.unit)
    notices.push({
      parameter: 'unit',
      text: `“${labelOf(measure, choices.unit)}” cannot be shown for councils side by side, so it is shown as: ${lowerLabel(measure, unit)}.`
    });
  choices.unit = unit;
};

/** The words for a view in old addresses (`?view=map`), which `old-addresses.js` leads to the page of that view. */
const OLD_VIEWS = ['time', 'rank', 'map', 'spread'];

/** What is said of an old address's view where no page of that view took its place. */
const oldViewNotice = (text: string, measure: Measure, years: YearsHeld): string | undefined => {
  if (!OLD_VIEWS.includes(text)) return `There is no view called ${quote(text)}, so it is shown over time.`;
  if (text === 'time' || unitForYears(measure, years)) return undefined;
  return `${measure.title}: England’s figures alone are held here, so there are no councils to show side by side. It is shown over time.`;
};

/**
 * Reads the choices of an address. A missing parameter takes its default; an invalid one too, or what is nearest to it, with a
 * notice that says so. `years` are the periods with figures of authorities; `isYearView` is true on the page of a view of one year. Never
 * throws, whatever the address holds.
 */
export const parse = (
  params: URLSearchParams,
  measure: Measure,
  isArea: (key: string) => boolean,
  years: YearsHeld,
  isYearView = false
): { choices: Choices; notices: Notice[] } => {
  const choices = defaults(measure);
  const notices: Notice[] = [];

  const areas = params.get('areas');
  if (areas !== null) {
    choices.areas = parseAreas(areas, isArea, notices);
    if (!parts(areas).length)
      notices.push({ parameter: 'areas', text: 'The address names no area, so England alone is marked.' });
  }

  const unit = params.get('unit');
  if (unit !== null) {
    const units = unitsOf(measure);
    const found = units.find(({ key }) => key === unit);
    if (found) choices.unit = found.key;
    else
      notices.push({
        parameter: 'unit',
        text: `${measure.title} has no unit called ${quote(unit)}, so it is shown as: ${lowerLabel(measure, units[0]!.key)}.`
      });
  }

  if (isYearView) setYearUnit(choices, measure, years, notices);
  const old = params.get('view');
  const oldView = old === null || isYearView ? undefined : oldViewNotice(old, measure, years);
  if (oldView) notices.push({ parameter: 'view', text: oldView });

  const held = years[choices.unit] ?? years[unitForYears(measure, years) ?? choices.unit] ?? [];
  const year = params.get('year');
  const found = year === null ? undefined : parsePeriod('year', year, held, measure, notices);
  if (found !== undefined && found !== held.at(-1)) choices.year = found;

  const since = params.get('since');
  const from = since === null ? undefined : parsePeriod('since', since, held, measure, notices);
  const to = choices.year ?? held.at(-1);
  if (from !== undefined && to !== undefined && from >= to)
    notices.push({
      parameter: 'since',
      text: `A change is shown from an earlier year, and ${from} is not before ${to}: the figures themselves are shown.`
    });
  else if (from !== undefined) choices.since = from;

  const line = params.get('line');
  if (line !== null) {
    const lines = measure.variants.find(({ key }) => key === choices.unit)?.lines ?? [];
    if (lines.some(({ key }) => key === line)) choices.line = line;
    else notices.push({ parameter: 'line', text: `${measure.title} has no line called ${quote(line)}.` });
  }

  const order = params.get('order');
  if (order !== null) {
    if (Object.hasOwn(ORDERS, order)) choices.order = order as Order;
    else
      notices.push({
        parameter: 'order',
        text: `There is no order called ${quote(order)}, so the highest stand first.`
      });
  }

  const events = params.get('events');
  if (events !== null) choices.events = known(events, EVENT_SWITCHES, 'events', 'kind of event', notices);

  const extras = params.get('show');
  if (extras !== null) choices.extras = known(extras, Object.keys(EXTRAS) as Extra[], 'show', 'switch', notices);
  return { choices, notices };
};

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((each) => b.includes(each));

/**
 * Writes choices as search parameters: only what differs from the defaults, so that `parse(serialise(x)) = x`. The view is in
 * the path.
 */
export const serialise = (choices: Choices, measure: Measure): URLSearchParams => {
  const standard = defaults(measure);
  const params = new URLSearchParams();
  if (choices.areas.length) params.set('areas', choices.areas.join(','));
  if (choices.year !== undefined) params.set('year', choices.year);
  if (choices.since !== undefined) params.set('since', choices.since);
  if (choices.unit !== standard.unit) params.set('unit', choices.unit);
  if (choices.line !== undefined) params.set('line', choices.line);
  if (choices.order !== standard.order) params.set('order', choices.order);
  if (!same(choices.events, standard.events)) params.set('events', choices.events.join(',') || 'none');
  if (choices.extras.length) params.set('show', choices.extras.join(','));
  return params;
};

/** Search parameters as they stand in an address, commas readable: "?areas=309,894", or nothing. */
export const toSearch = (params: URLSearchParams): string => {
  const text = params.toString().replaceAll('%2C', ',');
  return text && `?${text}`;
};
