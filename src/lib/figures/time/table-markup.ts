import { escapeMarkup as escape } from '#lib/domain/index.ts';
import type { TableView } from './table.ts';

/**
 * A table of figures as markup. A page holds hundreds of cells that the browser need not take over one by one: written as
 * one piece they cost a phone nothing when the page wakes.
 */
export const tableMarkup = (table: TableView, caption: string, head: string): string => {
  const width = table.columns.length + 1;
  const heads = table.columns
    .map(({ label, printed, against, unit = '', isOther }) => {
      const kind = printed || against ? ' class="printed"' : isOther ? ' class="other"' : '';
      const what = printed ? 'as printed at the time' : against ? 'against England, by 95% limits' : unit;
      return `<th scope="col"${kind}>${escape(label)}${what ? `<span>${escape(what)}</span>` : ''}</th>`;
    })
    .join('');
  const rows = table.rows
    .map((row) => {
      if (row.kind === 'break') return `<tr class="break"><td colspan="${width}">${escape(row.text)}</td></tr>`;
      const cells = row.cells
        .map(({ text, why, range, interval }, i) => {
          const title = why ? ` title="${escape(why)}"` : '';
          const kind = table.columns[i]?.printed ? ' class="printed"' : '';
          return `<td${kind}${title}>${escape(text)}${[range, interval].map((each) => (each ? `<span class="range">${escape(each)}</span>` : '')).join('')}</td>`;
        })
        .join('');
      return `<tr${row.marked ? ' class="marked"' : ''}><th scope="row">${escape(row.label)}</th>${cells}</tr>`;
    })
    .join('');
  return `<table><caption>${escape(caption)}</caption><thead><tr><th scope="col">${escape(head)}</th>${heads}</tr></thead><tbody>${rows}</tbody></table>`;
};
