/**
 * How many pages a PDF has that Chromium made: it writes each page as an object of its own, and packs none of them.
 * @param {Uint8Array} pdf
 */
export function pagesOf(pdf) {
  const pages = Buffer.from(pdf)
    .toString('latin1')
    .match(/\/Type\s*\/Page\b/g);
  if (!pages) throw new Error('pdf: expected pages, found none');
  return pages.length;
}
