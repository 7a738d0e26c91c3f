/*
 * The search box that every page carries, and the larger one of some: plain forms, which work without this. Code and index come
 * when a field is first used, so that a page costs no more than these few lines, and needs no SvelteKit.
 */

/** Where a reader's choice that the key `/` does not go to the search box is stored on the device; app.html reads it too. */
const SLASH = 'slash-key';

// A browser may refuse to store anything; the key then works.
const stored = (): string | null => {
  try {
    return localStorage.getItem(SLASH);
  } catch {
    return null;
  }
};

const findsAsOneTypes = (form: HTMLFormElement, field: HTMLInputElement): void => {
  let started = false;
  const start = async () => {
    if (started) return;
    started = true;
    try {
      // By an address that is put together here: an import that Vite knows would bring its helper to every page.
      const address = import.meta.url.replace(/[^/]*$/, 'site-search-field.js');
      const { enhance } = (await import(/* @vite-ignore */ address)) as typeof import('./site-search-field.ts');
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

const box = document.querySelector<HTMLInputElement>('input[data-slash-key]');
if (box) {
  box.checked = stored() !== 'off';
  box.addEventListener('change', () => {
    try {
      if (box.checked) localStorage.removeItem(SLASH);
      else localStorage.setItem(SLASH, 'off');
    } catch {
      box.checked = true;
    }
  });
}
