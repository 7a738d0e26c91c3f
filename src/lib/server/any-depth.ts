/** The path that the site is served under, without a slash at its end: `''`, or `/repository` on a project's GitHub Pages. */
export const basePath = (env: Record<string, string | undefined> = process.env): string => {
  const path = (env.BASE_PATH ?? '').replace(/^\/+|\/+$/g, '');
  return path === '' ? '' : `/${path}`;
};

/**
 * Turns the relative addresses of a page at the site's root ("./trends/", ".") into absolute ones under `base`, so that the
 * page's links hold wherever a host serves it. Fragments and whole addresses stay.
 */
export const toAnyDepth = (html: string, base: string): string =>
  html.replace(/\b(href|src|action)="\.(?:\/([^"]*))?"/g, (_, name: string, rest = '') => `${name}="${base}/${rest}"`);
