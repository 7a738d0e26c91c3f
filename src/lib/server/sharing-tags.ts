import { escapeMarkup } from '#lib/domain/index.ts';

/** What a page that is shared shows elsewhere. Addresses are whole: other sites fetch them. */
export interface Sharing {
  /** Where the page is found. */
  address: string;
  /** Where its picture is found, and what that shows, for those who do not see it. */
  picture: { address: string; alt: string; width: number; height: number };
}

/** The text of the first match in a page's markup, as it stands there: escaped. */
const textOf = (html: string, pattern: RegExp, what: string): string => {
  const found = pattern.exec(html)?.[1];
  if (!found) throw new Error(`page: expected ${what}, found none`);
  return found;
};

/** The tags by which other sites show a page: its canonical address, and title, description and picture for Open Graph and Twitter. */
export const sharingTags = (html: string, { address, picture }: Sharing): string => {
  const title = textOf(html, /<title>([^<]+)<\/title>/, 'a title');
  const description = textOf(html, /<meta name="description" content="([^"]+)"/, 'a description');
  const meta = (key: 'property' | 'name', name: string, content: string | number): string =>
    `<meta ${key}="${name}" content="${content}" />`;
  return [
    `<link rel="canonical" href="${escapeMarkup(address)}" />`,
    meta('property', 'og:type', 'website'),
    meta('property', 'og:site_name', 'Per 10,000'),
    meta('property', 'og:locale', 'en_GB'),
    meta('property', 'og:url', escapeMarkup(address)),
    meta('property', 'og:title', title),
    meta('property', 'og:description', description),
    meta('property', 'og:image', escapeMarkup(picture.address)),
    meta('property', 'og:image:type', 'image/png'),
    meta('property', 'og:image:width', picture.width),
    meta('property', 'og:image:height', picture.height),
    meta('property', 'og:image:alt', escapeMarkup(picture.alt)),
    meta('name', 'twitter:card', 'summary_large_image')
  ].join('');
};
