import { formatDate } from '#lib/domain/index.ts';
import { isPublication, type Cited } from '#lib/figures/time/citation.ts';

/** A view as it is cited. */
interface Citation {
  title: string;
  subtitle: string;
  address: string;
  /** ISO date of the day it was looked at. */
  date: string;
  sources: Cited[];
}

const AUTHOR = 'Per 10,000';

const whole = ({ title, subtitle }: Citation): string =>
  `${title}, ${subtitle.charAt(0).toLowerCase()}${subtitle.slice(1)}`.replaceAll(' · ', ', ');

const publication = ({ publisher, title, published }: Cited): string => `${publisher} (${published}), ${title}`;

/** A citation as a sentence: author, title, date, address, and the publications that the figures came from. */
export const citePlain = (of: Citation): string => {
  const figures = of.sources.filter(isPublication).map(publication);
  return [
    `${AUTHOR} (${of.date.slice(0, 4)}), ${whole(of)}.`,
    `${of.address}, accessed ${formatDate(of.date)}.`,
    figures.length ? `Figures from: ${figures.join('; ')}.` : ''
  ]
    .filter(Boolean)
    .join(' ');
};

const TEX: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}'
};

/** Text as it may stand in a BibTeX field: what TeX takes for commands is written so that it prints. */
export const escapeTex = (text: string): string =>
  text.replace(/[\\{}$&#_%~^]/g, (sign) => TEX[sign] ?? `\\${sign}`).replace(/[–−]/g, '--');

/** An address for a BibTeX field, where only braces and backslashes would end or change it. */
const texAddress = (address: string): string =>
  address.replace(/[\\{}]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** The key of an entry: letters, digits and hyphens of the address's path. */
const keyOf = ({ address, date }: Citation): string => {
  const path = new URL(address).pathname.replace(/[^a-z0-9]+/gi, '-').replace(/^-|-$/g, '');
  return ['per10000', path, date.slice(0, 4)].filter(Boolean).join('-');
};

/** A citation as a BibTeX entry, `@misc`. */
export const citeBibtex = (of: Citation): string => {
  const url = texAddress(of.address);
  const figures = of.sources.filter(isPublication).map(publication);
  const fields: [string, string][] = [
    ['author', `{${escapeTex(AUTHOR)}}`],
    ['title', `{${escapeTex(whole(of))}}`],
    ['year', of.date.slice(0, 4)],
    ['howpublished', `\\url{${url}}`],
    ['url', url],
    ['urldate', of.date],
    ...(figures.length ? [['note', escapeTex(`Figures from: ${figures.join('; ')}`)] as [string, string]] : [])
  ];
  return `@misc{${keyOf(of)},\n${fields.map(([name, value]) => `  ${name} = {${value}}`).join(',\n')}\n}`;
};
