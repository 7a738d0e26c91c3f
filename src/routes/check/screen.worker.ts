import type { ScreenCall, ScreenReply } from './protocol.ts';

// The work is in a chunk of its own: WebKit evaluates a worker's entry again when a chunk imports it (tools/worker-entry-guard.mjs).
const main = import('./screen-main.ts');
main.catch(() => undefined);

addEventListener('message', ({ data: call }: MessageEvent<ScreenCall>) => {
  main.then(
    ({ handleCall }) => void handleCall(call),
    () => {
      const message = 'the code for reading it did not arrive, or something blocks it';
      postMessage({ kind: 'failed', message } satisfies ScreenReply);
    }
  );
});
