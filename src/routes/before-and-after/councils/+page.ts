// A list to read: nothing on it answers to the reader.
export const csr = false;
