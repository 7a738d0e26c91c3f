/** @typedef {import('node:http').ServerResponse} Response */
/** @typedef {{ response: Response, body: Buffer, sent: number, done: () => void }} Job */

const slice = 10;

/** A connection of limited speed that all responses share: bytes leave every 10 ms, split between the responses under way. */
export class Pipe {
  /** @type {Set<Job>} */
  #jobs = new Set();
  /** @type {NodeJS.Timeout | undefined} */
  #timer;
  #last = 0;
  #kbps;

  /** @param {number} kbps thousands of bits a second; 0 for no limit */
  constructor(kbps) {
    this.#kbps = kbps;
  }

  /**
   * Sends a body and ends the response; `done` is called when the last byte has left or the reader has gone.
   * @param {Response} response
   * @param {Buffer} body
   * @param {() => void} done
   */
  send(response, body, done) {
    if (this.#kbps === 0) {
      response.end(body, done);
      return;
    }
    this.#jobs.add({ response, body, sent: 0, done });
    if (this.#timer) return;
    this.#last = performance.now();
    this.#timer = setInterval(() => this.#tick(), slice);
  }

  #tick() {
    const now = performance.now();
    let budget = (this.#kbps * (now - this.#last)) / 8;
    this.#last = now;
    for (const job of this.#jobs) if (job.response.destroyed) this.#finish(job);
    while (budget > 1 && this.#jobs.size > 0) {
      const share = Math.max(1, Math.floor(budget / this.#jobs.size));
      for (const job of this.#jobs) {
        const part = job.body.subarray(job.sent, job.sent + share);
        job.response.write(part);
        job.sent += part.length;
        budget -= part.length;
        if (job.sent >= job.body.length) this.#finish(job);
      }
    }
    if (this.#jobs.size > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  /** @param {Job} job */
  #finish(job) {
    this.#jobs.delete(job);
    job.response.end();
    job.done();
  }
}
