// Nothing here is interactive, so the page ships no script.
export const csr = false;
