/*
 * The sentences of a built page as a reader has them: prose outside tables, drawings and code.
 */

const ENTITIES: Record<string, string> = { amp: '&', quot: '"', lt: '<', gt: '>', '#39': "'", nbsp: ' ' };

/** Not prose: code, drawings, controls, tables, and the list of sources, each a citation. */
const LEFT_OUT =
  /<(script|style|svg|table|pre|select|template|nav|form)\b.*?<\/\1>|<ul class="lineage\b.*?<\/ul>|<!--.*?-->/gs;
const BLOCK_ENDS =
  /<\/?(?:p|li|ul|ol|dt|dd|dl|div|h\d|figure|figcaption|summary|details|legend|label|section|header|footer|button|fieldset|article|main|br|span data-count)\b[^>]*>/g;

const textOf = (markup: string): string =>
  markup
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(amp|quot|lt|gt|#39|nbsp);/g, (_, name: string) => ENTITIES[name]!)
    .replace(/\s+/g, ' ')
    .replace(/ ([.,;:)])/g, '$1')
    .trim();

/** The blocks of text of a page's main part, tables left out. */
export const blocksOf = (html: string): string[] => {
  const main = /<main\b.*<\/main>/s.exec(html)?.[0];
  if (!main) throw new Error('page: expected a main part, found none');
  return main.replace(LEFT_OUT, ' ').split(BLOCK_ENDS).map(textOf).filter(Boolean);
};

/** Sentences end in a full stop, a question or an exclamation mark; text without one is a label or a link. */
export const sentencesOf = (html: string): string[] =>
  blocksOf(html)
    .flatMap((block) => block.split(/(?<=[.?!][”’)]?) (?=[A-Z“‘(])/))
    .filter((text) => /[.?!:][”’)]?$/.test(text));

/** How many words a text has; a number is one. */
export const wordsOf = (text: string): number => text.split(' ').filter((word) => /[\p{L}\d]/u.test(word)).length;
