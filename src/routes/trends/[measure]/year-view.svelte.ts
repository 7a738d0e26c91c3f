import type { Period } from '#lib/domain/index.ts';
import { later } from '#lib/ui/later.svelte.ts';
import { tableMarkup } from '#lib/figures/time/table-markup.ts';
import type { YearDrawing } from '#lib/figures/year/drawing.ts';
import type { Heading } from '#lib/figures/time/heading.ts';
import type { Sentence } from '#lib/figures/time/sentences.ts';
import type { YearPicture } from '#lib/figures/year/picture.ts';
import type { Trend } from './context';

/** What a picture of one year says, with its table as markup. */
interface YearWords {
  caption: string;
  heading: Heading;
  sentences: Sentence[];
  table: string;
}

/** One year of a measure: what is drawn, its sentences and table, and what is taken away, once code and figures are here. */
export class YearView {
  readonly #trend: Trend;
  readonly #view: Trend['view'];

  /** Undefined as long as what was prerendered is shown and nothing else is here. */
  readonly shown: { picture: YearPicture; drawing: YearDrawing } | undefined = $derived.by(() => {
    const { yearPicture: picture, yearDrawing: drawing } = this.#view;
    return picture && drawing ? { picture, drawing } : undefined;
  });
  // Words and tables follow the chart a frame later.
  readonly #settled;
  readonly words = $derived.by((): YearWords | undefined => {
    const picture = this.#settled.current?.picture;
    const { code } = this.#view;
    if (!picture || !code || picture.view !== this.#view.view) return undefined;
    const caption = code.yearCaption(picture);
    return {
      caption,
      heading: code.yearHeading(picture),
      sentences: code.describeYear(picture),
      table: tableMarkup(code.tabulateYear(picture), caption, 'Area')
    };
  });
  readonly variant = $derived.by(
    () => this.#trend.measure.variants.find(({ key }) => key === this.#view.yearUnit) ?? this.#trend.measure.variants[0]
  );
  /** The periods that can be chosen, and the one that is. */
  readonly years: readonly Period[] = $derived.by(
    () => (this.#view.yearUnit && this.#trend.years[this.#view.yearUnit]) || []
  );
  readonly year: Period = $derived.by(() => this.#view.choices.year ?? this.years.at(-1) ?? '');

  constructor(trend: Trend) {
    this.#trend = trend;
    this.#view = trend.view;
    this.#settled = later(() => this.shown);
  }

  /** What leaves the page is what it shows; only asked for once `shown` is there. */
  readonly shared = {
    heading: () => this.#view.code!.yearHeading(this.#view.yearPicture!),
    sources: () => this.#view.code!.yearSources(this.#view.yearPicture!, this.#view.yearFile!),
    notes: () => this.#view.code!.yearNotes(this.#view.yearPicture!, this.#view.yearFile!),
    legend: () => this.#view.code!.yearLegend(this.#view.yearPicture!),
    drawing: () => Promise.resolve(this.shown!.drawing.draw(this.shown!.drawing.sizes.wide)),
    rows: (): Record<string, string>[] =>
      this.#view.code!.toYearRows(this.#view.yearPicture!, this.#view.yearFile!, this.#trend.address())
  };
}
