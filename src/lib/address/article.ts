import { formatDate } from '#lib/domain/index.ts';
import {
  AUTHORITY_MEASURES,
  BASES,
  CASES,
  EVENT_RANGE,
  type AuthorityMeasure,
  type BaseKey
} from '#lib/statistics/before-after.ts';
import { quote } from './codecs.ts';

/** What the chart of every council can show: an index, or counts. */
export const SHOWN = ['index', 'counts'] as const;
export type Shown = (typeof SHOWN)[number];

/** What a reader chose on the page. */
export interface Choices {
  /** The month set as that of the event, "2008-11". */
  event: string;
  base: BaseKey;
  /** Whether the year of transition is counted with the later ones. */
  withTransition: boolean;
  /** Three-digit code of the authority picked out, if any. */
  area: string | undefined;
  /** What the chart of every council is of, and how it shows it. */
  measure: AuthorityMeasure;
  shown: Shown;
}

/** The choices of an address that has none. */
export const DEFAULTS: Choices = {
  event: CASES.connelly.event,
  base: '2007',
  withTransition: false,
  area: undefined,
  measure: 'started',
  shown: 'index'
};

const isBase = (text: string): text is BaseKey => Object.hasOwn(BASES, text);

const isOne = <T extends string>(all: readonly T[], text: string): text is T =>
  (all as readonly string[]).includes(text);

/**
 * Reads the choices of an address. A missing parameter takes its default; one that cannot be followed too, with a sentence
 * that says so. Never throws, whatever the address holds.
 */
export const parse = (
  params: URLSearchParams,
  isArea: (key: string) => boolean
): { choices: Choices; notices: string[] } => {
  const choices = { ...DEFAULTS };
  const notices: string[] = [];
  const event = params.get('event');
  if (event !== null) {
    if (/^\d{4}-(0[1-9]|1[0-2])$/.test(event) && event >= EVENT_RANGE.first && event <= EVENT_RANGE.last)
      choices.event = event;
    else
      notices.push(
        `The event cannot be set to ${quote(event)}: a month from ${formatDate(EVENT_RANGE.first)} to ${formatDate(EVENT_RANGE.last)} is needed. ${formatDate(DEFAULTS.event)} is shown.`
      );
  }
  const base = params.get('base');
  if (base !== null) {
    if (isBase(base)) choices.base = base;
    else notices.push(`There is no base called ${quote(base)}, so months of 2007 are the base.`);
  }
  const transition = params.get('transition');
  if (transition !== null) {
    if (transition === 'with') choices.withTransition = true;
    else notices.push(`The year of transition cannot be ${quote(transition)}, so it is left out.`);
  }
  const area = params.get('area');
  if (area !== null) {
    if (isArea(area)) choices.area = area;
    else notices.push(`No council on this page has the code ${quote(area)}, so none is picked out.`);
  }
  const measure = params.get('measure');
  if (measure !== null) {
    if (isOne(AUTHORITY_MEASURES, measure)) choices.measure = measure;
    else
      notices.push(
        `Councils cannot be compared by ${quote(measure)}, so children starting to be looked after are shown.`
      );
  }
  const shown = params.get('show');
  if (shown !== null) {
    if (isOne(SHOWN, shown)) choices.shown = shown;
    else notices.push(`Councils cannot be shown as ${quote(shown)}, so they are shown as an index.`);
  }
  return { choices, notices };
};

/** Writes choices as search parameters: only what differs from the defaults, so that `parse(serialise(x)) = x`. */
export const serialise = ({ event, base, withTransition, area, measure, shown }: Choices): URLSearchParams => {
  const params = new URLSearchParams();
  if (event !== DEFAULTS.event) params.set('event', event);
  if (base !== DEFAULTS.base) params.set('base', base);
  if (withTransition) params.set('transition', 'with');
  if (area) params.set('area', area);
  if (measure !== DEFAULTS.measure) params.set('measure', measure);
  if (shown !== DEFAULTS.shown) params.set('show', shown);
  return params;
};
