// For a page that embeds a chart of Per 10,000: gives its frame the height of what is in it.
(() => {
  'use strict';
  const script = document.currentScript;
  if (!(script instanceof HTMLScriptElement)) return;
  const { origin } = new URL(script.src);

  addEventListener('message', ({ data, origin: from, source }) => {
    if (from !== origin || typeof data !== 'object' || data === null || data.type !== 'per10000:height') return;
    if (!Number.isFinite(data.height) || data.height < 100 || data.height > 20000) return;
    for (const frame of document.querySelectorAll('iframe'))
      if (frame.contentWindow === source) frame.style.height = `${data.height}px`;
  });

  // A frame that was there before this script has told its height to nobody. To any origin: a frame that waits to be
  // scrolled to is still an empty page of this one, and a question is no secret.
  const ask = () => {
    for (const frame of document.querySelectorAll('iframe'))
      if (frame.src.startsWith(origin)) frame.contentWindow?.postMessage({ type: 'per10000:ask' }, '*');
  };
  if (document.readyState === 'complete') ask();
  else addEventListener('load', ask);
})();
