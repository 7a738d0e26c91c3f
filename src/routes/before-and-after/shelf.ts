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

export const put = (all: Made): void => {
  made = all;
};

export const take = (): Made | undefined => made;
