import { escapeMarkup as escape } from '#lib/domain/index.ts';

/** Text, and a second, smaller line. */
export type Cell = string | { text: string; note: string };

const cell = (each: Cell): string =>
  typeof each === 'string'
    ? escape(each)
    : `${escape(each.text)}${each.note && `<span class="range">${escape(each.note)}</span>`}`;

/**
 * A plain table of text as markup: the first cell of a row is its head, and a head without text is an empty corner. With
 * `unseen` the caption is there only to be read aloud.
 */
export const simpleTable = (caption: string, heads: Cell[], rows: Cell[][], unseen?: 'unseen'): string => {
  const head = heads.map((each) => (each === '' ? '<td></td>' : `<th scope="col">${cell(each)}</th>`)).join('');
  const body = rows
    .map(
      ([first = '', ...rest]) =>
        `<tr><th scope="row">${cell(first)}</th>${rest.map((each) => `<td>${cell(each)}</td>`).join('')}</tr>`
    )
    .join('');
  const look = unseen ? ' class="visually-hidden"' : '';
  return `<table><caption${look}>${escape(caption)}</caption><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
};
