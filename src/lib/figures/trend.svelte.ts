import type { Area, Measure, SeriesFile, Similar, Tiles, TimelineEvent, Unit } from '#lib/domain/index.ts';
import { columnsOf, regionsOf, similarTo } from '#lib/domain/index.ts';
import type { PageFiles } from '#lib/files/page-files.ts';
import { load, loadEstimates, loadList, loadSimilar, loadTiles } from '#lib/series/load.ts';
import {
  KEY_EVENTS,
  defaults,
  parse,
  unitForYears,
  type Choices,
  type Extra,
  type Notice,
  type YearsHeld
} from '#lib/address/trend.ts';
import { Memo } from '#lib/domain/memo.ts';
import { Lazy, type Loading } from '#lib/files/lazy.svelte.ts';
import type { compose, CouncilTests, Picture } from '#lib/figures/time/picture.ts';
import type { withBands } from '#lib/figures/time/bands.ts';
import type { withSimilar } from '#lib/figures/time/similar.ts';
import type { ToDrawing, YearDrawing } from '#lib/figures/year/drawing.ts';
import type { composeYear, YearPicture } from '#lib/figures/year/picture.ts';
import {
  YEAR_VIEWS,
  chartCode,
  detailsOf,
  fetchYearDrawing,
  isYearView,
  type View,
  type YearView
} from './registry.ts';

/** What a page of one measure is prerendered with. */
interface TrendStart {
  measure: Measure;
  england: Area;
  /** England's part of the series file. */
  series: SeriesFile;
  /** The events shown by default. */
  events: TimelineEvent[];
  /** The periods with figures of authorities. */
  years: YearsHeld;
  /** False of a measure whose chance cannot be worked out: there is no file of estimates. */
  hasEstimates: boolean;
}

/** What is fetched when the first choice is made, or the reader turns to the chart: what makes pictures of figures. */
interface MoreCode {
  compose: typeof compose;
  composeYear: typeof composeYear;
  withSimilar: typeof withSimilar;
  withBands: typeof withBands;
}

const NO_SEARCH = new URLSearchParams();

/** Code that is fetched, with the words of its failure that a reader understands. */
const lazyCode = <T>(fetch: () => Promise<T>): Lazy<T> =>
  new Lazy(async () => {
    try {
      return await fetch();
    } catch {
      throw new Error('a part of the site did not arrive');
    }
  });

/** Pictures of one year that are kept: a film through all years of a view, and more. */
const MOST_COMPOSED = 60;

/** What a chart over time shows more, and needs more for. */
const TIME_EXTRAS: readonly Extra[] = ['similar', 'panels', 'others', 'intervals', 'periods', 'fitted'];

/**
 * The page of one measure: choices come from the address, figures from the page itself until a choice needs more, then from
 * the measure's series file. `search` gives the address's parameters, `view` the one of its path; `pageFiles` are those that it may fetch;
 * `moreCode` fetches what makes pictures: until then the page shows what it was prerendered with.
 */
export class TrendView<Code extends MoreCode = MoreCode> {
  readonly #start: TrendStart;
  readonly #search: () => URLSearchParams;
  readonly #view: () => View;
  readonly #pageFiles: () => PageFiles;

  // What a choice can need beside what the page was prerendered with.
  readonly #files: Readonly<Record<string, Lazy<SeriesFile>>>;
  readonly #estimates = new Lazy(() => loadEstimates(this.#start.measure.slug, this.#pageFiles()));
  readonly #areaList = new Lazy(() => loadList<Area>('areas', this.#pageFiles()));
  readonly #timeline = new Lazy(() => loadList<TimelineEvent>('events', this.#pageFiles()));
  readonly #tileList = new Lazy(() => loadTiles(this.#pageFiles()));
  readonly #similarList = new Lazy(() => loadSimilar(this.#pageFiles()));
  readonly #moreCode: Lazy<Code>;
  // Without it new words would stand over the old drawing.
  readonly #timeCode = lazyCode(async () => {
    await chartCode('time');
    return true;
  });
  readonly #toDrawing = Object.fromEntries(
    YEAR_VIEWS.map((view) => [view, lazyCode(() => fetchYearDrawing(view))])
  ) as Record<YearView, Lazy<ToDrawing>>;

  readonly #alternatives = Object.fromEntries(
    YEAR_VIEWS.flatMap((view) => {
      const { alternative } = detailsOf(view);
      return alternative ? [[view, lazyCode(alternative.drawing)]] : [];
    })
  ) as Partial<Record<YearView, Lazy<ToDrawing>>>;

  /** False while prerendering and hydrating, when the page shows its defaults: a prerendered page has no search parameters. */
  isHydrated = $state(false);
  readonly #whole: SeriesFile | undefined = $derived.by(() => this.#files[this.#start.measure.slug]!.value);
  readonly #areas: Area[] | undefined = $derived(this.#areaList.value);
  readonly code: Code | undefined = $derived.by(() => this.#moreCode.value);
  /** The places of authorities on the map. */
  readonly tiles: Tiles | undefined = $derived(this.#tileList.value);
  /** Which authorities are similar to which. */
  readonly similar: Similar | undefined = $derived(this.#similarList.value);
  // Pictures by the choices behind them: going back to a year composes nothing.
  readonly #composed = new Memo<string, YearPicture | undefined>(MOST_COMPOSED);

  readonly #parsed = $derived.by((): { choices: Choices; notices: Notice[] } => {
    const { measure, years } = this.#start;
    const search = this.isHydrated ? this.#search() : NO_SEARCH;
    // Until the list of areas is here every code is taken as known.
    const areas = this.#areas;
    return parse(
      search,
      measure,
      (key) => areas?.some((area) => area.key === key) ?? true,
      years,
      isYearView(this.view)
    );
  });

  readonly view: View = $derived.by(() => this.#view());
  // A choice on its way into the address is shown at once: the chart does not wait for the router. In a trial without this, and
  // without words and table following a frame later, a choice took 184 ms (p50) and 252 (p95) instead of 114 and 147.
  #pending = $state.raw<Choices>();
  readonly choices: Choices = $derived(this.#pending ?? this.#parsed.choices);
  // As plain texts, so that an address that says the same again changes nothing on the page.
  readonly #unit: Unit = $derived(this.choices.unit);
  readonly #areaKeys = $derived(this.choices.areas.join(','));
  readonly #eventKeys = $derived(this.choices.events.join(','));
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
  /** What changes are tested with; undefined until it is here. */
  readonly #councils: CouncilTests | undefined = $derived.by(() => {
    const [areas, estimates] = [this.#areas, this.#estimates.value];
    return areas && (estimates || !this.#start.hasEstimates) ? { areas, estimates } : undefined;
  });
  /** The file of what the figures shown are out of; undefined where there is none, and until it is here. */
  readonly #bases: SeriesFile | undefined = $derived.by(() => this.#basesFile?.value);
  readonly #plain: Picture | undefined = $derived.by(() => {
    const { measure, england } = this.#start;
    if (!this.isTimeDefault && !this.#timeCode.value) return undefined;
    return this.code?.compose(this.file, measure, this.#unit, england, this.#shown, this.#bases, () => this.#councils);
  });
  /**
   * A measure over time; undefined until the code for it is here. The same picture as before where nothing more is switched on,
   * whatever has arrived meanwhile: it is not drawn anew.
   */
  readonly picture: Picture | undefined = $derived.by(() => {
    const picture = this.#plain;
    const [hasSimilar, hasBands] = (['similar', 'intervals'] as const).map((extra) => this.timeExtras.includes(extra));
    if (!picture || !this.code || !(hasSimilar || hasBands)) return picture;
    const { code, similar } = this;
    const [first] = this.#shown;
    const beside =
      similar && first && hasSimilar
        ? code.withSimilar(picture, this.file, first, similarTo(similar, first.key), {
            bases: this.#bases,
            areas: this.#areas ?? []
          })
        : picture;
    return hasBands ? code.withBands(beside, this.file, this.#bases) : beside;
  });
  readonly events = $derived.by((): TimelineEvent[] => {
    const events = this.#eventKeys.split(',');
    const all = this.#timeline.value ?? this.#start.events;
    return all.filter((event) => (event.shown && events.includes(KEY_EVENTS)) || events.includes(event.kind));
  });

  /** The unit of the views of one year: the chosen one, or the first of which figures of authorities are held. */
  readonly yearUnit: Unit | undefined = $derived.by(() => {
    const { measure, years } = this.#start;
    return years[this.#unit]?.length ? this.#unit : unitForYears(measure, years);
  });

  /** True where the chart over time shows what the page was prerendered with. */
  readonly isTimeDefault: boolean = $derived.by(
    () =>
      !this.#areaKeys &&
      !this.#extraKeys &&
      this.#eventKeys === KEY_EVENTS &&
      this.#unit === defaults(this.#start.measure).unit
  );

  /** True where a view of one year shows what the page was prerendered with. */
  readonly isYearDefault: boolean = $derived.by(() => {
    const { measure, years } = this.#start;
    return (
      !this.#areaKeys &&
      this.#yearKeys === JSON.stringify([undefined, undefined, undefined, 'high']) &&
      this.yearUnit === unitForYears(measure, years) &&
      !this.choices.extras.some((extra) => !TIME_EXTRAS.includes(extra))
    );
  });

  /** One period of all areas; undefined over time, and as long as what was prerendered still holds and is not yet needed. */
  readonly yearPicture: YearPicture | undefined = $derived.by(() =>
    isYearView(this.view) ? this.#composeYear(this.view) : undefined
  );
  /** What is drawn of `yearPicture`. */
  readonly yearDrawing: YearDrawing | undefined = $derived.by(() => {
    const { view, yearPicture, tiles } = this;
    if (!yearPicture || !isYearView(view)) return undefined;
    // Until the other drawing is here the usual one stays.
    const toDrawing = this.#alternativeOf(view)?.value ?? this.#toDrawing[view].value;
    return toDrawing?.(yearPicture, { extras: this.choices.extras, tiles });
  });
  /** The series file behind `yearPicture`. */
  readonly yearFile = $derived(this.#whole);

  /** The unit that is shown: a view of one year may not have the one that was chosen. */
  readonly #unitShown: Unit = $derived((isYearView(this.view) && this.yearUnit) || this.#unit);
  readonly #basesFile: Lazy<SeriesFile> | undefined = $derived.by(() => {
    const { denominator } = columnsOf(this.#start.measure, this.#unitShown);
    return denominator && this.#files[denominator.measure];
  });

  /** What a view needs to show the choices anew, whether it is here or not. */
  #needsOf(view: View): Lazy<unknown>[] {
    const isYear = isYearView(view);
    const extras = isYear ? [] : this.timeExtras.filter(Boolean);
    const needs: Lazy<unknown>[] = [];
    if (this.#areaKeys || isYear || extras.length) {
      needs.push(this.#files[this.#start.measure.slug]!, this.#areaList);
      if (this.#basesFile) needs.push(this.#basesFile);
    }
    if ((isYear || this.#areaKeys) && this.#start.hasEstimates) needs.push(this.#estimates);
    needs.push(this.#moreCode);
    if (extras.includes('similar') || (this.#areaKeys && detailsOf(view).hasLimits)) needs.push(this.#similarList);
    needs.push(isYear ? this.#toDrawing[view] : this.#timeCode);
    const alternative = isYear && this.#alternativeOf(view);
    if (alternative) needs.push(alternative);
    if (detailsOf(view).needsTiles) needs.push(this.#tileList);
    if (this.#eventKeys.split(',').some((each) => each && each !== KEY_EVENTS)) needs.push(this.#timeline);
    return needs;
  }

  /** What the choices need beside what the page was prerendered with. */
  readonly needs: readonly Lazy<unknown>[] = $derived.by(() =>
    (isYearView(this.view) ? this.isYearDefault : this.isTimeDefault) ? [] : this.#needsOf(this.view)
  );
  readonly loading: Loading = $derived.by(() => {
    const missing = this.needs.filter(({ value }) => value === undefined);
    if (!missing.length) return { state: 'ready' };
    const failed = missing.find(({ failed }) => failed)?.failed;
    return failed ? { state: 'failed', why: failed.message } : { state: 'loading' };
  });

  constructor(
    start: TrendStart,
    search: () => URLSearchParams,
    view: () => View,
    pageFiles: () => PageFiles,
    moreCode: () => Promise<Code>
  ) {
    this.#start = start;
    this.#search = search;
    this.#view = view;
    this.#pageFiles = pageFiles;
    const { slug, variants } = start.measure;
    this.#files = Object.fromEntries(
      [slug, ...variants.flatMap(({ denominator }) => denominator?.measure ?? [])].map((measure) => [
        measure,
        new Lazy(() => load(measure, this.#pageFiles()))
      ])
    );
    this.#moreCode = lazyCode(moreCode);
  }

  /** The other drawing of a view, where that is chosen. */
  #alternativeOf(view: YearView): Lazy<ToDrawing> | undefined {
    const extra = detailsOf(view).alternative?.extra;
    return extra && this.choices.extras.includes(extra) ? this.#alternatives[view] : undefined;
  }

  /** The same choices as a picture of a view of one year; undefined while something that it needs is not here. */
  #composeYear(view: YearView): YearPicture | undefined {
    const { measure, years } = this.#start;
    const [file, areas, code, unit] = [this.#whole, this.#areas, this.code, this.yearUnit];
    if (!file || !areas || !code || !unit) return undefined;
    const estimates = this.#estimates.value;
    if (this.#start.hasEstimates && !estimates) return undefined;
    if (this.#areaKeys && detailsOf(view).hasLimits && !this.similar) return undefined;
    if ((this.#basesFile && !this.#bases) || (detailsOf(view).needsTiles && !this.tiles)) return undefined;
    const extras = this.choices.extras.filter((extra) => extra === 'deprived');
    const key = [view, unit, this.#areaKeys, this.#yearKeys, ...extras].join(' ');
    const [year, since, line, order] = JSON.parse(this.#yearKeys) as (string | null)[];
    const choices: Choices = {
      ...defaults(measure),
      areas: this.#areaKeys ? this.#areaKeys.split(',') : [],
      unit,
      order: order as Choices['order'],
      extras,
      ...(year ? { year } : {}),
      ...(since ? { since } : {}),
      ...(line ? { line } : {})
    };
    const { similar } = this;
    const bases = this.#bases;
    return this.#composed.get(key, () =>
      code.composeYear({ file, bases, measure, view, choices, years, areas, estimates, similar })
    );
  }

  /** The list of areas for a picker; fetched once. */
  loadAreas = (): Promise<Area[]> => this.#areaList.get();

  /** Shows choices at once; `write` then puts them into the address, which owns them from there on. */
  choose = async (choices: Choices, write: (choices: Choices) => Promise<void>): Promise<void> => {
    this.#pending = choices;
    try {
      await write(choices);
    } finally {
      if (this.#pending === choices) this.#pending = undefined;
    }
  };

  /** Fetches what a choice in a view will need ahead of it; a failure is told when the choice is made. */
  prefetch = (view: View = this.view): void => {
    this.#moreCode.prefetch();
    this.#files[this.#start.measure.slug]!.prefetch();
    this.#basesFile?.prefetch();
    if (isYearView(view)) for (const each of this.#needsOf(view)) each.prefetch();
    else this.#timeCode.prefetch();
  };

  /** Fetches what the chart over time is read by: its figures are in the page. */
  prefetchCode = (): void => this.#moreCode.prefetch();

  /** Everything that is needed to take the view away, once it is here; rejects where a part of it cannot be fetched. */
  complete = async (): Promise<void> => {
    await Promise.all(this.#needsOf(this.view).map((each) => each.get()));
  };

  /** Fetches what the choices need and is not here; also what failed before. */
  fetch = (): void => {
    for (const each of this.needs) each.need();
  };
}
