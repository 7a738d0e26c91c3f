import { changeStart } from './start-script.ts';

/*
 * Drawings and tables are page data, given to {@html} while prerendering and in the browser. SvelteKit writes them into a page
 * twice: as markup, and as strings among the data. Here such a string is left out, and the page's start reads it from the
 * element that shows it, before Svelte hydrates. What it buys: docs/decisions/prerendered-chart.md.
 */

/** Shorter markup is sent twice: to read it from the page takes as many characters. */
const LEAST = 100;
/** Markup as `devalue` writes it: `<` is escaped in every string. */
const MARKUP = /"\\u003C(?:[^"\\]|\\.)*"/g;
/** What Svelte writes around {@html}. */
const ANCHOR = '<!---->';
const ELEMENT = 'const element = document.currentScript.parentElement;';

const READ = `const markup = (id) => element.querySelector('[data-markup="' + id + '"]').innerHTML.slice(${ANCHOR.length}, -${ANCHOR.length});`;

/**
 * Leaves out of a page's data what stands in the page as the whole content of an element, and marks that element. A page
 * without SvelteKit's start is left as it is.
 */
export const sendOnce = (html: string): string => {
  const ids = new Map<string, number>();
  const read = changeStart(html, (script) => {
    const changed = script.replace(MARKUP, (text) => {
      const markup = JSON.parse(text) as string;
      if (markup.length < LEAST || !html.includes(contentOf(markup))) return text;
      if (!ids.has(markup)) ids.set(markup, ids.size);
      return `markup(${ids.get(markup)})`;
    });
    if (!ids.size) return script;
    if (!script.includes(ELEMENT)) throw new Error('sendOnce: expected SvelteKit’s inline start, found another script');
    return changed.replace(ELEMENT, () => `${ELEMENT}\n${READ}`);
  });
  return [...ids].reduce(
    (page, [markup, id]) => page.replace(contentOf(markup), (content) => ` data-markup="${id}"${content}`),
    read
  );
};

/** Markup as the whole content of an element, from the end of its start tag on. */
const contentOf = (markup: string): string => `>${ANCHOR}${markup}${ANCHOR}</`;
