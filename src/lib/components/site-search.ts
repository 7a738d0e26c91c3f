/*
 * The search box that every page carries, and the larger one of some: plain forms, which work without this. Code and index come
 * when a field is first used, so that a page costs no more than these few lines, and needs no SvelteKit.
 */

/** The reader's word that the key `/` is not to go to the search box: kept on the device, set on the page on accessibility. */
const SLASH = 'slash-key';

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

const findsAsOneTypes = (form: HTMLFormElement, field: HTMLInputElement): void => {
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
};

for (const form of document.querySelectorAll<HTMLFormElement>('form.site-search, form.find-form')) {
  const field = form.querySelector('input');
  if (!field) continue;
  findsAsOneTypes(form, field);
  if (form.matches('.find-form')) {
    field.role = 'combobox';
    field.ariaExpanded = 'false';
    field.setAttribute('aria-controls', `${field.id}-list`);
  }
}

const field = document.querySelector<HTMLInputElement>('form.site-search input');
if (field)
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.defaultPrevented || isTyping(event.target) || kept() === 'off') return;
    event.preventDefault();
    field.focus();
  });

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
