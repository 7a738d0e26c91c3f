// Everything is in the page; its search field works by a script of its own (search/site-search.ts).
export const csr = false;
