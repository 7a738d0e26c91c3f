import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Tables } from '../read/table.ts';

type Texts = ReadonlyMap<string, string>;

/** The code that estimates are made by. */
const CODE = [
  'src/lib/domain',
  'src/lib/series',
  'src/lib/statistics',
  'src/pipeline/estimates',
  'src/pipeline/read',
  'src/pipeline/shape'
];

/** How many states of data and code are kept, so that two branches do not make their estimates in turn. */
const KEPT = 8;

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Estimates as they were made for each state of the tables and of the code, in a folder that may be deleted at any time. */
export class Cache {
  readonly #folder: string;
  readonly #root: string;

  /** `folder` is made when it is needed; `root` is the project with the code. */
  constructor(folder: string, root: string) {
    this.#folder = folder;
    this.#root = root;
  }

  /** The files for these tables: those that were made before by the same code of the same tables, else those of `make`. */
  remember(tables: Tables, make: () => Texts): Texts {
    const path = join(this.#folder, `estimates-${this.#keyOf(tables)}`);
    const found = this.#read(path);
    if (found) return found;
    const made = make();
    this.#write(path, made);
    return made;
  }

  #keyOf(tables: Tables): string {
    const code = CODE.flatMap((folder) =>
      readdirSync(join(this.#root, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
        .sort()
        .map((file) => [join(folder, file), readFileSync(join(this.#root, folder, file), 'utf8')])
    );
    const texts = [...tables].map(([name, { text }]) => [name, text]);
    return hash(JSON.stringify([code, texts])).slice(0, 32);
  }

  /** Undefined where there is none, or where it is not as it was written: its first line is the hash of the rest. */
  #read(path: string): Texts | undefined {
    if (!existsSync(path)) return undefined;
    const text = readFileSync(path, 'utf8');
    const end = text.indexOf('\n');
    const body = text.slice(end + 1);
    return text.slice(0, end) === hash(body) ? new Map(JSON.parse(body) as [string, string][]) : undefined;
  }

  #write(path: string, files: Texts): void {
    mkdirSync(this.#folder, { recursive: true });
    const body = JSON.stringify([...files]);
    // Another run may write the same file: each writes its own, and the last to be renamed stays.
    const own = `${path}.${process.pid}`;
    writeFileSync(own, `${hash(body)}\n${body}`);
    renameSync(own, path);
    const newestFirst = readdirSync(this.#folder)
      .map((name) => join(this.#folder, name))
      .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
    for (const old of newestFirst.slice(KEPT)) rmSync(old, { force: true });
  }
}
