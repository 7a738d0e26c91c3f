/** Stops the build where a sentence would say what the figures do not bear out. */
export const assert = (holds: boolean, what: string): void => {
  if (!holds) throw new Error(`before and after: expected ${what}, found other figures`);
};
