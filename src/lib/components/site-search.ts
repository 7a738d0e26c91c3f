/*
 * The search box that every page carries: a plain form, which works without this. Its code and its index come when the
 * field is first used, so that a page costs no more than these few lines, and pages of text stay without SvelteKit's script.
 */

/** The reader's word that the key `/` is not to go to the search box: kept on the device, set on the page on accessibility. */
const SLASH = 'slash-key';

const form = document.querySelector<HTMLFormElement>('form.site-search');
const field = form?.querySelector('input');

// A browser may refuse to keep anything; the key then works.
const kept = (): string | null => {
  try {
    return localStorage.getItem(SLASH);
  } catch {
    return null;
  }
};

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));

if (form && field) {
  let started = false;
  const start = async () => {
    if (started) return;
    started = true;
    try {
      // By an address that is put together here: an import that Vite knows would bring its helper to every page.
      const address = import.meta.url.replace(/[^/]*$/, 'site-search-field.js');
      const { enhance } = (await import(/* @vite-ignore */ address)) as typeof import('./site-search-field');
      enhance(form, field);
    } catch {
      // The form does without; the next turn to the field tries again.
      started = false;
    }
  };
  field.addEventListener('focus', start);
  if (document.activeElement === field) void start();

  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.defaultPrevented || isTyping(event.target) || kept() === 'off') return;
    event.preventDefault();
    field.focus();
  });
}

const box = document.querySelector<HTMLInputElement>('input[data-slash-key]');
if (box) {
  box.checked = kept() !== 'off';
  box.addEventListener('change', () => {
    try {
      if (box.checked) localStorage.removeItem(SLASH);
      else localStorage.setItem(SLASH, 'off');
    } catch {
      box.checked = true;
    }
  });
}
