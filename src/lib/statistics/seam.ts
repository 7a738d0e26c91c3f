/** A change across a seam between two sources, and how much of it can be real. */
export interface SeamBounds {
  change: number;
  least: number;
  most: number;
}

/**
 * What is known of a change from the last year of one source to the first of another where nothing says how much is the source's:
 * anything from none to all of it can be real, so it is drawn as a range and never as a line (Manski 2007, Identification for
 * Prediction and Decision, chapter 2: what the data alone bound). Both figures are in one unit.
 */
export const seamBounds = (lastBefore: number, firstAfter: number): SeamBounds => {
  const change = firstAfter - lastBefore;
  return { change, least: Math.min(0, change), most: Math.max(0, change) };
};
