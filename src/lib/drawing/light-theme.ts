import css from '../../app.css?raw';

/** The first block of the stylesheet: the light theme, and what no theme changes. */
const block = /:root\s*\{([^}]*)\}/.exec(css)?.[1] ?? '';

/**
 * The custom properties of app.css as they are in the light theme, "--ink" to "#1b1e23". A file leaves the site, so it is
 * the same for every reader, whatever theme they read in.
 */
export const PAPER: ReadonlyMap<string, string> = new Map(
  [...block.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name!, value!.trim()])
);

/** The value of a custom property on paper; throws for one that the light theme does not set. */
export const lightColour = (name: string): string => {
  const value = PAPER.get(name);
  if (value === undefined) throw new Error(`app.css: expected ${name} in its first block, found none`);
  return value;
};

/** Markup in which every `var(--name)` is the colour on paper, and the colour of text is ink. */
export const inPaperColours = (markup: string): string =>
  markup
    .replace(/var\(\s*(--[\w-]+)\s*(?:,[^()]*)?\)/g, (_, name: string) => lightColour(name).replaceAll('"', "'"))
    .replace(/\bcurrentcolor\b/gi, lightColour('--ink'));
