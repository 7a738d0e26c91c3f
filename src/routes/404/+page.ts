// Nothing here is interactive, so the page ships no script.
export const csr = false;
// Hosts look for build/404.html, not for build/404/index.html.
export const trailingSlash = 'never';
