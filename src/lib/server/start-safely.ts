import { changeStart } from './start-script.ts';

/*
 * SvelteKit starts a page by an inline script. When a script of the page is lost on the way, it puts an error page in the place
 * of all that was prerendered, or fails without a word. Here its inline script is changed in three places: the page's parts are
 * fetched before the start, what was prerendered is put back when the start fails, and the page says that nothing can be chosen.
 */

// Runs in the browser, in the inline script: `error` is what kept the page from its start.
const SAY_SO = `(error) => {
						console.info(error);
						document.documentElement.dataset.start = 'failed';
						const says = document.createElement('p');
						const again = document.createElement('a');
						says.role = 'status';
						says.className = 'start-failed';
						says.textContent = 'A part of this page did not arrive, so nothing can be chosen here. What the page shows holds. ';
						again.href = location.href;
						again.textContent = 'Load the page again';
						says.append(again);
						(document.querySelector('h1') ?? document.querySelector('.page').lastElementChild).after(says);
					}`;

const START = /(\]\)\.then\()(\(\[kit, app\]\) => \{\s*)(kit\.start\(app, element, \{\s*node_ids: \[([\d, ]+)\])/;
const END = /\}\);(\s*)\}\);(\s*\}\s*)$/;

// 1 is the page for errors, which SvelteKit fetches at every start.
const nodesOf = (listed: string): string => [...new Set([...listed.split(', ').map(Number), 1])].join(', ');

const change = (script: string): string => {
  const changed = script
    .replace(
      START,
      (_, then: string, open: string, start: string, listed: string) =>
        `${then}async ${open}await Promise.all([${nodesOf(listed)}].map((id) => app.nodes[id]()));
						const prerendered = element.cloneNode(true);
						await ${start}`
    )
    .replace(
      END,
      (_, space: string, rest: string) =>
        `}).catch((error) => {
							element.replaceWith(prerendered);
							throw error;
						});${space}}).catch(${SAY_SO});${rest}`
    );
  if (!START.test(script) || !END.test(script))
    throw new Error('startSafely: expected SvelteKit’s inline start, found another script; look at its new version');
  return changed;
};

/** Makes the start of a page keep what was prerendered when it fails. A page without SvelteKit's start is left as it is. */
export const startSafely = (html: string): string => changeStart(html, change);
