import { onMount } from 'svelte';
import { goto } from '$app/navigation';
import { page } from '$app/state';
import { toSearch } from '#lib/address/trend.ts';
import { DEFAULTS, parse, serialise, type Choices } from '#lib/address/article.ts';

/** How a choice is written: into a new entry of the browser's history, or over the one that is there. */
type Write = (choices: Choices, over: boolean) => Promise<void>;

/** What a part of a chapter that answers to choices is given. */
export interface ChapterChoices {
  readonly choices: Choices;
  /** Whether the address has been read: until then the page shows what was prerendered. */
  readonly isRead: boolean;
  /** Shows a choice without writing it: a slider on its way. */
  show(change: Partial<Choices>): void;
  /** Shows a choice and writes it into the address. Steps of a slider in a row make one entry in the history. */
  choose(change: Partial<Choices>, step?: 'step'): void;
}

/** The choices of a chapter as it is prerendered. */
export const PRERENDERED: ChapterChoices = {
  choices: DEFAULTS,
  isRead: false,
  show: () => undefined,
  choose: () => undefined
};

/**
 * The reader's choices in a chapter. They come from the address once the page has hydrated; one on its way into the address is
 * shown at once.
 */
class ChapterView implements ChapterChoices {
  readonly #search: () => URLSearchParams;
  readonly #isArea: (key: string) => boolean;
  readonly #write: Write;
  #stepped = false;

  isRead = $state(false);
  #pending = $state.raw<Choices>();

  readonly #parsed = $derived.by(() =>
    this.isRead ? parse(this.#search(), this.#isArea) : { choices: DEFAULTS, notices: [] }
  );
  readonly choices: Choices = $derived(this.#pending ?? this.#parsed.choices);
  readonly notices: string[] = $derived(this.#parsed.notices);
  /** The choices as a query. */
  readonly query: string = $derived(toSearch(serialise(this.choices)));

  constructor(search: () => URLSearchParams, isArea: (key: string) => boolean, write: Write) {
    this.#search = search;
    this.#isArea = isArea;
    this.#write = write;
  }

  show(change: Partial<Choices>): void {
    this.#pending = { ...this.choices, ...change };
  }

  choose(change: Partial<Choices>, step?: 'step'): void {
    const choices = { ...this.choices, ...change };
    const over = step !== undefined && this.#stepped;
    this.#stepped = step !== undefined;
    this.#pending = choices;
    void this.#write(choices, over).finally(() => {
      if (this.#pending === choices) this.#pending = undefined;
    });
  }
}

/** The choices of the page that a component is for. `isArea` knows the codes that may be picked out; without it any may. */
export const chapterView = (isArea: (key: string) => boolean = () => true): ChapterView => {
  const write: Write = (choices, over) =>
    goto(`${page.url.pathname}${toSearch(serialise(choices))}${page.url.hash}`, {
      keepFocus: true,
      noScroll: true,
      replaceState: over
    });
  const view = new ChapterView(() => page.url.searchParams, isArea, write);
  onMount(() => {
    view.isRead = true;
  });
  return view;
};
