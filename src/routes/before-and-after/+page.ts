// The story is to be read: nothing on it needs Svelte in the browser.
export const csr = false;
