// Everything is in the page; its search field works by a script of its own (components/site-search.ts).
export const csr = false;
