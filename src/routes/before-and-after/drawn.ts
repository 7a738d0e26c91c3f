import { shrinkSvg } from '#lib/drawing/shrink-svg.ts';

/** A drawing as markup in one to three sizes. */
export interface Drawn {
  narrow: string;
  wide?: string;
  full?: string;
}

/** A drawing as light as the article needs it: labelled by its title, as the text beside it says the rest. */
const light = (markup: string): string =>
  shrinkSvg(markup).replace(/ aria-label="([^".]*\.)[^"]*"/, ' aria-label="$1"');

const lightened = ({ narrow, wide, full }: Drawn): Drawn => ({
  narrow: light(narrow),
  ...(wide === undefined ? {} : { wide: light(wide) }),
  ...(full === undefined ? {} : { full: light(full) })
});

/** Drawings by name, each made lighter. */
export const lighten = <Name extends string>(drawings: Record<Name, Drawn>): Record<Name, Drawn> =>
  Object.fromEntries(Object.entries<Drawn>(drawings).map(([name, drawn]) => [name, lightened(drawn)])) as Record<
    Name,
    Drawn
  >;
