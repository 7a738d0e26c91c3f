import type { Call, Reply } from './protocol.ts';

// WebKit evaluates a worker's entry a second time when a chunk imports it. So nothing is shared with this file: it passes each
// call on to a chunk of its own (the build fails when a chunk imports the entry: tools/worker-entry-guard.mjs).
const main = import('./engine-main.ts');
// Where it fails, each call says so; before the first call nobody listens, and nothing is to end unhandled.
main.catch(() => undefined);

const fail = ({ id }: Call): void => {
  const message = 'its script did not arrive, or something blocks it';
  postMessage({ kind: 'failed', id, error: { kind: 'start', message, sql: '' }, fatal: true } satisfies Reply);
};

// Listens before the chunk is there: a call that comes early waits for it.
addEventListener('message', ({ data: call }: MessageEvent<Call>) => {
  main.then(
    ({ handleCall }) => handleCall(call),
    () => fail(call)
  );
});
