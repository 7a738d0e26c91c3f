import { HEADLINES, type Area, type SeriesFile, type Similar } from '../domain/index.ts';
import type { PageFiles } from '../files/page-files.ts';
import { load, loadList } from '../series/load.ts';
import type { Notice } from '../state/choices.ts';
import { parseComparison, type CompareChoices } from '../state/compare-choices.ts';
import type { compare, Comparison } from './comparison.ts';
import type { Loading } from './trend.svelte.ts';
import type { Shelf, shelfOf } from './year-shelf.ts';

/** What is fetched when a comparison is first asked for, not on the way to the page's charts. */
export interface CompareCode {
  compare: typeof compare;
  shelfOf: typeof shelfOf;
}

/** The measures that a comparison reads: the headline ones, and the children that their rates are out of. */
const READ = [...HEADLINES, 'children'];

const NO_SIMILAR: Similar = { model: '', key: [], near: [] };

/** An area of which no more than the key is known yet. */
const unnamed = (key: string): Area => ({ key, code: '', name: key, level: 'Local authority', slug: '' });

/**
 * An authority beside others: choices come from the address, figures from the series files once a reader asks for them.
 * `search` gives the address's parameters; `files` are those that the page may fetch; `moreCode` fetches what a
 * comparison is made by.
 */
export class CompareView<Code extends CompareCode = CompareCode> {
  readonly #own: Area;
  readonly #search: () => URLSearchParams;
  readonly #files: () => PageFiles;
  readonly #moreCode: () => Promise<Code>;

  /** False until the browser has taken over: what was prerendered compares nothing. */
  awake = $state(false);
  #areas = $state.raw<Area[]>();
  shelf = $state.raw<Shelf>();
  code = $state.raw<Code>();
  loading = $state.raw<Loading>({ state: 'idle' });

  readonly #parsed = $derived.by((): { choices: CompareChoices; notices: Notice[] } => {
    if (!this.awake) return { choices: { areas: [], order: 'chosen' }, notices: [] };
    // Until the list of areas is here every code is taken as known.
    const areas = this.#areas;
    return parseComparison(this.#search(), this.#own, (key) =>
      areas ? areas.find((area) => area.key === key) : unnamed(key)
    );
  });

  // A choice on its way into the address is shown at once: the drawing does not wait for the router.
  #pending = $state.raw<CompareChoices>();
  readonly choices: CompareChoices = $derived(this.#pending ?? this.#parsed.choices);
  readonly chosen: Area[] = $derived(
    this.choices.areas.flatMap((key) => this.#areas?.find((area) => area.key === key) ?? [])
  );
  /** Undefined where nothing is chosen, and until everything is here. */
  readonly comparison: Comparison | undefined = $derived.by(() =>
    this.shelf && this.code && this.choices.areas.length
      ? this.code.compare(this.shelf, this.#own, this.choices)
      : undefined
  );
  readonly notices: readonly { text: string }[] = $derived([
    ...(this.#areas || !this.choices.areas.length ? this.#parsed.notices : []),
    ...(this.comparison?.notices ?? [])
  ]);
  /** Whether something is chosen that is not here yet. As a truth alone, so that a fetch under way does not begin again. */
  readonly wanted: boolean = $derived(this.choices.areas.length > 0 && !(this.shelf && this.code));

  constructor(own: Area, search: () => URLSearchParams, files: () => PageFiles, moreCode: () => Promise<Code>) {
    this.#own = own;
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
    const [areas, parts, ...files] = await Promise.all([
      this.loadAreas(),
      code,
      ...READ.map((measure) => load(measure, this.#files()))
    ]);
    const series = (measure: string): SeriesFile => files.find((file) => file.measure === measure)!;
    this.shelf = parts.shelfOf(series, areas, NO_SIMILAR);
    this.code = parts;
  };

  /** Fetches what a choice will need ahead of it; a failure is told when the choice is made. */
  warm = async (): Promise<void> => {
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
