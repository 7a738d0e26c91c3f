/** What the framed page and static/embed.js say to each other. */
const HEIGHT = 'per10000:height';
const ASK = 'per10000:ask';

/**
 * Tells the page that frames this one how high it is, whenever that changes and when it asks; the returned function ends
 * that. Says nothing where there is no frame. Any site may frame the page, and a height is no secret.
 */
export const reportHeight = (id: string): (() => void) | undefined => {
  if (window.parent === window) return undefined;
  const report = () => {
    const { height } = document.documentElement.getBoundingClientRect();
    // One more: a frame as high as a height between two pixels would scroll.
    window.parent.postMessage({ type: HEIGHT, id, height: Math.ceil(height) + 1 }, '*');
  };
  const answer = (event: MessageEvent<unknown>) => {
    const { data, source } = event;
    const isAsked = typeof data === 'object' && data !== null && 'type' in data && data.type === ASK;
    if (isAsked && source === window.parent) report();
  };
  const observer = new ResizeObserver(report);
  observer.observe(document.documentElement);
  window.addEventListener('message', answer);
  return () => {
    observer.disconnect();
    window.removeEventListener('message', answer);
  };
};
