// The answer to a search that was sent comes by a script of its own (components/found.ts, components/found-answer.ts).
export const csr = false;
