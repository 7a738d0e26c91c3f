/**
 * Calls once the next frame has been painted, which the frame after it tells; the returned function calls it off. Nothing
 * stands between a chart and its paint, or between that and what the reader does next. What it buys is said in later.svelte.ts.
 */
export const afterPaint = (call: () => void): (() => void) => {
  let timer: ReturnType<typeof setTimeout>;
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(() => {
      timer = setTimeout(call);
    });
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
};
