/** Whether what a page needs is here; `why` is worded for readers. */
export type Loading = { state: 'idle' | 'loading' | 'ready' } | { state: 'failed'; why: string };

type State<T> =
  { is: 'idle' } | { is: 'loading'; value: Promise<T> } | { is: 'ready'; value: T } | { is: 'failed'; error: Error };

const toError = (cause: unknown): Error => (cause instanceof Error ? cause : new Error(String(cause)));

/**
 * One thing that is fetched when it is first needed, and once: idle → loading → ready or failed. Each thing has a Lazy of its
 * own, so that one that is needed while another is on its way is fetched as well.
 */
export class Lazy<T> {
  readonly #load: () => Promise<T>;
  #state = $state.raw<State<T>>({ is: 'idle' });
  // True once something shown needs it: only then is a failure one that the reader is told of.
  #isNeeded = false;

  /** `load` fetches it; its errors are worded for readers. */
  constructor(load: () => Promise<T>) {
    this.#load = load;
  }

  /** The thing itself; undefined until it is here. */
  get value(): T | undefined {
    return this.#state.is === 'ready' ? this.#state.value : undefined;
  }

  /** Why it could not be fetched, where something needs it; undefined otherwise. */
  get failed(): Error | undefined {
    return this.#state.is === 'failed' ? this.#state.error : undefined;
  }

  /** The thing once it is here: fetches it unless it is here or on its way. Rejects where that fails. */
  get(): Promise<T> {
    const state = this.#state;
    if (state.is === 'ready') return Promise.resolve(state.value);
    if (state.is === 'loading') return state.value;
    const value = this.#load();
    this.#state = { is: 'loading', value };
    value.then(
      (value) => {
        this.#state = { is: 'ready', value };
      },
      (cause: unknown) => {
        // What was only fetched ahead is fetched again when it is needed.
        this.#state = this.#isNeeded ? { is: 'failed', error: toError(cause) } : { is: 'idle' };
      }
    );
    return value;
  }

  /** Fetches it for something that is shown: a failure is kept in `failed`, and `need` tries again. */
  need(): void {
    this.#isNeeded = true;
    this.prefetch();
  }

  /** Fetches it ahead of need; a failure is told when it is needed. */
  prefetch(): void {
    this.get().catch(() => undefined);
  }
}
