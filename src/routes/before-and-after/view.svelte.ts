import { DEFAULTS, parse, type Choices } from './choices';

/** How a choice is written: into a new entry of the browser's history, or over the one that is there. */
export type Write = (choices: Choices, over: boolean) => Promise<void>;

/** What a part of the page that the reader steers is given. */
export interface Steered {
  readonly choices: Choices;
  /** False until the browser has taken over: what is shown first must be what was prerendered. */
  readonly awake: boolean;
  /** Shows a choice without writing it: a slider on its way. */
  show(change: Partial<Choices>): void;
  /** Shows a choice and writes it into the address. Steps of a slider in a row make one entry in the history. */
  choose(change: Partial<Choices>, step?: 'step'): void;
}

/** The choices of the page as it was prerendered, for a part that nobody steers yet. */
export const UNSTEERED: Steered = { choices: DEFAULTS, awake: false, show: () => undefined, choose: () => undefined };

/**
 * The reader's choices on the page: they come from the address once the browser has taken over, and one on its way there is
 * shown at once. `search` gives the address's parameters, `areas` the codes of the councils that the page knows.
 */
export class ArticleView implements Steered {
  readonly #search: () => URLSearchParams;
  readonly #areas: readonly string[];
  readonly #write: Write;
  #stepped = false;

  awake = $state(false);
  #pending = $state.raw<Choices>();

  readonly #parsed = $derived.by(() =>
    this.awake ? parse(this.#search(), (key) => this.#areas.includes(key)) : { choices: DEFAULTS, notices: [] }
  );
  readonly choices: Choices = $derived(this.#pending ?? this.#parsed.choices);
  readonly notices: string[] = $derived(this.#parsed.notices);

  constructor(search: () => URLSearchParams, areas: readonly string[], write: Write) {
    this.#search = search;
    this.#areas = areas;
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

/** The page's choices as one part of it sees them: those of the prerendered page until the part has taken over its markup. */
export class PartView implements Steered {
  readonly #whole: Steered;
  awake = $state(false);

  constructor(whole: Steered) {
    this.#whole = whole;
  }

  get choices(): Choices {
    return this.awake ? this.#whole.choices : DEFAULTS;
  }

  show(change: Partial<Choices>): void {
    this.#whole.show(change);
  }

  choose(change: Partial<Choices>, step?: 'step'): void {
    this.#whole.choose(change, step);
  }
}
