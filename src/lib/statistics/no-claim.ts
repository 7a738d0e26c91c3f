/** A method that cannot say anything about the figures it was given, and the reason in words that a page can print. */
export interface NoClaim<Why extends string = string> {
  kind: 'no claim';
  why: Why;
}

/** Says nothing, and why. */
export const noClaim = <Why extends string>(why: Why): NoClaim<Why> => ({ kind: 'no claim', why });
