import { columnsOf, type Unit } from '#lib/domain/index.ts';
import { defaults, type Extra } from '#lib/address/trend.ts';
import { WIDE } from '#lib/drawing/size.ts';
import { drawAt } from '#lib/figures/registry.ts';
import { MOST_NAMED_EVENTS, eventsOnAxis, geometry } from '#lib/figures/time/layout.ts';
import type { Picture } from '#lib/figures/time/picture.ts';
import type { TimeSpec } from '#lib/figures/time/spec.ts';
import type { TimeWords } from '#lib/figures/time/words.ts';
import { later } from '#lib/ui/later.svelte.ts';
import type { Trend } from './context';

/** A measure over time: what is drawn, its words and table, and what is taken away. `first` is what the page was prerendered with. */
export class TimeView {
  readonly #trend: Trend;
  readonly #view: Trend['view'];
  readonly #first: TimeWords;
  /** The top that the axis of a unit has: the next drawing keeps to it or grows. */
  readonly #tops: Partial<Record<Unit, number>> = {};

  readonly #extras = $derived.by(() => {
    const { picture, file } = this.#view;
    return {
      isFitted: this.shows('fitted'),
      hasBands: this.shows('intervals'),
      ...(this.shows('others') ? { context: this.#view.code!.contextLinesOf(picture!, file) } : {}),
      ...(this.shows('periods') ? { spans: this.#view.code!.SPANS } : {})
    };
  });
  readonly panels = $derived(this.shows('panels'));
  // Without tests, which take 20 to 40 ms for all councils: the words that follow the chart have them.
  readonly #sentences = $derived.by(() => {
    const { code, picture } = this.#view;
    return code && picture ? code.describe(code.withoutTests(picture)) : this.#first.sentences;
  });
  /** What is drawn; undefined until the code for it is here. */
  readonly spec: TimeSpec | undefined = $derived.by(() => {
    const { code, picture, file, events } = this.#view;
    if (!code || !picture) return undefined;
    const description = this.#sentences.map(({ text }) => text).join(' ');
    const spec = code.toSpec(picture, file, events, description, this.#tops[picture.unit], this.#extras);
    if (!spec.bottom) this.#tops[picture.unit] = spec.top;
    return spec;
  });
  /** The switches that mean something for what is shown. */
  readonly offered: Extra[] = $derived.by(() => {
    const { unit } = this.#view.choices;
    const variant = columnsOf(this.#trend.measure, unit);
    const lines = this.#view.isTimeDefault ? this.#first.lines : (this.#view.picture?.lines.length ?? 1);
    const compares = variant.key !== 'number' || unit === 'index';
    const extras: [Extra, boolean][] = [
      ['similar', compares],
      ['panels', lines > 1],
      ['others', unit !== 'index' && this.#trend.hasAreas],
      ['intervals', variant.denominator !== undefined && unit !== 'index'],
      ['periods', true],
      ['fitted', unit !== 'index']
    ];
    return extras.flatMap(([extra, isOffered]) => (isOffered ? [extra] : []));
  });
  /** What must be known of what is switched on. */
  readonly footnotes: string[] = $derived.by(() => {
    if (this.#view.isTimeDefault) return [];
    const { code, picture } = this.#view;
    const { spec } = this;
    if (!code || !picture || !spec) return [];
    const spans = code.SPANS.filter(({ label }) => spec.shading?.some((shade) => shade.label === label));
    return [
      code.axisNote(spec),
      spec.context?.length ? code.CONTEXT_NOTE : '',
      spec.bands && spec.lines.some(({ points }) => points.some(({ low }) => low !== undefined)) ? code.BAND_NOTE : '',
      picture.lines.some(({ similarTo }) => similarTo) ? code.SIMILAR_NOTE : '',
      ...spans.map(({ text }) => text)
    ].filter(Boolean);
  });

  // Words and tables follow the chart a frame later: they need not hold it up.
  readonly #settled: { readonly current: Picture | undefined };
  readonly words: TimeWords = $derived.by(() => {
    const picture = this.#settled.current;
    if (!picture || !this.#view.code) return this.#first;
    const words = this.#view.code.timeWords(picture, { file: this.#view.file });
    // What England's shares are out of is not fetched for England alone: its title is the prerendered one.
    const isEngland = !this.#view.choices.areas.length && picture.unit === defaults(this.#trend.measure).unit;
    return isEngland ? { ...words, heading: this.#first.heading } : words;
  });

  constructor(trend: Trend, first: TimeWords) {
    this.#trend = trend;
    this.#view = trend.view;
    this.#first = first;
    this.#settled = later(() => (this.#view.isTimeDefault ? undefined : this.#view.picture));
  }

  /** True for what is switched on and can be shown by now. */
  shows(extra: Extra): boolean {
    return this.#view.timeExtras.includes(extra) && this.#view.picture !== undefined;
  }

  /** What leaves the page is what it shows; only asked for once `ready` is through. */
  readonly shared = {
    ready: () => this.#view.complete(),
    heading: () => this.words.heading,
    sources: () => this.#view.code!.sourcesOf(this.#view.picture!, this.#view.file),
    notes: () => [...this.#view.code!.notesOf(this.#view.picture!, this.#view.file), ...this.footnotes],
    legend: () => {
      const numbered = eventsOnAxis(this.spec!, geometry(this.spec!, WIDE));
      return this.#view.code!.legendOf(this.#view.picture!, numbered.length > MOST_NAMED_EVENTS ? numbered : []);
    },
    drawing: () => drawAt({ kind: this.panels ? 'panels' : 'time', spec: this.spec! }, WIDE),
    rows: (): Record<string, string>[] =>
      this.#view.code!.toRows(this.#view.picture!, this.#view.file, this.#trend.address())
  };
}
