import { expect, it } from 'vitest';
import SimpleTable from '#lib/ui/SimpleTable.svelte';
import { renderMarkup } from './render-markup.ts';

it('a table is written without comments, with empty corners, notes and signs that markup would take for its own', () => {
  const table = renderMarkup(SimpleTable, {
    caption: 'Rates < 5 & others',
    heads: ['', 'Here'],
    rows: [['Haringey', { text: '60.6', note: '55.1 to 66.4' }]],
    hidesCaption: true
  });
  expect(table).toBe(
    '<table><caption class="visually-hidden">Rates &lt; 5 &amp; others</caption><thead><tr><td></td><th scope="col">Here</th></tr></thead>' +
      '<tbody><tr><th scope="row">Haringey</th><td>60.6<span class="range">55.1 to 66.4</span></td></tr></tbody></table>'
  );
});
