import { MOST_NAMED_EVENTS, eventsOnAxis, geometry } from '#lib/figures/time/layout.ts';
import { WIDE } from '#lib/drawing/size.ts';
import { drawAt } from '#lib/figures/registry.ts';
import { later } from '#lib/ui/later.svelte.ts';
import { PERIOD_HEADS } from '#lib/ui/table-heads.ts';
import { tableMarkup } from '#lib/figures/time/table-markup.ts';
import { axisNote, toSpec } from '#lib/figures/time/spec.ts';
import type { Extra } from '#lib/address/trend.ts';
import { unitWords } from '#lib/figures/time/picture.ts';
import { toRows } from '#lib/figures/time/rows.ts';
import { describe } from '#lib/figures/time/sentences.ts';
import { headingOf, legendOf, notesOf, sourcesOf } from '#lib/figures/time/citation.ts';
import { tabulate } from '#lib/figures/time/table.ts';
import type { Trend } from './context';

/** A measure over time: what is drawn, its sentences and table, and what is taken away. */
export class TimeView {
  readonly #trend: Trend;
  readonly #view: Trend['view'];

  readonly #sentences = $derived.by(() => describe(this.#view.picture));
  readonly #extras = $derived.by(() => {
    const { picture, file } = this.#view;
    return {
      isFitted: this.shows('fitted'),
      hasBands: this.shows('intervals'),
      ...(this.shows('others') ? { context: this.#view.code!.contextLinesOf(picture, file) } : {}),
      ...(this.shows('periods') ? { spans: this.#view.code!.SPANS } : {})
    };
  });
  readonly panels = $derived(this.shows('panels'));
  readonly spec = $derived.by(() => {
    const { picture, file, events } = this.#view;
    const description = this.#sentences.map(({ text }) => text).join(' ');
    return toSpec(picture, file, events, description, this.#trend.floors[picture.unit] ?? 0, this.#extras);
  });
  /** The switches that mean something for what is shown. */
  readonly offered: Extra[] = $derived.by(() => {
    const { picture } = this.#view;
    const { variant, unit, lines } = picture;
    const compares = variant.key !== 'number' || unit === 'index';
    const extras: [Extra, boolean][] = [
      ['similar', compares],
      ['panels', lines.length > 1],
      ['others', unit !== 'index' && this.#trend.hasAreas],
      ['intervals', variant.denominator !== undefined && unit !== 'index'],
      ['periods', true],
      ['fitted', unit !== 'index']
    ];
    return extras.flatMap(([extra, isOffered]) => (isOffered ? [extra] : []));
  });
  /** What must be known of what is switched on. */
  readonly footnotes: string[] = $derived.by(() => {
    const { code, picture } = this.#view;
    const { spec } = this;
    if (!code) return [];
    const spans = code.SPANS.filter(({ label }) => spec.shading?.some((shade) => shade.label === label));
    return [
      axisNote(spec),
      spec.context?.length ? code.CONTEXT_NOTE : '',
      spec.bands && spec.lines.some(({ points }) => points.some(({ low }) => low !== undefined)) ? code.BAND_NOTE : '',
      picture.lines.some(({ similarTo }) => similarTo) ? code.SIMILAR_NOTE : '',
      ...spans.map(({ text }) => text)
    ].filter(Boolean);
  });

  // Words and tables follow the chart a frame later: they need not hold it up.
  readonly #settled;
  readonly settled = $derived.by(() => this.#settled.current);
  readonly label = $derived.by(() => `${this.#trend.measure.title}, ${unitWords(this.settled.picture)}`);
  readonly table = $derived.by(() => {
    const { picture } = this.settled;
    return tableMarkup(tabulate(picture), this.label, PERIOD_HEADS[picture.variant.timing]);
  });

  constructor(trend: Trend) {
    this.#trend = trend;
    this.#view = trend.view;
    const shown = $derived({ picture: this.#view.picture, file: this.#view.file, sentences: this.#sentences });
    this.#settled = later(() => shown);
  }

  /** True for what is switched on and can be shown by now. */
  shows(extra: Extra): boolean {
    return this.#view.timeExtras.includes(extra) && this.#view.code !== undefined;
  }

  /** What leaves the page is what it shows. */
  readonly shared = {
    heading: () => headingOf(this.#view.picture),
    sources: () => sourcesOf(this.#view.picture, this.#view.file),
    notes: () => [...notesOf(this.#view.picture, this.#view.file), ...this.footnotes],
    legend: () => {
      const numbered = eventsOnAxis(this.spec, geometry(this.spec, WIDE));
      return legendOf(this.#view.picture, numbered.length > MOST_NAMED_EVENTS ? numbered : []);
    },
    drawing: () => drawAt({ kind: this.panels ? 'panels' : 'time', spec: this.spec }, WIDE),
    rows: (): Record<string, string>[] => toRows(this.#view.picture, this.#view.file, this.#trend.address())
  };
}
