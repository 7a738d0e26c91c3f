import { LICENCE_STATEMENT } from '#lib/domain/licence.ts';
import { escapeMarkup as escape } from '#lib/domain/index.ts';
import { inPaperColours, lightColour } from './light-theme.ts';

/** What is written into a picture that leaves the site. */
export interface PictureWords {
  title: string;
  subtitle: string;
  /** What numbers and marks on the drawing mean, where they need saying. */
  legend: string[];
  /** Where the figures come from, a sentence each. */
  sources: string[];
  /** The view's address. */
  address: string;
  /** ISO date of the day it was made; absent where the picture stands at an address of its own. */
  date?: { iso: string; words: string };
}

const PAD = 24;
const SITE = 'Per 10,000 · independent, not official statistics';

/** Breaks prose into lines of at most so many letters; a word longer than a line, such as an address, after a sign if it has one. */
export const foldLines = (text: string, most: number): string[] => {
  const out = [''];
  const piece = new RegExp(`.{1,${most}}$|.{0,${most - 1}}[&,/?]|.{1,${most}}`, 'gu');
  for (const word of text.split(/\s+/).flatMap((word) => word.match(piece) ?? [])) {
    const longer = out.at(-1) ? `${out.at(-1)} ${word}` : word;
    if (longer.length <= most) out[out.length - 1] = longer;
    else out.push(word);
  }
  return out;
};

interface Row {
  text: string;
  y: number;
  font: number;
  fill: string;
  family: string;
  weight: number;
}

/** Sets paragraphs under each other from a height on; gives the rows and the height under the last. */
const set = (
  paragraphs: string[],
  from: number,
  width: number,
  look: { font: number; fill: string; family: string; weight?: number; letter?: number }
): { rows: Row[]; bottom: number } => {
  const { font, fill, family, weight = 400, letter = 0.54 } = look;
  const leading = Math.round(font * 1.35);
  const lines = paragraphs.filter(Boolean).flatMap((each) => foldLines(each, Math.floor(width / (font * letter))));
  const rows = lines.map((text, i) => ({ text, y: from + i * leading + font, font, fill, family, weight }));
  return { rows, bottom: from + lines.length * leading };
};

const toText = ({ text, y, font, fill, family, weight }: Row): string =>
  `<text x="${PAD}" y="${y}" font-family="${escape(family)}" font-size="${font}" font-weight="${weight}" fill="${fill}">${escape(text)}</text>`;

/** The width and height of a drawing, in its own pixels. */
const sizeOf = (drawing: string): { width: number; height: number } => {
  const box = /^<svg\b[^>]*\bviewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(drawing);
  if (!box) throw new Error(`drawing: expected <svg viewBox="0 0 …">, found ${drawing.slice(0, 60)}`);
  return { width: Number(box[1]), height: Number(box[2]) };
};

/** The drawing without what belongs to a page: role, name and class of its outermost element. */
export const bare = (drawing: string): string =>
  drawing.replace(/^<svg\b[^>]*>/, (tag) =>
    tag.replace(/\s(?:role|aria-label|aria-labelledby|class|style|width|height|xmlns(?::\w+)?)="[^"]*"/g, '')
  );

const metadata = ({ title, subtitle, sources, address, date }: PictureWords): string => {
  const element = (name: string, text: string) => `<dc:${name}>${escape(text)}</dc:${name}>`;
  return (
    '<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/">' +
    `<rdf:Description rdf:about="">${element('title', `${title}. ${subtitle}`)}${element('creator', 'Per 10,000')}` +
    sources.map((each) => element('source', each)).join('') +
    `${element('identifier', address)}${date ? element('date', date.iso) : ''}${element('rights', LICENCE_STATEMENT)}` +
    '</rdf:Description></rdf:RDF></metadata>'
  );
};

/**
 * A drawing as a picture that stands alone: colours of the light theme, title and subtitle above, sources, licence, date and
 * address below. `drawing` is the markup of an svg element with a viewBox; gives the markup of another, with its size in
 * CSS pixels.
 */
export const standalone = (drawing: string, words: PictureWords): { markup: string; width: number; height: number } => {
  const { width: inner, height: tall } = sizeOf(drawing);
  const width = inner + 2 * PAD;
  const [ink, muted, sans] = [lightColour('--ink'), lightColour('--muted'), lightColour('--sans')];

  const small = { font: 12, fill: muted, family: sans };
  const title = set([words.title], PAD - 4, inner, {
    font: 22,
    fill: ink,
    family: lightColour('--serif'),
    weight: 700,
    letter: 0.58
  });
  const subtitle = set([words.subtitle], title.bottom + 2, inner, { font: 14, fill: muted, family: sans });
  const top = subtitle.bottom + 12;
  const legend = set(words.legend, top + tall + 12, inner, small);
  const sources = set(
    [...words.sources, LICENCE_STATEMENT],
    legend.bottom + (words.legend.length ? 8 : 0),
    inner,
    small
  );
  const made = words.date ? `${SITE} · downloaded ${words.date.words}` : SITE;
  const foot = set([made, words.address], sources.bottom + 8, inner, { ...small, fill: ink, letter: 0.6 });
  const height = foot.bottom + PAD - 8;
  const rows = [title, subtitle, legend, sources, foot].flatMap((each) => each.rows);

  const placed = bare(inPaperColours(drawing)).replace(
    /^<svg\b/,
    `<svg x="${PAD}" y="${top}" width="${inner}" height="${tall}" overflow="visible" fill="${ink}" font-family="${escape(sans)}" xml:space="preserve"`
  );
  const name = /^<svg\b[^>]*\baria-label="([^"]*)"/.exec(drawing)?.[1] ?? '';
  const markup =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title desc">` +
    `<title id="title">${escape(`${words.title}. ${words.subtitle}`)}</title><desc id="desc">${name}</desc>${metadata(words)}` +
    `<rect width="${width}" height="${height}" fill="${lightColour('--surface')}"/>` +
    `${rows.map(toText).join('')}${placed}</svg>`;
  return { markup, width, height };
};

/** A drawing as a picture without words around it, for a page that shows it as an image: colours of the light theme. */
export const standaloneDrawing = (drawing: string): string => {
  const { width, height } = sizeOf(drawing);
  const look = `xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" fill="${lightColour('--ink')}" font-family="${escape(lightColour('--sans'))}" xml:space="preserve"`;
  const ground = `<rect width="${width}" height="${height}" fill="${lightColour('--surface')}"/>`;
  return inPaperColours(drawing).replace(/^<svg\b([^>]*)>/, `<svg ${look}$1>${ground}`);
};
