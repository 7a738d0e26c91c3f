/**
 * Reasons of events that the figures do not bear out, as earlier data gave them: that care applications fell "by over a quarter" after
 * the Public Law Outline, and that December 2008 was the month in which their count "first jumps" (it rose in November).
 */
const OLD_REASONS = [/by over a quarter/i, /month the Cafcass count/i, /count first jumps/i];

/** The places of a text that repeat one of them. */
export const oldReasonsIn = (text: string): string[] =>
  OLD_REASONS.flatMap((reason) => reason.exec(text.replace(/\s+/g, ' '))?.[0] ?? []);
