import { ENGLAND, EVENT_KINDS, unitsOf, type EventKind, type Measure, type Unit } from '../domain/index.ts';

/** Areas that fit on one chart beside England. */
export const MOST_AREAS = 6;

/** The switch of the events shown by default, beside the kinds of events. */
export const KEY_EVENTS = 'key';

export type EventSwitch = typeof KEY_EVENTS | EventKind;

/** What a reader chose on a page of one measure. */
export interface Choices {
  /** Keys of areas, in the order chosen. England is always there and never in this list. */
  areas: string[];
  unit: Unit;
  events: EventSwitch[];
}

/** A choice in the address that could not be followed, in a sentence, with what was done instead. */
export interface Notice {
  parameter: string;
  text: string;
}

const EVENT_SWITCHES: readonly string[] = [KEY_EVENTS, ...Object.keys(EVENT_KINDS)];

/** The choices of an address that has none. */
export const defaults = (measure: Measure): Choices => ({
  areas: [],
  unit: measure.variants[0].key,
  events: [KEY_EVENTS]
});

const parts = (text: string): string[] => [...new Set(text.split(',').map((part) => part.trim()))].filter(Boolean);

const quote = (text: string): string => `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`;

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

/**
 * Reads the choices of an address. A missing parameter takes its default; an invalid one too, with a notice that says so.
 * Never throws, whatever the address holds.
 */
export const parse = (
  params: URLSearchParams,
  measure: Measure,
  isArea: (key: string) => boolean
): { choices: Choices; notices: Notice[] } => {
  const choices = defaults(measure);
  const notices: Notice[] = [];

  const areas = params.get('areas');
  if (areas !== null) choices.areas = parseAreas(areas, isArea, notices);

  const unit = params.get('unit');
  if (unit !== null) {
    const units = unitsOf(measure);
    const found = units.find(({ key }) => key === unit);
    if (found) choices.unit = found.key;
    else
      notices.push({
        parameter: 'unit',
        text: `${measure.title} has no unit called ${quote(unit)}, so it is shown as: ${units[0]!.label.toLowerCase()}.`
      });
  }

  const events = params.get('events');
  if (events !== null) {
    const asked = parts(events).filter((kind) => kind !== 'none');
    for (const kind of asked.filter((kind) => !EVENT_SWITCHES.includes(kind)))
      notices.push({
        parameter: 'events',
        text: `There is no kind of event called ${quote(kind)}, so it was left out.`
      });
    choices.events = asked.filter((kind): kind is EventSwitch => EVENT_SWITCHES.includes(kind));
  }
  return { choices, notices };
};

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((each) => b.includes(each));

/** Writes choices as search parameters: only what differs from the defaults, so that `parse(serialise(x)) = x`. */
export const serialise = (choices: Choices, measure: Measure): URLSearchParams => {
  const standard = defaults(measure);
  const params = new URLSearchParams();
  if (choices.areas.length) params.set('areas', choices.areas.join(','));
  if (choices.unit !== standard.unit) params.set('unit', choices.unit);
  if (!same(choices.events, standard.events)) params.set('events', choices.events.join(',') || 'none');
  return params;
};

/** Search parameters as they stand in an address, commas readable: "?areas=309,894", or nothing. */
export const toSearch = (params: URLSearchParams): string => {
  const text = params.toString().replaceAll('%2C', ',');
  return text && `?${text}`;
};
