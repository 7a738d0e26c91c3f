import type {
  Area,
  Measure,
  SeriesFile,
  Similar,
  Tiles,
  TimelineEvent,
  Unit,
  View,
  YearView
} from '../domain/index.ts';
import { regionsOf, similarTo } from '../domain/index.ts';
import type { PageFiles } from '../files/page-files.ts';
import { load, loadList, loadSimilar, loadTiles } from '../series/load.ts';
import {
  KEY_EVENTS,
  defaults,
  parse,
  unitForYears,
  type Choices,
  type Extra,
  type Notice,
  type YearsHeld
} from '../state/choices.ts';
import { Kept } from './kept.ts';
import { columnsOf, compose, type Picture } from './picture.ts';
import type { withBands } from './bands.ts';
import type { withSimilar } from './similar.ts';
import type { composeYear, YearPicture } from './year-picture.ts';

/** What a page of one measure is prerendered with. */
export interface TrendStart {
  measure: Measure;
  england: Area;
  /** England's part of the series file. */
  series: SeriesFile;
  /** The events shown by default. */
  events: TimelineEvent[];
  /** The periods with figures of authorities. */
  years: YearsHeld;
}

export type Loading = { state: 'idle' | 'loading' | 'ready' } | { state: 'failed'; why: string };

/** What a choice can need beside what the page was prerendered with. */
type Part = 'series' | 'areas' | 'bases' | 'events' | 'code' | 'tiles' | 'similar';

/** What is fetched when it is first asked for, not on the way to a first chart: a picture of one year, and what a chart over time can show more. */
export interface MoreCode {
  composeYear: typeof composeYear;
  withSimilar: typeof withSimilar;
  withBands: typeof withBands;
}

/** Pictures of one year that are kept: a film through all years of a view, and more. */
const MOST_COMPOSED = 60;

/** What a chart over time shows more, and needs more for. */
const TIME_EXTRAS: readonly Extra[] = ['similar', 'panels', 'others', 'intervals', 'periods', 'fitted'];

/**
 * The page of one measure: choices come from the address, figures from the page itself until a choice needs more, then from
 * the measure's series file. `search` gives the address's parameters; `files` are those that the page may fetch;
 * `moreCode` fetches what the views of one year need.
 */
export class TrendView<Code extends MoreCode = MoreCode> {
  readonly #start: TrendStart;
  readonly #search: () => URLSearchParams;
  readonly #files: () => PageFiles;
  readonly #moreCode: () => Promise<Code>;

  /** False until the browser has taken over: the first picture must be the prerendered one. */
  awake = $state(false);
  #whole = $state.raw<SeriesFile>();
  #bases = $state.raw<SeriesFile>();
  #areas = $state.raw<Area[]>();
  #events = $state.raw<TimelineEvent[]>();
  code = $state.raw<Code>();
  /** The places of authorities on the map. */
  tiles = $state.raw<Tiles>();
  /** Which authorities are similar to which. */
  similar = $state.raw<Similar>();
  // Pictures by the choices behind them: turning back to a view, or a year, composes nothing.
  readonly #composed = new Kept<YearPicture | undefined>(MOST_COMPOSED);
  // True once the reader has turned to a view of one year: until then what was prerendered is enough.
  #touched = $state(false);
  loading = $state.raw<Loading>({ state: 'idle' });

  readonly #parsed = $derived.by((): { choices: Choices; notices: Notice[] } => {
    const { measure, years } = this.#start;
    if (!this.awake) return { choices: defaults(measure), notices: [] };
    // Until the list of areas is here every code is taken as known.
    const areas = this.#areas;
    return parse(this.#search(), measure, (key) => areas?.some((area) => area.key === key) ?? true, years);
  });

  // A choice on its way into the address is shown at once: the chart does not wait for the router.
  #pending = $state.raw<Choices>();
  readonly choices: Choices = $derived(this.#pending ?? this.#parsed.choices);
  // As plain texts, so that an address that says the same again changes nothing on the page.
  readonly #unit: Unit = $derived(this.choices.unit);
  readonly #areaKeys = $derived(this.choices.areas.join(','));
  readonly #eventKeys = $derived(this.choices.events.join(','));
  readonly view: View = $derived(this.choices.view);
  readonly #extraKeys = $derived(this.choices.extras.filter((extra) => TIME_EXTRAS.includes(extra)).join(','));
  /** What is switched on over time. */
  readonly timeExtras: readonly string[] = $derived(this.#extraKeys.split(','));
  readonly #yearKeys = $derived(
    JSON.stringify([this.choices.year, this.choices.since, this.choices.line, this.choices.order])
  );
  readonly notices = $derived(this.#areas || !this.choices.areas.length ? this.#parsed.notices : []);
  readonly chosen = $derived(
    this.#areaKeys.split(',').flatMap((key) => this.#areas?.find((area) => area.key === key) ?? [])
  );
  /** The regions that the first chosen authority lies in: its own, and London for a borough. */
  readonly regions = $derived.by((): Area[] => {
    const first = this.chosen.find(({ level }) => level === 'Local authority');
    return first ? regionsOf(first, this.#areas ?? []) : [];
  });
  // Without a chosen area the page's own part says all there is to say.
  readonly file: SeriesFile = $derived.by(
    () => ((this.chosen.length || this.#extraKeys) && this.#whole) || this.#start.series
  );
  readonly #shown = $derived(this.#whole ? this.chosen : []);
  readonly #plain: Picture = $derived.by(() => {
    const { measure, england } = this.#start;
    return compose(this.file, measure, this.#unit, england, this.#shown, this.#bases);
  });
  // The same picture as before where nothing more is switched on, whatever has arrived meanwhile: it is not drawn anew.
  readonly picture: Picture = $derived.by(() => {
    const picture = this.#plain;
    const [hasSimilar, hasBands] = (['similar', 'intervals'] as const).map((extra) => this.timeExtras.includes(extra));
    if (!this.code || !(hasSimilar || hasBands)) return picture;
    const { code, similar } = this;
    const [first] = this.#shown;
    const beside =
      similar && first && hasSimilar
        ? code.withSimilar(picture, this.file, first, similarTo(similar, first.key))
        : picture;
    return hasBands ? code.withBands(beside, this.file, this.#bases) : beside;
  });
  readonly events = $derived.by((): TimelineEvent[] => {
    const events = this.#eventKeys.split(',');
    const all = this.#events ?? this.#start.events;
    return all.filter((event) => (event.shown && events.includes(KEY_EVENTS)) || events.includes(event.kind));
  });

  /** The unit of the views of one year: the chosen one, or the first of which figures of authorities are held. */
  readonly yearUnit: Unit | undefined = $derived.by(() => {
    const { measure, years } = this.#start;
    return years[this.#unit]?.length ? this.#unit : unitForYears(measure, years);
  });

  /** True where a view of one year shows what the page was prerendered with. */
  readonly isYearDefault: boolean = $derived.by(() => {
    const { measure, years } = this.#start;
    return (
      !this.#areaKeys &&
      this.#yearKeys === JSON.stringify([undefined, undefined, undefined, 'high']) &&
      this.yearUnit === unitForYears(measure, years) &&
      !this.choices.extras.some((extra) => extra === 'all' || extra === 'england')
    );
  });

  /** One period of all areas; undefined over time, and as long as what was prerendered still holds and is not yet needed. */
  readonly yearPicture: YearPicture | undefined = $derived.by(() =>
    this.view === 'time' ? undefined : this.yearPictureOf(this.view)
  );
  /** The series file behind `yearPicture`. */
  readonly yearFile = $derived(this.#whole);

  /** What the choices ask for and what is not here yet. */
  readonly #needs: readonly Part[] = $derived.by(() => {
    const { measure } = this.#start;
    const isYear = this.view !== 'time' && (this.#touched || !this.isYearDefault);
    const extras = this.view === 'time' ? this.choices.extras.filter((extra) => TIME_EXTRAS.includes(extra)) : [];
    const figures = this.choices.areas.length > 0 || isYear || extras.length > 0;
    const { base } = columnsOf(measure, (isYear && this.yearUnit) || this.#unit);
    const needs: Part[] = [];
    if (figures && !this.#whole) needs.push('series');
    if (figures && !this.#areas) needs.push('areas');
    if (figures && base && this.#bases?.measure !== base.measure) needs.push('bases');
    if ((isYear || extras.length) && !this.code) needs.push('code');
    if (extras.includes('similar') && !this.similar) needs.push('similar');
    if (isYear && this.view === 'map' && !this.tiles) needs.push('tiles');
    if (this.choices.events.some((each) => each !== KEY_EVENTS) && !this.#events) needs.push('events');
    return needs;
  });
  /** As text, so that a fetch under way does not begin again while nothing new is asked for. */
  readonly wanted: string = $derived(this.#needs.length ? 'parts' : '');

  constructor(start: TrendStart, search: () => URLSearchParams, files: () => PageFiles, moreCode: () => Promise<Code>) {
    this.#start = start;
    this.#search = search;
    this.#files = files;
    this.#moreCode = moreCode;
  }

  /** The same choices as a picture of a view of one year; undefined while something that it needs is not here. */
  yearPictureOf = (view: YearView): YearPicture | undefined => {
    const { measure, years } = this.#start;
    const [file, areas, code, unit] = [this.#whole, this.#areas, this.code, this.yearUnit];
    if (!file || !areas || !code || !unit) return undefined;
    if (this.#needs.includes('bases') || (view === 'map' && !this.tiles)) return undefined;
    const key = [view, unit, this.#areaKeys, this.#yearKeys].join(' ');
    const [year, since, line, order] = JSON.parse(this.#yearKeys) as (string | null)[];
    const choices: Choices = {
      ...defaults(measure),
      areas: this.#areaKeys ? this.#areaKeys.split(',') : [],
      unit,
      view,
      order: order as Choices['order'],
      ...(year ? { year } : {}),
      ...(since ? { since } : {}),
      ...(line ? { line } : {})
    };
    const bases = this.#bases;
    return this.#composed.get(key, () => code.composeYear({ file, bases, measure, choices, years, areas }));
  };

  /** Says that a view of one year is to be composed even where it is the prerendered one. */
  touch = (): void => {
    this.#touched = true;
  };

  /** The list of areas for a picker; fetched once. */
  loadAreas = async (): Promise<Area[]> => {
    this.#areas ??= await loadList<Area>('areas', this.#files());
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

  /** Fetches what a choice will need ahead of it; a failure is told when the choice is made. */
  warm = async (): Promise<void> => {
    const { measure } = this.#start;
    const { base } = columnsOf(measure, (this.view !== 'time' && this.yearUnit) || this.#unit);
    try {
      const [whole, bases, code, tiles] = await Promise.all([
        this.#whole ?? load(measure.slug, this.#files()),
        base && this.#bases?.measure !== base.measure ? load(base.measure, this.#files()) : this.#bases,
        this.view === 'time' ? this.code : this.#moreCode(),
        this.view === 'map' && !this.tiles ? loadTiles(this.#files()) : this.tiles,
        this.view === 'time' ? undefined : this.loadAreas()
      ]);
      this.tiles = tiles;
      this.#whole = whole;
      this.#bases = bases;
      this.code = code;
      if (this.view !== 'time') this.#touched = true;
    } catch {
      // The choice itself will try again, and say so.
    }
  };

  /** Fetches what only some views need, ahead of them: a reader who has turned to one view turns to the next. */
  warmViews = async (): Promise<void> => {
    try {
      const [code, tiles] = await Promise.all([this.#moreCode(), this.tiles ?? loadTiles(this.#files())]);
      this.code = code;
      this.tiles = tiles;
    } catch {
      // The view itself will try again, and say so.
    }
  };

  /** Fetches what the choices ask for; a failure is shown and can be tried again. */
  fetch = async (signal?: AbortSignal): Promise<void> => {
    const needs = this.#needs;
    if (!needs.length) return;
    const { measure } = this.#start;
    this.loading = { state: 'loading' };
    const unit = (this.view !== 'time' && this.yearUnit) || this.#unit;
    const base = columnsOf(measure, unit).base?.measure;
    try {
      const [whole, , bases, timeline, code, tiles, similar] = await Promise.all([
        needs.includes('series') ? load(measure.slug, this.#files(), signal) : undefined,
        needs.includes('areas') ? this.loadAreas() : undefined,
        needs.includes('bases') && base ? load(base, this.#files(), signal) : undefined,
        needs.includes('events') ? loadList<TimelineEvent>('events', this.#files(), signal) : undefined,
        needs.includes('code') ? this.#moreCode() : undefined,
        needs.includes('tiles') ? loadTiles(this.#files(), signal) : undefined,
        needs.includes('similar') ? loadSimilar(this.#files(), signal) : undefined
      ]);
      if (whole) this.#whole = whole;
      if (bases) this.#bases = bases;
      if (timeline) this.#events = timeline;
      if (code) this.code = code;
      if (tiles) this.tiles = tiles;
      if (similar) this.similar = similar;
      this.loading = { state: 'ready' };
    } catch (error) {
      if (signal?.aborted) return;
      this.loading = { state: 'failed', why: error instanceof Error ? error.message : 'the figures did not arrive' };
    }
  };
}
