import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Progress } from '../../src/lib/query/protocol.ts';
import { fetchEngine } from '../../src/lib/query/unpack.ts';

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
const engine = { address: 'https://site/engine/duckdb.bin', bytes: packed.length, unpacked: wasm.length };

/** A host that answers with these bytes, so many at a time. */
const host = (bytes: Uint8Array, at: number, status = 200) =>
  vi.stubGlobal('fetch', async () => {
    let from = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (from >= bytes.length) return controller.close();
        controller.enqueue(bytes.slice(from, (from += at)));
      }
    });
    return new Response(body, { status });
  });

const take = async () => {
  const heard: Progress[] = [];
  const response = await fetchEngine(engine, (progress) => heard.push(progress));
  return { heard, type: response.headers.get('content-type'), bytes: new Uint8Array(await response.arrayBuffer()) };
};

describe('the packed engine', () => {
  afterEach(() => vi.unstubAllGlobals());

  test.each([
    ['in one piece', 1e9],
    ['in pieces', 16],
    ['byte by byte', 1]
  ])('is unpacked, %s, and every byte that came is counted', async (_, at) => {
    host(packed, at);
    const { heard, type, bytes } = await take();
    expect(bytes).toEqual(wasm);
    expect(type).toBe('application/wasm');
    expect(WebAssembly.validate(bytes)).toBe(true);
    expect(heard.at(-2)).toEqual({ stage: 'fetching', loaded: packed.length, total: packed.length });
    expect(heard.at(-1)).toEqual({ stage: 'starting' });
  });

  test.each([[1e9], [3]])('is taken as it is from a host that unpacked it already', async (at) => {
    host(wasm, at);
    const { heard, bytes } = await take();
    expect(bytes).toEqual(wasm);
    expect(heard.at(-2)).toEqual({ stage: 'fetching', loaded: wasm.length, total: wasm.length });
  });

  test.each([
    ['a page', new TextEncoder().encode('<!doctype html><title>Not found</title>')],
    ['nothing', new Uint8Array()]
  ])('is refused when %s comes in its place', async (_, bytes) => {
    host(bytes, 1e9);
    await expect(take()).rejects.toMatchObject({
      name: 'QueryError',
      kind: 'start',
      message: 'its file arrived damaged'
    });
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
