import { regionsOf, similarTo, type Area, type SeriesFile, type Similar } from '#lib/domain/index.ts';
import { HEADLINES, measureOf } from '#lib/domain/catalogue/index.ts';
import type { PageFiles } from '#lib/files/page-files.ts';
import type { EstimatesFile } from '#lib/statistics/estimates-file.ts';
import { load, loadEstimates, loadList, loadSimilar } from '#lib/series/load.ts';
import type { Notice } from '#lib/address/trend.ts';
import { parseComparison, type CompareChoices } from '#lib/address/compare.ts';
import type { compare, compareOthers, Comparison } from './picture.ts';
import { Lazy, type Loading } from '#lib/files/lazy.svelte.ts';
import type { FigureStore, storeOf } from '#lib/figures/year/figure-store.ts';

/** What is fetched when a comparison is first asked for, not on the way to the page's words. */
interface CompareCode {
  compare: typeof compare;
  compareOthers: typeof compareOthers;
  storeOf: typeof storeOf;
}

/** Measures that are compared beside the headline ones, fetched when a reader opens their group. */
export interface MeasureGroup {
  name: string;
  slugs: readonly string[];
}

const seriesName = (measure: string): string => `series/${measure}.json`;
const estimatesName = (measure: string): string => `estimates/${measure}.json`;

/** Measures, and those that their figures are out of: each has a series file that is read. */
const withDenominators = (slugs: readonly string[]): string[] => [
  ...new Set([
    ...slugs,
    ...slugs.flatMap((slug) => measureOf(slug)!.variants.flatMap(({ denominator }) => denominator?.measure ?? []))
  ])
];

/** The names of the files that a comparison of measures reads; `isEstimated` says of which measures there are estimates. */
export const comparedFiles = (slugs: readonly string[], isEstimated: (slug: string) => boolean): string[] => [
  'similar.json',
  ...withDenominators(slugs).map(seriesName),
  ...slugs.filter(isEstimated).map(estimatesName)
];

/** An area of which no more than the key is known yet. */
const unnamed = (key: string): Area => ({ key, code: '', name: key, level: 'Local authority', slug: '' });

/**
 * Councils and regions side by side: choices come from the address, figures from the series files once something is chosen.
 * `search` gives the address's parameters; `files` are those that the page may fetch; `moreCode` fetches what a comparison is
 * made by.
 */
export class CompareView<Code extends CompareCode = CompareCode> {
  readonly #search: () => URLSearchParams;
  readonly #files: () => PageFiles;
  readonly #moreCode: () => Promise<Code>;

  /** False until the page has its address: what was prerendered compares nothing. */
  isAddressKnown = $state(false);
  #areas = $state.raw<Area[]>();
  #similar = $state.raw<Similar>();
  store = $state.raw<FigureStore>();
  code = $state.raw<Code>();
  loading = $state.raw<Loading>({ state: 'idle' });

  readonly #parsed = $derived.by((): { choices: CompareChoices; notices: Notice[] } => {
    if (!this.isAddressKnown) return { choices: { areas: [], order: 'chosen' }, notices: [] };
    // Until the list of areas is here every code is taken as known.
    const areas = this.#areas;
    return parseComparison(this.#search(), (key) =>
      areas ? areas.find((area) => area.key === key || area.slug === key) : unnamed(key)
    );
  });

  // A choice on its way into the address is shown at once: the drawing does not wait for the router.
  #pending = $state.raw<CompareChoices>();
  readonly choices: CompareChoices = $derived(this.#pending ?? this.#parsed.choices);
  readonly chosen: Area[] = $derived(
    this.choices.areas.flatMap((key) => this.#areas?.find((area) => area.key === key) ?? [])
  );
  /** The ten authorities most similar to the first area, the closest first, and the regions that it lies in. */
  readonly similar: Area[] = $derived.by(() => {
    const [first] = this.chosen;
    if (!first || !this.#similar) return [];
    return similarTo(this.#similar, first.key).flatMap((key) => this.#areas!.find((area) => area.key === key) ?? []);
  });
  readonly regions: Area[] = $derived(this.chosen[0] ? regionsOf(this.chosen[0], this.#areas ?? []) : []);
  /** True where the address has been read and names nobody that can be shown. */
  readonly isEmpty: boolean = $derived(
    this.isAddressKnown && !this.#pending && this.#parsed.choices.areas.length === 0
  );
  /** The lists of areas and of similar councils, once they are here. */
  readonly lists: { areas: Area[] | undefined; similar: Similar | undefined } = $derived({
    areas: this.#areas,
    similar: this.#similar
  });
  /** Undefined where nothing is chosen, and until everything is here. */
  readonly comparison: Comparison | undefined = $derived.by(() => {
    const [first, ...others] = this.chosen;
    return this.store && this.code && first
      ? this.code.compare(this.store, first, { areas: others.map(({ key }) => key), order: this.choices.order })
      : undefined;
  });
  readonly notices: readonly { text: string }[] = $derived([
    ...(this.#areas || !this.choices.areas.length ? this.#parsed.notices : []),
    ...(this.comparison?.notices ?? [])
  ]);
  /** Whether something is chosen that is not here yet. As a truth alone, so that a fetch under way does not begin again. */
  readonly isMissing: boolean = $derived(this.choices.areas.length > 0 && !(this.store && this.code));

  constructor(search: () => URLSearchParams, files: () => PageFiles, moreCode: () => Promise<Code>) {
    this.#search = search;
    this.#files = files;
    this.#moreCode = moreCode;
  }

  /** The list of areas for a picker; fetched once. */
  loadAreas = async (): Promise<Area[]> => {
    this.#areas ??= await loadList<Area>('areas', this.#files());
    return this.#areas;
  };

  /** Shows choices at once; `write` then puts them into the address, which owns them from there on. */
  choose = async (choices: CompareChoices, write: (choices: CompareChoices) => Promise<void>): Promise<void> => {
    this.#pending = choices;
    try {
      await write(choices);
    } finally {
      if (this.#pending === choices) this.#pending = undefined;
    }
  };

  // One for all who ask at the same time; cleared when it fails, so that it can be tried again.
  #taking: Promise<void> | undefined;

  #take = (): Promise<void> => {
    this.#taking ??= this.#fetchAll().catch((error: unknown) => {
      this.#taking = undefined;
      throw error;
    });
    return this.#taking;
  };

  #fetchAll = async (): Promise<void> => {
    const code = this.#moreCode().catch(() => {
      throw new Error('a part of the site did not arrive');
    });
    const [areas, similar, parts] = await Promise.all([
      this.loadAreas(),
      loadSimilar(this.#files()),
      code,
      this.#fetchMeasures(HEADLINES)
    ]);
    this.#similar = similar;
    this.store = parts.storeOf({
      series: (slug) => this.#series[slug]!,
      estimates: (slug) => this.#estimates[slug],
      areas,
      similar
    });
    this.code = parts;
  };

  readonly #series: Record<string, SeriesFile> = {};
  readonly #estimates: Record<string, EstimatesFile> = {};

  /** Fetches the series and estimates of measures that are not here yet. */
  #fetchMeasures = async (slugs: readonly string[]): Promise<void> => {
    const files = this.#files();
    await Promise.all([
      ...withDenominators(slugs)
        .filter((slug) => !this.#series[slug])
        .map(async (slug) => {
          this.#series[slug] = await load(slug, files);
        }),
      ...slugs
        .filter((slug) => files.refs[estimatesName(slug)] && !this.#estimates[slug])
        .map(async (slug) => {
          this.#estimates[slug] = await loadEstimates(slug, files);
        })
    ]);
  };

  /** The measures of a group beside the comparison, once its files are here. */
  groupOf = ({ slugs }: MeasureGroup): { files: Lazy<true>; comparison: () => Comparison | undefined } => {
    const files = new Lazy(async (): Promise<true> => {
      await this.#fetchMeasures(slugs);
      return true;
    });
    const comparison = (): Comparison | undefined =>
      files.value && this.store && this.code && this.comparison
        ? this.code.compareOthers(
            this.store,
            this.comparison,
            slugs.map((slug) => measureOf(slug)!)
          )
        : undefined;
    return { files, comparison };
  };

  /** Fetches what a choice will need ahead of it; a failure is told when the choice is made. */
  prefetch = async (): Promise<void> => {
    try {
      await this.#take();
    } catch {
      // The choice itself will try again, and say so.
    }
  };

  /** Fetches what the choices ask for; a failure is shown and can be tried again. */
  fetch = async (): Promise<void> => {
    this.loading = { state: 'loading' };
    try {
      await this.#take();
      this.loading = { state: 'ready' };
    } catch (error) {
      this.loading = { state: 'failed', why: error instanceof Error ? error.message : 'the figures did not arrive' };
    }
  };
}
