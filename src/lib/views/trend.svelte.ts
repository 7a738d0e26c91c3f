import type { Area, Measure, SeriesFile, TimelineEvent, Unit } from '../domain/index.ts';
import { load, loadList } from '../series/load.ts';
import { KEY_EVENTS, defaults, parse, type Choices, type Notice } from '../state/choices.ts';
import { compose, type Picture } from './picture.ts';

/** What a page of one measure is prerendered with. */
export interface TrendStart {
  measure: Measure;
  england: Area;
  /** England's part of the series file. */
  series: SeriesFile;
  /** The events shown by default. */
  events: TimelineEvent[];
}

export type Loading = { state: 'idle' | 'loading' | 'ready' } | { state: 'failed'; why: string };

/**
 * The page of one measure: choices come from the address, figures from the page itself until an area is chosen, then from
 * the measure's series file. `search` gives the address's parameters; `base` is the site's address with a trailing slash.
 */
export class TrendView {
  readonly #start: TrendStart;
  readonly #search: () => URLSearchParams;
  readonly #base: () => string;

  /** False until the browser has taken over: the first picture must be the prerendered one. */
  awake = $state(false);
  #whole = $state.raw<SeriesFile>();
  #areas = $state.raw<Area[]>();
  #events = $state.raw<TimelineEvent[]>();
  loading = $state.raw<Loading>({ state: 'idle' });

  readonly #parsed = $derived.by((): { choices: Choices; notices: Notice[] } => {
    const { measure } = this.#start;
    if (!this.awake) return { choices: defaults(measure), notices: [] };
    // Until the list of areas is here every code is taken as known.
    const areas = this.#areas;
    return parse(this.#search(), measure, (key) => areas?.some((area) => area.key === key) ?? true);
  });

  // A choice on its way into the address is shown at once: the chart does not wait for the router.
  #pending = $state.raw<Choices>();
  readonly choices: Choices = $derived(this.#pending ?? this.#parsed.choices);
  // As plain texts, so that an address that says the same again changes nothing on the page.
  readonly #unit: Unit = $derived(this.choices.unit);
  readonly #areaKeys = $derived(this.choices.areas.join(','));
  readonly #eventKeys = $derived(this.choices.events.join(','));
  readonly notices = $derived(this.#areas || !this.choices.areas.length ? this.#parsed.notices : []);
  readonly chosen = $derived(
    this.#areaKeys.split(',').flatMap((key) => this.#areas?.find((area) => area.key === key) ?? [])
  );
  // Without a chosen area the page's own part says all there is to say.
  readonly file: SeriesFile = $derived.by(() => (this.chosen.length && this.#whole) || this.#start.series);
  readonly picture: Picture = $derived.by(() => {
    const { measure, england } = this.#start;
    return compose(this.file, measure, this.#unit, england, this.#whole ? this.chosen : []);
  });
  readonly events = $derived.by((): TimelineEvent[] => {
    const events = this.#eventKeys.split(',');
    const all = this.#events ?? this.#start.events;
    return all.filter((event) => (event.shown && events.includes(KEY_EVENTS)) || events.includes(event.kind));
  });

  /** True where the choices ask for what is not here yet. */
  readonly wants = $derived({
    areas: this.choices.areas.length > 0 && !(this.#whole && this.#areas),
    events: this.choices.events.some((each) => each !== KEY_EVENTS) && !this.#events
  });

  constructor(start: TrendStart, search: () => URLSearchParams, base: () => string) {
    this.#start = start;
    this.#search = search;
    this.#base = base;
  }

  /** The list of areas for a picker; fetched once. */
  loadAreas = async (): Promise<Area[]> => {
    this.#areas ??= await loadList<Area>('areas', this.#base());
    return this.#areas;
  };

  /** Shows choices at once; `write` then puts them into the address, which owns them from there on. */
  choose = async (choices: Choices, write: (choices: Choices) => Promise<void>): Promise<void> => {
    this.#pending = choices;
    try {
      await write(choices);
    } finally {
      if (this.#pending === choices) this.#pending = undefined;
    }
  };

  /** Fetches the whole series file ahead of a choice; a failure is told when the choice is made. */
  warm = async (): Promise<void> => {
    try {
      this.#whole ??= await load(this.#start.measure.slug, this.#base());
    } catch {
      // The choice itself will try again, and say so.
    }
  };

  /** Fetches what the choices ask for; a failure is shown and can be tried again. */
  fetch = async (signal?: AbortSignal): Promise<void> => {
    const { areas, events } = this.wants;
    if (!areas && !events) return;
    this.loading = { state: 'loading' };
    try {
      const [whole, list, timeline] = await Promise.all([
        areas ? load(this.#start.measure.slug, this.#base(), signal) : undefined,
        areas ? this.loadAreas() : undefined,
        events ? loadList<TimelineEvent>('events', this.#base(), signal) : undefined
      ]);
      if (whole && list) this.#whole = whole;
      if (timeline) this.#events = timeline;
      this.loading = { state: 'ready' };
    } catch (error) {
      if (signal?.aborted) return;
      this.loading = { state: 'failed', why: error instanceof Error ? error.message : 'the figures did not arrive' };
    }
  };
}
