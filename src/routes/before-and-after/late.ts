import { sizeOf, standaloneDrawing } from '$lib/charts/standalone';
import { makeEverywhere } from './everywhere/make';
import { makeMonths } from './months/make';
import { together, type Made } from './shelf';
import { makeSince } from './since/make';
import { makeYears } from './years/make';

/** The sizes of a drawing, by name. */
type Sizes = Made['drawings'][string];

let known: Record<string, string> | undefined;

/**
 * Each late drawing as markup, by its name and size ("slope-narrow"): those of the sections after the first. They come to the
 * page once it is awake; on the way to its first chart they would be a third of it.
 */
export const lateMarkup = (): Record<string, string> => {
  const parts = [makeMonths, makeYears, makeEverywhere, makeSince];
  known ??= Object.fromEntries(
    Object.entries(together(parts.map((make) => make().made)).drawings).flatMap(([name, sizes]) =>
      Object.entries(sizes).map(([size, markup]) => [`${name}-${size}`, markup])
    )
  );
  return known;
};

/** A late drawing as a picture at an address of its own, for a reader without script; undefined where there is none. */
export const latePicture = (name: string): string | undefined => {
  const markup = lateMarkup()[name];
  return markup && standaloneDrawing(markup);
};

/** Leaves room for a drawing until it comes; without script a picture fills it. Addresses are relative to the article's. */
const place = (name: string, markup: string): string => {
  const { width, height } = sizeOf(markup);
  const [, label] = /aria-label="([^"]*)"/.exec(markup)!;
  return (
    `<svg class="late needs-script" data-late="${name}" viewBox="0 0 ${width} ${height}" aria-hidden="true"></svg>` +
    `<noscript><img class="drawing" src="drawings/${name}.svg" alt="${label}" width="${width}" height="${height}" loading="lazy"></noscript>`
  );
};

/** The places of late drawings, instead of them. */
export const places = (drawings: Made['drawings']): Made['drawings'] =>
  Object.fromEntries(
    Object.entries(drawings).map(([name, { narrow, wide }]): [string, Sizes] => [
      name,
      {
        narrow: place(`${name}-narrow`, narrow),
        ...(wide === undefined ? {} : { wide: place(`${name}-wide`, wide) })
      }
    ])
  );
