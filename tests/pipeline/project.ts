import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pageFile } from '../page-file.ts';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A project as the pipeline sees it: a folder with inputs and outputs. */
export class Project {
  readonly directory: string;

  /** Of a directory that is there, to read; or one of its own in a temporary place, to spoil and to build: a copy of the real data and seeds. */
  constructor(directory?: string) {
    this.directory = directory ?? mkdtempSync(join(tmpdir(), 'per-10000-'));
    if (directory === undefined)
      for (const name of ['data', 'seeds']) cpSync(join(ROOT, name), join(this.directory, name), { recursive: true });
  }

  /** Runs the pipeline as `npm run data` does. */
  build(): { status: number | null; lines: string[] } {
    const args = ['tools/data.mjs', this.directory];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
    if (stderr) throw new Error(stderr);
    return { status, lines: stdout.trim().split('\n') };
  }

  /** Changes the text of an input file. */
  edit(file: string, change: (text: string) => string): void {
    const path = join(this.directory, file);
    const before = readFileSync(path, 'utf8');
    const after = change(before);
    if (after === before) throw new Error(`${file}: the change changes nothing`);
    writeFileSync(path, after);
  }

  /** A file of the output, as bytes. */
  output(path: string): Buffer {
    return readFileSync(join(this.directory, 'static', 'data', path));
  }

  /** A file of the output, parsed. */
  json<T>(path: string): T {
    return JSON.parse(this.output(path).toString('utf8')) as T;
  }

  /** A file that pages fetch, by the name that code knows it under, parsed. */
  pageJson<T>(name: string): T {
    return JSON.parse(readFileSync(pageFile(name, join(this.directory, 'static')), 'utf8')) as T;
  }

  /** Every file of a folder of the output with its bytes, in order of path. */
  outputs(folder: 'data' | 'app' = 'data'): Map<string, Buffer> {
    const target = join(this.directory, 'static', folder);
    const paths = readdirSync(target, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(target, join(entry.parentPath, entry.name)))
      .sort();
    return new Map(paths.map((path) => [path, readFileSync(join(target, path))]));
  }

  /** The folders of the output, and what was left beside them. */
  folders(): string[] {
    return readdirSync(join(this.directory, 'static'));
  }

  remove(): void {
    if (this.directory === ROOT) throw new Error('the project itself is not removed');
    rmSync(this.directory, { recursive: true, force: true });
  }
}
