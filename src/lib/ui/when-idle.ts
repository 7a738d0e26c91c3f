/** The longest wait where a browser cannot tell when it is idle. */
const WAIT = 200;

/** Calls once the browser has nothing else to do; the returned function calls it off. */
export const whenIdle = (call: () => void): (() => void) => {
  if (typeof requestIdleCallback === 'function') {
    const handle = requestIdleCallback(call);
    return () => cancelIdleCallback(handle);
  }
  const timer = setTimeout(call, WAIT);
  return () => clearTimeout(timer);
};

/** Calls one after the other, each when the browser is idle; the returned function calls off what is left. */
export const oneByOne = (calls: readonly (() => void)[]): (() => void) => {
  let stop = (): void => undefined;
  const next = (i: number): void => {
    const call = calls[i];
    if (!call) return;
    stop = whenIdle(() => {
      call();
      next(i + 1);
    });
  };
  next(0);
  return () => stop();
};
