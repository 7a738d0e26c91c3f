import { lean } from '$lib/charts/lean';

/**
 * What is made while prerendering and stands in the page's markup, and must not be sent a second time as data: drawings and
 * tables. The page's server part puts it here and its common part takes it; in a browser the shelf is empty.
 */
export interface Made {
  /** Drawings by name, each in its sizes. */
  drawings: Record<string, { narrow: string; wide?: string }>;
  /** Tables by name, as markup. */
  tables: Record<string, string>;
}

let made: Made | undefined;

/** A drawing as light as the article needs it: named by its title, as what it says stands in words beside it. */
const light = (markup: string): string => lean(markup).replace(/ aria-label="([^".]*\.)[^"]*"/, ' aria-label="$1"');

export const put = ({ drawings, tables }: Made): void => {
  const lighter = Object.entries(drawings).map(([name, { narrow, wide }]) => [
    name,
    { narrow: light(narrow), ...(wide === undefined ? {} : { wide: light(wide) }) }
  ]);
  made = { drawings: Object.fromEntries(lighter) as Made['drawings'], tables };
};

export const take = (): Made | undefined => made;
