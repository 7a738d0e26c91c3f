// The two floors that a page is put against, made of the page itself.

/**
 * The page without its scripts: the same markup and styles, nothing that runs and nothing fetched to be run.
 * @param {string} html
 */
export const scriptless = (html) =>
  html.replace(/<script\b[^>]*>[\s\S]*?<\/script>/gi, '').replace(/<link\b[^>]*\brel="?modulepreload"?[^>]*>/gi, '');

/**
 * A page with nothing but a drawing.
 * @param {string} svg
 */
export const bare = (svg) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>bare</title><link rel="icon" href="data:,"></head><body><main><figure>${svg}</figure></main></body></html>`;
