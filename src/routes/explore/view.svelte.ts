import { ENGLAND, fullName, type Area } from '#lib/domain/index.ts';
import type { Connector } from '#lib/query/connector.ts';
import type { Progress } from '#lib/query/protocol.ts';
import { askBreaks, askFigures, type FiguresQuestion } from '#lib/query/questions.ts';
import { QueryError, toQueryError } from '#lib/query/query-error.ts';
import { BREAKS, DERIVED, type TableShape } from '#lib/query/tables.ts';
import type { PageFiles } from '#lib/files/page-files.ts';
import { loadList } from '#lib/series/load.ts';
import type { Notice } from '#lib/address/trend.ts';
import { dataSetsOf, parse, toAddress, type DataSetEntry, type ExploreChoices } from '#lib/address/explore.ts';
import { chosenOf, shapeOf, toQuestions, type AnswerPart } from './answer.ts';
import { draw } from './chart.ts';

/** The engine as the bench uses it: a connector with tables, that can be started again after it failed. */
export interface Workbench extends Connector {
  readonly isOpen: boolean;
  load(shape: TableShape): Promise<string[]>;
  stop(): void;
}

/** Where a question stands. */
export type Phase =
  | { state: 'idle' | 'running' | 'answered' | 'cancelled' }
  | { state: 'loading'; progress?: Progress }
  | { state: 'failed'; error: QueryError };

/** What was answered: the choices it answers, a part a data set, how many answers there were, and when it was asked. */
export interface ExploreAnswer {
  choices: ExploreChoices;
  parts: AnswerPart[];
  count: number;
  asked: number;
}

interface ExploreStart {
  catalogue: DataSetEntry[];
  /** The parameters of the address, in the browser. */
  search: () => URLSearchParams;
  /** The files that the page may fetch. */
  files: () => PageFiles;
  /** Makes the engine, in the browser. */
  connect: (shapes: { all: TableShape[]; first: TableShape[] }, onprogress: (progress: Progress) => void) => Workbench;
}

/** The areas and levels that are chosen with one tick. */
export const AREA_WORDS: Readonly<Record<string, string>> = {
  [ENGLAND]: 'England',
  regions: 'All regions',
  authorities: 'All councils'
};

const NO_PARAMETERS = { get: () => null };

/** Seconds without a sign of the engine, while a question is open, after which the page says so. */
export const QUIET_SECONDS = 20;

/** The bench: choices come from the address, answers from the engine. An answer is shown only while it is the latest asked for. */
export class ExploreView {
  readonly #start: ExploreStart;
  #bench: Workbench | undefined;
  #control: AbortController | undefined;
  #count = 0;
  #quietTimer: ReturnType<typeof setTimeout> | undefined;

  /** False until the browser has taken over: what was prerendered knows no address. */
  isHydrated = $state(false);
  #areas = $state.raw<Area[]>();
  phase = $state.raw<Phase>({ state: 'idle' });
  answer = $state.raw<ExploreAnswer>();

  readonly #parsed = $derived.by((): { choices: ExploreChoices; notices: Notice[] } => {
    // Until the list of areas is here every code is taken as known.
    const areas = this.#areas;
    const params = this.isHydrated ? this.#start.search() : NO_PARAMETERS;
    return parse(params, this.#start.catalogue, (key) => areas?.some((area) => area.key === key) ?? true);
  });
  readonly choices = $derived(this.#parsed.choices);
  readonly notices = $derived(this.#parsed.notices);
  /** The choices as text: equal texts ask the same. */
  readonly address = $derived(toAddress(this.choices));
  /** What is chosen of areas, in words: a code where the list of areas is not here. */
  readonly areas = $derived(
    this.choices.areas.map((key) => {
      const area = this.#areas?.find((each) => each.key === key);
      return { key, label: AREA_WORDS[key] ?? (area ? fullName(area) : key) };
    })
  );
  readonly wantsAreas = $derived(!this.#areas && this.choices.areas.some((key) => AREA_WORDS[key] === undefined));
  readonly dataSets = $derived.by(() => dataSetsOf(this.choices.measures, this.#start.catalogue));
  /** False while the answer on the page is to an earlier question: such an answer is not to be taken away. */
  readonly isCurrent = $derived(this.answer !== undefined && toAddress(this.answer.choices) === this.address);
  /** True when an open question has had no sign of the engine for QUIET_SECONDS. */
  isQuiet = $state(false);
  readonly isBusy = $derived(this.phase.state === 'loading' || this.phase.state === 'running');

  constructor(start: ExploreStart) {
    this.#start = start;
  }

  /** The list of areas for the search; fetched once. */
  loadAreas = async (): Promise<Area[]> => {
    this.#areas ??= await loadList<Area>('areas', this.#start.files());
    return this.#areas;
  };

  /** Asks what is chosen. An earlier question that is still open is dropped. */
  run = async (): Promise<void> => {
    this.#control?.abort();
    const control = new AbortController();
    this.#control = control;
    const asked = performance.now();
    const { choices } = this;
    const workbench = this.#connect();
    if (workbench.isOpen) this.phase = { state: 'running' };
    else if (this.phase.state !== 'loading') this.phase = { state: 'loading' };
    this.#watch();
    try {
      const questions = toQuestions(choices, this.#start.catalogue);
      const parts = await Promise.all(
        questions.map((question) => this.#ask(workbench, question, choices, control.signal))
      );
      if (control.signal.aborted) return;
      this.#unwatch();
      this.answer = { choices, parts, count: ++this.#count, asked };
      this.phase = { state: 'answered' };
    } catch (error) {
      if (control.signal.aborted) return;
      this.#unwatch();
      this.answer = undefined;
      this.phase = { state: 'failed', error: toQueryError(error, 'query') };
    }
  };

  /** Stops what is going on: a question, or the engine's download. */
  cancel = (): void => {
    if (!this.isBusy) return;
    this.#unwatch();
    this.#control?.abort();
    if (!this.#bench?.isOpen) this.#bench?.stop();
    this.answer = undefined;
    this.phase = { state: 'cancelled' };
  };

  /** Ends the engine, whatever it is doing, and asks the same question of a new one. */
  restart = (): Promise<void> => {
    this.#control?.abort();
    this.#bench?.stop();
    this.phase = { state: 'loading' };
    return this.run();
  };

  /** Ends the engine with the page. */
  close = (): void => {
    this.#unwatch();
    this.#control?.abort();
    this.#bench?.stop();
    this.#bench = undefined;
  };

  #connect(): Workbench {
    const all = [BREAKS, DERIVED, ...this.#start.catalogue.map(shapeOf)];
    this.#bench ??= this.#start.connect({ all, first: [DERIVED] }, (progress) => {
      if (this.phase.state !== 'loading') return;
      this.#watch();
      this.phase = { state: 'loading', progress };
    });
    return this.#bench;
  }

  /** Starts to wait for a sign of the engine, again whenever there was one. */
  #watch(): void {
    this.#unwatch();
    this.#quietTimer = setTimeout(() => (this.isQuiet = true), QUIET_SECONDS * 1000);
  }

  #unwatch(): void {
    clearTimeout(this.#quietTimer);
    this.isQuiet = false;
  }

  async #ask(
    workbench: Workbench,
    question: FiguresQuestion,
    { measures }: ExploreChoices,
    signal: AbortSignal
  ): Promise<AnswerPart> {
    const entry = this.#start.catalogue.find(({ name }) => name === question.dataSet)!;
    const indicators = chosenOf(entry, measures);
    const [made] = await Promise.all([workbench.load(shapeOf(entry)), workbench.load(BREAKS)]);
    if (!signal.aborted) {
      this.#watch();
      if (this.phase.state === 'loading') this.phase = { state: 'running' };
    }
    const [figures, breaks] = await Promise.all([
      askFigures(workbench, question, signal),
      indicators.length === 1 ? askBreaks(workbench, question, signal) : undefined
    ]);
    const drawing = draw(entry, indicators, figures.rows, breaks?.rows ?? []);
    return { entry, indicators, ...figures, made, drawing };
  }
}
