import type { Component } from 'svelte';
import { lean } from '$lib/charts/lean';

/** What is made while prerendering and stands in the page's markup, and must not be sent a second time as data. */
export interface Made {
  /** Drawings by name, each in its sizes. */
  drawings: Record<string, { narrow: string; wide?: string }>;
  /** Tables by name, as markup. */
  tables: Record<string, string>;
  /** Writes a component as markup that the browser can take over as a root of its own, or leave as it is. */
  write: <Props extends Record<string, unknown>>(component: Component<Props>, props: Props) => string;
}

/** Drawings and tables of one section. */
export type MadePart = Pick<Made, 'drawings' | 'tables'>;

/** What the page's server part leaves for its common part: what is made, and the data of each section. */
export interface Shelf {
  made: Made;
  sections: Record<string, unknown>;
}

let shelf: Shelf | undefined;

/** A drawing as light as the article needs it: named by its title, as what it says stands in words beside it. */
const light = (markup: string): string => lean(markup).replace(/ aria-label="([^".]*\.)[^"]*"/, ' aria-label="$1"');

/** Puts the drawings and tables of several sections together, each drawing made lighter. */
export const together = (parts: MadePart[]): MadePart => ({
  drawings: Object.fromEntries(
    parts
      .flatMap(({ drawings }) => Object.entries(drawings))
      .map(([name, { narrow, wide }]) => [
        name,
        { narrow: light(narrow), ...(wide === undefined ? {} : { wide: light(wide) }) }
      ])
  ),
  tables: Object.assign({}, ...parts.map(({ tables }) => tables)) as Made['tables']
});

/** Leaves what was made on the shelf, from where the page's common part takes it while prerendering. */
export const put = (made: Shelf): void => {
  shelf = made;
};

/** What stands on the shelf; in a browser it is empty. */
export const take = (): Shelf | undefined => shelf;
