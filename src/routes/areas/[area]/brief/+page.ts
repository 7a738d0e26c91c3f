// Everything is in the page; a script of its own prints and fills in the address (brief-page.ts).
export const csr = false;
