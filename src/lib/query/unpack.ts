import type { EngineFile, Progress } from './protocol.ts';
import { QueryError } from './query-error.ts';

const failed = (why: string): QueryError => new QueryError('start', why);

/** Reads until there are four bytes, which say what a file is, and gives the stream as it was. */
const peek = async (
  stream: ReadableStream<Uint8Array>
): Promise<{ head: string; whole: ReadableStream<Uint8Array> }> => {
  const reader = stream.getReader();
  const first: Uint8Array[] = [];
  while (first.reduce((sum, { length }) => sum + length, 0) < 4) {
    const { done, value } = await reader.read();
    if (done) break;
    first.push(value);
  }
  const head = first.flatMap((chunk) => [...chunk.subarray(0, 4)]).slice(0, 4);
  const whole = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const held = first.shift();
      if (held) return controller.enqueue(held);
      const { done, value } = await reader.read();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason)
  });
  return { head: head.map((byte) => byte.toString(16).padStart(2, '0')).join(''), whole };
};

/**
 * Fetches the packed engine and gives its module as a response that can be compiled while it comes. A host that has unpacked
 * the file already does no harm: its first bytes tell. Throws QueryError of kind "start".
 */
export const fetchEngine = async (engine: EngineFile, report: (progress: Progress) => void): Promise<Response> => {
  let response: Response;
  try {
    response = await fetch(engine.address);
  } catch {
    throw failed('its file did not arrive: there is no connection, or something on the way blocks it');
  }
  if (!response.ok || !response.body) throw failed(`its file did not arrive: the host answered ${response.status}`);

  const { head, whole } = await peek(response.body);
  const packed = head.startsWith('1f8b');
  if (!packed && head !== '0061736d') throw failed('its file arrived damaged');

  const total = packed ? engine.bytes : engine.unpacked;
  let loaded = 0;
  const counted = whole.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array<ArrayBuffer>>({
      transform(chunk, controller) {
        loaded += chunk.byteLength;
        report({ stage: 'fetching', loaded, total: Math.max(total, loaded) });
        controller.enqueue(chunk as Uint8Array<ArrayBuffer>);
      },
      flush: () => report({ stage: 'starting' })
    })
  );
  const module = packed ? counted.pipeThrough(new DecompressionStream('gzip')) : counted;
  return new Response(module, { headers: { 'Content-Type': 'application/wasm' } });
};
