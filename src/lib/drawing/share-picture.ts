import { escapeMarkup as escape } from '#lib/domain/index.ts';
import { inPaperColours, lightColour } from './light-theme.ts';
import type { Size } from './size.ts';
import { bare, foldLines } from './standalone.ts';

/** The size that sites show a link's picture at. */
export const SHARE_SIZE = { width: 1200, height: 630 };

/** What is written on a picture of a link, from the top down. */
export interface ShareWords {
  title: string;
  /** One or two sentences with the figures. */
  sentence: string;
  /** What the chart shows, over it. */
  caption: string;
  /** Where the figures come from. */
  source: string;
}

/** The faces that a rasteriser knows by these names. */
export interface Faces {
  serif: string;
  sans: string;
}

const PAD = 48;
const FOOT = 40;
/** Height of a line of each text, its size, and how wide a letter of it is on average at most. */
const TITLE = { font: 46, leading: 52, letter: 0.52 };
const SENTENCE = { font: 26, leading: 34, letter: 0.45 };
const CAPTION = { font: 19, leading: 26, letter: 0.45 };
const MOST_LINES = { title: 2, sentence: 3 };

const inner = SHARE_SIZE.width - 2 * PAD;

const fold = (text: string, { font, letter }: typeof TITLE): string[] =>
  foldLines(text, Math.floor(inner / (font * letter))).filter(Boolean);

/** Whole sentences, as many from the first as fit into so many lines. */
const sentencesThatFit = (text: string): string[] => {
  const sentences = text.split(/(?<=\.) (?=[A-Z])/);
  for (let many = sentences.length; many > 0; many--) {
    const lines = fold(sentences.slice(0, many).join(' '), SENTENCE);
    if (lines.length <= MOST_LINES.sentence || many === 1) return lines;
  }
  return [];
};

/** The mark of the site: nine dots, one of them filled. */
const mark = (x: number, y: number): string =>
  [-11, 0, 11]
    .flatMap((dy) => [-11, 0, 11].map((dx) => ({ dx, dy })))
    .map(({ dx, dy }) => {
      const isFilled = dx === 0 && dy === 0;
      return `<circle cx="${x + dx}" cy="${y + dy}" r="${isFilled ? 5 : 2.5}" fill="${lightColour(isFilled ? '--mark' : '--muted')}"/>`;
    })
    .join('');

/**
 * A chart as the picture of a link: title and figures in large letters, the chart under them, the site and its sources at the
 * foot. `draw` gives the markup of the chart at the size that is left for it.
 */
export const sharePicture = (words: ShareWords, { serif, sans }: Faces, draw: (size: Size) => string): string => {
  const { width, height } = SHARE_SIZE;
  const [ink, muted] = [lightColour('--ink'), lightColour('--muted')];
  const rows: string[] = [];
  const write = (text: string, y: number, font: number, fill: string, family: string, x = PAD, anchor = 'start') =>
    rows.push(
      `<text x="${x}" y="${y}" font-family="${escape(family)}" font-size="${font}" fill="${fill}" text-anchor="${anchor}">${escape(text)}</text>`
    );
  let top = PAD - 14;
  const block = (lines: string[], look: typeof TITLE, fill: string, family: string): void => {
    for (const line of lines) write(line, (top += look.leading) - look.leading * 0.22, look.font, fill, family);
  };
  block(fold(words.title, TITLE).slice(0, MOST_LINES.title), TITLE, ink, serif);
  top += 4;
  block(sentencesThatFit(words.sentence), SENTENCE, ink, sans);
  top += 8;
  block(fold(words.caption, CAPTION).slice(0, 1), CAPTION, muted, sans);
  const foot = height - 22;
  rows.push(mark(PAD + 14, foot - 7));
  write('Per 10,000', foot, 22, ink, serif, PAD + 38);
  write(words.source, foot, 17, muted, sans, width - PAD, 'end');

  const tall = Math.round(height - FOOT - 16 - top);
  const size: Size = { name: 'wide', width: inner, height: tall, top: 74, right: 210, bottom: 34, left: 56, font: 19 };
  const chart = bare(inPaperColours(draw(size))).replace(
    /^<svg\b/,
    `<svg x="${PAD}" y="${top}" width="${inner}" height="${tall}" overflow="visible" fill="${ink}" font-family="${escape(sans)}" xml:space="preserve"`
  );
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
    `<rect width="${width}" height="${height}" fill="${lightColour('--surface')}"/>${rows.join('')}${chart}</svg>`
  );
};
