import { afterPaint } from './after-paint';
import { SHOW_HELD } from './held-script.js';

/**
 * Markup of a view that is not the first, in a form that costs a browser with script next to nothing while it is not shown: as
 * the text of a `noscript` element. Where the address asks for the view, the script behind it puts the markup in its place
 * before anything is painted (`showHeld` in app.html), or once the view has been painted without it (`after`); without
 * script it is read as it stands.
 */
export const hold = (markup: string, when: 'at once' | 'after' = 'at once'): string =>
  markup &&
  `<noscript class="held${when === 'after' ? ' after' : ''}">${markup}</noscript><script>${SHOW_HELD}</script>`;

/** Puts the held markup of a view in its place, once the reader turns to it. */
export const release = (view: string): void => {
  for (const held of document.querySelectorAll(`.view[data-for~='${view}'] noscript.held`)) {
    const show = () => {
      if (held.isConnected) held.outerHTML = held.textContent;
    };
    if (held.classList.contains('after')) afterPaint(show);
    else show();
  }
};
