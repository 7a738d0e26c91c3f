/** The words of a parameter, set apart by commas: each once, none empty. */
export const parts = (text: string): string[] =>
  [...new Set(text.split(',').map((part) => part.trim()))].filter(Boolean);

/** What an address says, quoted for a notice; long text is cut. */
export const quote = (text: string): string => `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`;
