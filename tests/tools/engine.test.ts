import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { packEngine } from '../../tools/engine.mjs';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'engine-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('what a killed run left behind is removed by the next one, also where the engine is there; what another run is writing is not', async () => {
  const { pid: ended } = spawnSync(process.execPath, ['--version']);
  const leave = () => {
    for (const pid of [ended, process.ppid])
      for (const name of ['duckdb-eh.0123456789abcdef.bin', 'engine.json'])
        writeFileSync(join(folder, `${name}.${pid}`), 'half');
  };
  const unfinished = () => readdirSync(folder).filter((name) => /\.\d+$/.test(name));
  const ofAnother = [`duckdb-eh.0123456789abcdef.bin.${process.ppid}`, `engine.json.${process.ppid}`];

  leave();
  expect((await packEngine(folder)).fresh).toBe(true);
  expect(unfinished()).toEqual(ofAnother);
  leave();
  const { fresh, packed } = await packEngine(folder);
  expect(fresh).toBe(false);
  expect(unfinished()).toEqual(ofAnother);
  expect(readdirSync(folder)).toContain(packed.path.replace('engine/', ''));
});
