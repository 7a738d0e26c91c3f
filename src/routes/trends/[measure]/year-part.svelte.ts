import type { Measure, Period, YearView } from '$lib/domain';
import { drawAt } from '$lib/components/chart-code';
import { later } from '$lib/components/later.svelte';
import { sentencesMarkup, tableMarkup } from '$lib/components/table-markup';
import type { YearDrawing } from '$lib/components/year-drawing';
import type { YearsHeld } from '$lib/state/choices';
import { Kept } from '$lib/views/kept';
import type { TrendView } from '$lib/views/trend.svelte';
import type { YearPicture } from '$lib/views/year-picture';

/** Drawings of one picture that are kept, by what is switched on in them. */
const MOST_DRAWINGS = 4;

type Code = typeof import('./more-code');

/** What a picture of one year says, with its table, as markup. */
interface YearWords {
  view: YearView;
  caption: string;
  said: string;
  table: string;
}

/** The views of one year of a measure's page: what is drawn, said, listed and taken away, once their code and figures are here. */
export class YearPart {
  readonly #view: TrendView<Code>;
  readonly #measure: Measure;
  readonly #years: YearsHeld;
  readonly #address: () => string;

  // A view that is not shown stays as it was, so that nothing is made anew when it is turned back to.
  readonly #drawn: Partial<Record<YearView, YearDrawing>> = {};
  #ahead = $state(0);
  readonly #said: Partial<Record<YearView, YearWords>> = {};
  #last: YearWords | undefined;
  // What was drawn of a picture, by what was switched on: the same drawing again is left as it stands.
  readonly #drawings = new WeakMap<YearPicture, Kept<YearDrawing>>();

  readonly shown = $derived.by(() => this.#drawingFor(this.#view.yearPicture));
  // Words and tables follow the chart a frame later.
  readonly #settled;
  readonly words = $derived.by((): YearWords | undefined => {
    const picture = this.#settled.current?.picture;
    const { code } = this.#view;
    if (!picture || !code) return undefined;
    const caption = code.yearCaption(picture);
    return {
      view: picture.view,
      caption,
      said: sentencesMarkup(code.describeYear(picture)),
      table: tableMarkup(code.tabulateYear(picture), caption, 'Area')
    };
  });
  readonly variant = $derived.by(
    () => this.#measure.variants.find(({ key }) => key === this.#view.yearUnit) ?? this.#measure.variants[0]
  );
  /** The periods that can be chosen, and the one that is. */
  readonly years: readonly Period[] = $derived.by(
    () => (this.#view.yearUnit && this.#years[this.#view.yearUnit]) || []
  );
  readonly year: Period = $derived.by(() => this.#view.choices.year ?? this.years.at(-1) ?? '');

  constructor(view: TrendView<Code>, measure: Measure, years: YearsHeld, address: () => string) {
    this.#view = view;
    this.#measure = measure;
    this.#years = years;
    this.#address = address;
    this.#settled = later(() => this.shown);
  }

  /** The words of a view: of what it shows, or showed when it was last turned to. */
  wordsOf(view: YearView): YearWords | undefined {
    const { words } = this;
    if (words) this.#said[words.view] = words;
    return this.#said[view];
  }

  /** The drawing of a view: of what it shows, or showed when it was last turned to. */
  drawingOf(view: YearView): YearDrawing | undefined {
    const { shown } = this;
    if (shown) this.#drawn[shown.picture.view] = shown.drawing;
    return this.#ahead >= 0 ? this.#drawn[view] : undefined;
  }

  /** Draws a view that is not shown, so that it need only be looked at when it is turned to. */
  drawAhead(view: YearView): void {
    const made = this.#drawingFor(this.#view.yearPictureOf(view));
    if (!made || this.#drawn[view] === made.drawing) return;
    this.#drawn[view] = made.drawing;
    this.#ahead++;
  }

  #drawingFor(picture: YearPicture | undefined) {
    const { code, choices, tiles } = this.#view;
    if (!picture || !code) return undefined;
    const own = this.#drawings.get(picture) ?? new Kept<YearDrawing>(MOST_DRAWINGS);
    this.#drawings.set(picture, own);
    const draw = () => code.toDrawing(picture, choices.extras, tiles);
    return { picture, drawing: own.get(choices.extras.join(' '), draw) };
  }

  /** The words of the view of one year that was turned to last: its table stands while another view is read. */
  get lastWords(): YearWords | undefined {
    if (this.words) this.#last = this.words;
    return this.#last;
  }

  /** What leaves the page is what it shows; only asked for once `shown` is there. */
  readonly shared = {
    heading: () => this.#view.code!.yearHeading(this.#view.yearPicture!),
    sources: () => this.#view.code!.yearSources(this.#view.yearPicture!, this.#view.yearFile!),
    notes: () => this.#view.code!.yearNotes(this.#view.yearPicture!, this.#view.yearFile!),
    legend: (): string[] => [],
    drawing: () => drawAt(this.shown!.drawing, this.shown!.drawing.sizes.wide),
    rows: (): Record<string, string>[] =>
      this.#view.code!.toYearRows(this.#view.yearPicture!, this.#view.yearFile!, this.#address())
  };
}
