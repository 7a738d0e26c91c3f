import { ask, brokenOff, pastCacheIfWrong, verify } from '#lib/files/fetch-verified.ts';
import type { EngineFile, Progress } from './protocol.ts';
import { QueryError, toQueryError } from './query-error.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** The first byte of a gzip file; a module that a host has unpacked already begins with 0. */
const GZIP = 0x1f;

/** What kept the engine from its start, in words. */
export const toReason = (error: unknown): QueryError => {
  // Browsers differ in the kind of error, and agree in naming the policy.
  if (error instanceof Error && /policy|unsafe-eval|\bCSP\b/i.test(error.message))
    return new QueryError('start', 'the policy of the host or of this browser does not let it run');
  if (error instanceof RangeError) return new QueryError('start', 'there is not enough memory for it');
  return toQueryError(error, 'start');
};

const join = (chunks: readonly Bytes[]): Bytes => {
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
};

/** Compiles a module while its bytes come. A failure is told at the end, by `module`. */
const compiler = (isPacked: boolean) => {
  const stream = new TransformStream<Bytes, Bytes>();
  const writer = stream.writable.getWriter();
  const bytes = isPacked ? stream.readable.pipeThrough(new DecompressionStream('gzip')) : stream.readable;
  const module = WebAssembly.compileStreaming(new Response(bytes, { headers: { 'Content-Type': 'application/wasm' } }));
  const ignore = (): void => undefined;
  module.catch(ignore);
  return {
    module,
    add: (chunk: Bytes) => void writer.write(chunk).catch(ignore),
    end: () => void writer.close().catch(ignore)
  };
};

const fetchOnce = async (
  { base, packed, unpacked }: EngineFile,
  report: (progress: Progress) => void,
  cache: RequestCache
): Promise<WebAssembly.Module> => {
  const { body } = await ask(packed, base, { cache });
  const reader = (body as ReadableStream<Bytes> | null)?.getReader();
  const chunks: Bytes[] = [];
  let compiling: ReturnType<typeof compiler> | undefined;
  let expected = { ...unpacked, path: packed.path };
  let loaded = 0;
  for (;;) {
    const next = await reader?.read().catch(() => {
      throw brokenOff(packed);
    });
    if (!next || next.done) break;
    const { value } = next;
    if (!compiling && value.length) {
      const isPacked = value[0] === GZIP;
      if (isPacked) expected = packed;
      compiling = compiler(isPacked);
    }
    chunks.push(value);
    compiling?.add(value);
    loaded += value.length;
    report({ stage: 'fetching', loaded, total: Math.max(expected.bytes, loaded) });
  }
  compiling?.end();
  report({ stage: 'starting' });
  // The module is given out only when every byte is right.
  await verify(expected, join(chunks));
  return compiling!.module;
};

/**
 * Fetches the packed engine and gives its module, compiled while it came, once its bytes are those that the page was made
 * with. A host that has unpacked the file already does no harm. Throws QueryError of kind "start".
 */
export const fetchEngine = async (
  engine: EngineFile,
  report: (progress: Progress) => void
): Promise<WebAssembly.Module> => {
  try {
    return await pastCacheIfWrong((cache) => fetchOnce(engine, report, cache));
  } catch (error) {
    throw toReason(error);
  }
};
