// Slows one whole process, workers too, by stopping and continuing it: node bench/slow.mjs <pid> <factor>
// Chrome's own throttle slows the main thread alone; DuckDB runs in a worker.
const pid = Number(process.argv[2]);
const factor = Number(process.argv[3]);
const period = 16;

const cell = new Int32Array(new SharedArrayBuffer(4));
/** @param {number} ms */
const sleep = (ms) => Atomics.wait(cell, 0, 0, ms);

/** @param {NodeJS.Signals} signal */
function send(signal) {
  try {
    process.kill(pid, signal);
    return true;
  } catch {
    // The process has ended, and so do we.
    return false;
  }
}

let running = true;
for (const signal of ['SIGTERM', 'SIGINT', 'disconnect']) process.on(signal, () => (running = false));
process.on('exit', () => send('SIGCONT'));
process.send?.('ready');

let stop = period * (1 - 1 / factor);
while (running && send('SIGSTOP')) {
  sleep(stop);
  const start = performance.now();
  send('SIGCONT');
  sleep(period / factor);
  await new Promise((done) => setImmediate(done));
  // Sleeps last longer than asked: what the process had decides how long it stops.
  stop = (performance.now() - start) * (factor - 1);
}
process.exit(0);
