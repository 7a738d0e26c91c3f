/**
 * @typedef {object} Watch what the script in the page is told
 * @property {string} chart selects every drawing of a chart; those that are shown count
 * @property {number} settle milliseconds without a change after which a repaint is over
 * @property {number} limit milliseconds to wait for a repaint
 */

/** @typedef {{ type: string, key?: string, text?: string }} Trigger the reader's event that a repaint is measured from; `text` selects what then reads otherwise, where it is not the charts */

/**
 * @typedef {object} Bench what the script in the page has found so far, in milliseconds since the page was asked for
 * @property {number} fcp first contentful paint
 * @property {number} lcp largest contentful paint
 * @property {number} cls cumulative layout shift
 * @property {[start: number, duration: number][]} long tasks of the main thread over 50 ms
 * @property {number | null} chart the first frame with a chart
 * @property {[count: number, at: number][]} answers the frames in which `data-answers` had risen
 * @property {(trigger: Trigger) => void} listen for the next such event
 * @property {() => Promise<number>} repaint from that event to the frame after the charts differ
 */

/** @typedef {typeof globalThis & { bench: Bench }} BenchWindow */

/**
 * Runs in the page before its own scripts and puts what it sees into `window.bench`. Sent as text: it can use nothing
 * from outside itself.
 * @param {Watch} watch
 */
export function observe(watch) {
  /** @type {Bench} */
  const bench = { fcp: 0, lcp: 0, cls: 0, long: [], chart: null, answers: [], listen, repaint: () => Promise.reject() };
  /** @type {BenchWindow} */ (globalThis).bench = bench;

  /**
   * @param {string} type
   * @param {(entry: PerformanceEntry & { value?: number, hadRecentInput?: boolean }) => void} note
   */
  const each = (type, note) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  each('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') bench.fcp = startTime;
  });
  each('largest-contentful-paint', ({ startTime }) => (bench.lcp = startTime));
  each('layout-shift', ({ value = 0, hadRecentInput }) => {
    if (!hadRecentInput) bench.cls += value;
  });
  each('longtask', ({ startTime, duration }) => bench.long.push([startTime, duration]));

  /**
   * What the charts that are shown look like: the shapes of their marks; empty when none has any. Or what an element reads.
   * @param {string} [text]
   */
  function print(text) {
    if (text) return document.querySelector(text)?.textContent ?? '';
    let shapes = '';
    for (const drawing of document.querySelectorAll(watch.chart)) {
      const { width, height } = drawing.getBoundingClientRect();
      // An icon is not a chart.
      if (width < 100 || height === 0) continue;
      for (const mark of drawing.querySelectorAll('path,circle,rect,line')) {
        for (const name of ['d', 'cx', 'cy', 'x', 'y', 'width', 'height', 'transform']) {
          shapes += mark.getAttribute(name) ?? '';
        }
        shapes += ';';
      }
    }
    return shapes;
  }

  const untilChart = () => {
    if (watch.chart && print()) requestAnimationFrame(() => (bench.chart = performance.now()));
    else requestAnimationFrame(untilChart);
  };
  if (watch.chart) requestAnimationFrame(untilChart);

  new MutationObserver(() => {
    const count = Number(document.querySelector('[data-answers]')?.getAttribute('data-answers') ?? 0);
    if (count <= (bench.answers.at(-1)?.[0] ?? 0)) return;
    const answer = /** @type {[number, number]} */ ([count, NaN]);
    bench.answers.push(answer);
    requestAnimationFrame(() => (answer[1] = performance.now()));
  }).observe(document, { subtree: true, childList: true, attributeFilter: ['data-answers'] });

  /** @param {Trigger} trigger */
  function listen({ type, key, text }) {
    const before = print(text);
    const start = performance.now();
    /** @type {number | null} */
    let from = null;
    /** @type {number | null} */
    let painted = null;
    let last = before;
    let changed = 0;
    /** @param {Event} event */
    const on = (event) => {
      if (!key || (event instanceof KeyboardEvent && event.key === key)) from = event.timeStamp;
    };
    addEventListener(type, on, true);

    const found = new Promise((done, fail) => {
      const poll = () => {
        const now = performance.now();
        const shapes = print(text);
        if (from !== null && shapes && shapes !== last) {
          last = shapes;
          changed = now;
          if (painted === null) requestAnimationFrame(() => (painted ??= performance.now()));
        }
        const isOver = painted !== null && now - changed > watch.settle;
        if (!isOver && now - start < watch.limit) {
          requestAnimationFrame(poll);
          return;
        }
        removeEventListener(type, on, true);
        if (from !== null && painted !== null) done(painted - from);
        else
          fail(
            new Error(
              `repaint: expected one within ${watch.limit} ms of ${type}, found ${from === null ? 'no such event' : 'none'}`
            )
          );
      };
      requestAnimationFrame(poll);
    });
    bench.repaint = () => found;
  }
}
