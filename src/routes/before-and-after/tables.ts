import { escapeMarkup as escape } from '$lib/domain';

export type Cell = string | { text: string; note: string };

/** A plain table of figures as markup: the first cell of a row is its head. */
export const simpleTable = (caption: string, heads: string[], rows: Cell[][]): string => {
  const cell = (each: Cell): string =>
    typeof each === 'string'
      ? escape(each)
      : `${escape(each.text)}${each.note && `<span class="range">${escape(each.note)}</span>`}`;
  const body = rows
    .map(
      ([first = '', ...rest]) =>
        `<tr><th scope="row">${cell(first)}</th>${rest.map((each) => `<td>${cell(each)}</td>`).join('')}</tr>`
    )
    .join('');
  const head = heads.map((each) => `<th scope="col">${escape(each)}</th>`).join('');
  return `<table><caption>${escape(caption)}</caption><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
};
