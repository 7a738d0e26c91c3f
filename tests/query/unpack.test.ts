import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Progress } from '#lib/query/protocol.ts';
import { fetchEngine } from '#lib/query/unpack.ts';

// The smallest module there is, with 10,000 bytes of a custom section that unpack well.
const name = [4, 110, 111, 116, 101];
const size = 10_000 + name.length;
const wasm = Uint8Array.from([
  0,
  0x61,
  0x73,
  0x6d,
  1,
  0,
  0,
  0,
  0,
  (size & 0x7f) | 0x80,
  size >> 7,
  ...name,
  ...new Uint8Array(10_000)
]);
const packed = new Uint8Array(gzipSync(wasm, { level: 9 }));
const measure = (bytes: Uint8Array) => ({
  bytes: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex')
});
const engine = {
  base: 'https://site/',
  packed: { path: 'engine/duckdb-eh.0123456789abcdef.bin', ...measure(packed) },
  unpacked: measure(wasm)
};

/** A host that answers with these bytes, so many at a time; `later` from the second time on. */
const host = (first: Uint8Array, at: number, status = 200, later = first) => {
  let times = 0;
  vi.stubGlobal('fetch', async () => {
    const bytes = times++ ? later : first;
    let from = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (from >= bytes.length) return controller.close();
        controller.enqueue(bytes.slice(from, (from += at)));
      }
    });
    return new Response(body, { status });
  });
};

const take = async () => {
  const heard: Progress[] = [];
  const module = await fetchEngine(engine, (progress) => heard.push(progress));
  return { heard, note: new Uint8Array(WebAssembly.Module.customSections(module, 'note')[0]!) };
};

describe('the packed engine', () => {
  afterEach(() => vi.unstubAllGlobals());

  test.each([
    ['in one piece', 1e9],
    ['in pieces', 16],
    ['byte by byte', 1]
  ])('is unpacked, %s, and every byte that came is counted', async (_, at) => {
    host(packed, at);
    const { heard, note } = await take();
    expect(note).toEqual(new Uint8Array(10_000));
    expect(heard.at(-2)).toEqual({ stage: 'fetching', loaded: packed.length, total: packed.length });
    expect(heard.at(-1)).toEqual({ stage: 'starting' });
  });

  test.each([[1e9], [3]])('is taken as it is from a host that unpacked it already', async (at) => {
    host(wasm, at);
    const { heard, note } = await take();
    expect(note).toEqual(new Uint8Array(10_000));
    expect(heard.at(-2)).toEqual({ stage: 'fetching', loaded: wasm.length, total: wasm.length });
  });

  test.each([
    ['a page', new TextEncoder().encode('<!doctype html><title>Not found</title>')],
    ['nothing', new Uint8Array()],
    ['a part of it', packed.slice(0, -8)],
    ['another module that would run', Uint8Array.from(wasm, (byte, i) => (i === wasm.length - 1 ? 1 : byte))]
  ])('is refused when %s comes in its place', async (_, bytes) => {
    host(bytes, 1e9);
    await expect(take()).rejects.toMatchObject({
      name: 'QueryError',
      kind: 'start',
      message: expect.stringContaining('duckdb-eh.bin is damaged, or of another release than this page')
    });
  });

  test('is taken from the second answer where the first was damaged', async () => {
    host(packed.slice(0, -8), 1e9, 200, packed);
    expect((await take()).note).toHaveLength(10_000);
  });

  test('is refused with the host’s answer', async () => {
    host(new Uint8Array(), 1, 404);
    await expect(take()).rejects.toMatchObject({ kind: 'start', message: expect.stringContaining('404') });
  });

  test('is refused when there is no connection', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    await expect(take()).rejects.toMatchObject({ kind: 'start', message: expect.stringContaining('no connection') });
  });
});
