import { LICENCE_STATEMENT } from '#lib/domain/licence.ts';
import { standalone, type PictureWords } from '#lib/drawing/standalone.ts';
import { withTexts } from './png-text.ts';

/** Pixels of a PNG for each CSS pixel of the picture. */
const SCALE = 2;

/** A drawing as a picture that stands alone: the markup of an SVG file, and its size in CSS pixels. */
export const toSvg = (drawing: SVGSVGElement, words: PictureWords): ReturnType<typeof standalone> =>
  standalone(new XMLSerializer().serializeToString(drawing), words);

/** An SVG as an image. By a data address: the site's policy allows no `blob:` for images. */
const toImage = async (markup: string): Promise<HTMLImageElement> => {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(markup)}`;
  await image.decode();
  return image;
};

/**
 * A drawing as a PNG of twice its size, with title, source, address and date written into the file too, where programs
 * that list pictures read them. Throws where the browser cannot draw it.
 */
export const toPng = async (drawing: SVGSVGElement, words: PictureWords): Promise<Uint8Array<ArrayBuffer>> => {
  const { markup, width, height } = toSvg(drawing, words);
  const image = await toImage(markup);
  const canvas = document.createElement('canvas');
  canvas.width = width * SCALE;
  canvas.height = height * SCALE;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('picture: expected a canvas to draw on, found none');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  if (!blob) throw new Error('picture: expected a PNG of the canvas, found none');
  return withTexts(new Uint8Array(await blob.arrayBuffer()), {
    Title: `${words.title}. ${words.subtitle}`,
    Author: 'Per 10,000',
    Source: words.sources.join(' '),
    URL: words.address,
    Copyright: LICENCE_STATEMENT,
    ...(words.date ? { 'Creation Time': words.date.iso } : {})
  });
};
