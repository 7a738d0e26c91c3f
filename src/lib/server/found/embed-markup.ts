import { escapeMarkup as escape } from '#lib/domain/index.ts';

const [WIDTH, HEIGHT] = [808, 760];

/** The frame of an embedded chart, without a script of ours: sites that read oEmbed often take scripts out. */
export const embedMarkup = (address: string, title: string): { html: string; width: number; height: number } => ({
  html: `<iframe src="${escape(address)}" title="${escape(title)}" width="${WIDTH}" height="${HEIGHT}" frameborder="0" loading="lazy"></iframe>`,
  width: WIDTH,
  height: HEIGHT
});
