import { DEFAULTS, parse, type Choices } from './choices';

/**
 * The reader's choices on the page: they come from the address once the browser has taken over, and one on its way there is
 * shown at once. `search` gives the address's parameters, `areas` the codes of the councils that the page knows.
 */
export class ArticleView {
  readonly #search: () => URLSearchParams;
  readonly #areas: readonly string[];

  /** False until the browser has taken over: what is shown first must be what was prerendered. */
  awake = $state(false);
  #pending = $state.raw<Choices>();

  readonly #parsed = $derived.by(() =>
    this.awake ? parse(this.#search(), (key) => this.#areas.includes(key)) : { choices: DEFAULTS, notices: [] }
  );
  readonly choices: Choices = $derived(this.#pending ?? this.#parsed.choices);
  readonly notices: string[] = $derived(this.#parsed.notices);

  constructor(search: () => URLSearchParams, areas: readonly string[]) {
    this.#search = search;
    this.#areas = areas;
  }

  /** Shows a choice without writing it: a slider on its way. */
  show(change: Partial<Choices>): void {
    this.#pending = { ...this.choices, ...change };
  }

  /** Shows a choice and writes it into the address, which owns it from there on. */
  async choose(change: Partial<Choices>, write: (choices: Choices) => Promise<void>): Promise<void> {
    const choices = { ...this.choices, ...change };
    this.#pending = choices;
    try {
      await write(choices);
    } finally {
      if (this.#pending === choices) this.#pending = undefined;
    }
  }
}
