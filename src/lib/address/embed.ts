import { escapeMarkup as escape } from '#lib/domain/index.ts';

/** What an embedded chart is made of: whole addresses, and the name of the view. */
interface Embedded {
  /** The page for a frame, with the choices. */
  page: string;
  /** The picture of the measure at its own address. */
  picture: string;
  /** The script that fits the frame to its content. */
  script: string;
  /** The measure on the site, which the picture leads to. */
  home: string;
  /** Name of the measure. */
  measure: string;
  /** Name of the view, with its choices. */
  title: string;
}

const image = ({ picture, home, measure }: Embedded): string =>
  `<a href="${escape(home)}"><img src="${escape(picture)}" alt="${escape(`${measure} in England: chart by Per 10,000`)}" width="808"></a>`;

/**
 * The markup that puts a chart on another site: a frame that sizes itself, with the picture in the place of the frame where
 * frames are not shown. Every address and word is escaped.
 */
export const embedFrame = (of: Embedded): string =>
  [
    `<iframe src="${escape(of.page)}" title="${escape(of.title)}" width="100%" height="760" frameborder="0" loading="lazy">${image(of)}</iframe>`,
    `<script src="${escape(of.script)}" async></script>`
  ].join('\n');

/** The markup that shows the picture alone, for sites that allow no frames: the measure as its page first shows it. */
export const embedImage = (of: Embedded): string => image(of);
