/*
 * Filters the rows of a page by what is typed into its field (`data-filter`): rows are `data-row`, in groups that are `data-group`. The page
 * shows all of them, and no field, without this script.
 */

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

const start = (field: HTMLInputElement): void => {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')].map((row) => ({
    row,
    words: ` ${wordsOf(row.textContent).join(' ')}`
  }));
  const groups = [...document.querySelectorAll<HTMLElement>('[data-group]')];
  const status = document.querySelector('[data-filter-status]');
  const filter = (): void => {
    const typed = wordsOf(field.value);
    let shown = 0;
    for (const { row, words } of rows) {
      row.hidden = !typed.every((word) => words.includes(` ${word}`));
      if (!row.hidden) shown += 1;
    }
    for (const group of groups) group.hidden = !group.querySelector('[data-row]:not([hidden])');
    if (status)
      status.textContent = typed.length ? (shown ? `${shown} of ${rows.length}` : 'None has these words.') : '';
  };
  field.addEventListener('input', filter);
  // A browser may bring back what was typed when a reader comes back to the page.
  if (field.value) filter();
};

const field = document.querySelector<HTMLInputElement>('input[data-filter]');
if (field) start(field);

export {};
