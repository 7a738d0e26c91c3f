import type { Screened } from '#lib/screening/screen-file.ts';
import type { ListedRule, Progress, ScreenCall, ScreenReply } from './protocol.ts';

/** Where the check of a file stands. */
export type Check =
  | { state: 'none' }
  | { state: 'refused' | 'failed'; message: string }
  | { state: 'cancelled'; file: string }
  | { state: 'reading'; file: string; progress: Progress }
  | { state: 'done'; screened: Screened; rules: ListedRule[]; meta: string | undefined; seconds: number };

/** The largest file that is read. */
const MOST_BYTES = 500_000_000;

const isMeta = ({ name }: File): boolean => /\.meta\.csv$/i.test(name);

/** Takes the files that a reader chose and gives the data and their metadata, or why they are not that. */
export const pairOf = (files: readonly File[]): { data: File; meta?: File } | { why: string } => {
  const [data, ...moreData] = files.filter((file) => !isMeta(file));
  const [meta, ...moreMeta] = files.filter(isMeta);
  if (!data) return { why: 'Choose the data too: this is the metadata alone.' };
  if (moreData.length || moreMeta.length) {
    return { why: `Choose one file of data and, if you have it, its metadata. You chose ${files.length} files.` };
  }
  if (data.size > MOST_BYTES) {
    return { why: `${data.name} is over the limit. Files of up to 500 MB can be checked here.` };
  }
  return { data, ...(meta ? { meta } : {}) };
};

interface CheckStart {
  /** Gives the text of `local_authorities.csv`. */
  authorities: () => Promise<string>;
  createWorker: () => Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>;
}

/** The check of one file at a time, in a worker. Worker and list of authorities are there before a file is chosen, so that no connection is needed then. */
export class CheckView {
  check = $state.raw<Check>({ state: 'none' });
  readonly #start: CheckStart;
  #worker: ReturnType<CheckStart['createWorker']> | undefined;
  #authorities: Promise<string> | undefined;
  /** Counts the files chosen: an answer for an earlier one is dropped. */
  #run = 0;

  constructor(start: CheckStart) {
    this.#start = start;
  }

  /** Fetches what is needed, ahead of the first file. */
  prepare(): void {
    this.#worker ??= this.#start.createWorker();
    this.#authorities ??= this.#start.authorities();
    this.#authorities.catch(() => (this.#authorities = undefined));
  }

  async choose(files: readonly File[]): Promise<void> {
    if (!files.length) return;
    this.#end();
    const pair = pairOf(files);
    if ('why' in pair) {
      this.check = { state: 'refused', message: pair.why };
      return;
    }
    const run = ++this.#run;
    const { data, meta } = pair;
    const started = performance.now();
    this.check = { state: 'reading', file: data.name, progress: { read: 0, total: data.size, rows: 0 } };
    this.prepare();
    const fail = (message: string): void => {
      if (run !== this.#run) return;
      this.#end();
      this.check = { state: 'failed', message: `${data.name} could not be checked: ${message}.` };
    };
    let authorities: string;
    try {
      authorities = await this.#authorities!;
    } catch {
      return fail('the list of councils did not arrive. Look at your connection, then choose the file again');
    }
    const worker = this.#worker;
    if (run !== this.#run || !worker) return;
    worker.onerror = () => fail('its reader stopped, perhaps for want of memory');
    worker.onmessage = ({ data: reply }: MessageEvent<ScreenReply>) => {
      if (run !== this.#run) return;
      if (reply.kind === 'failed') return fail(reply.message);
      if (reply.kind === 'progress') {
        this.check = { state: 'reading', file: data.name, progress: reply.progress };
        return;
      }
      const seconds = (performance.now() - started) / 1000;
      this.check = { state: 'done', screened: reply.screened, rules: reply.rules, meta: meta?.name, seconds };
    };
    worker.postMessage({ data, ...(meta ? { meta } : {}), authorities } satisfies ScreenCall);
  }

  cancel = (): void => {
    if (this.check.state !== 'reading') return;
    const { file } = this.check;
    this.#run++;
    this.#end();
    this.check = { state: 'cancelled', file };
  };

  /** Ends the worker where it reads: it cannot be interrupted. */
  #end(): void {
    if (this.check.state !== 'reading') return;
    this.close();
    this.prepare();
  }

  close = (): void => {
    this.#worker?.terminate();
    this.#worker = undefined;
  };
}
