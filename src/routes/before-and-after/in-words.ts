const SMALL = 'none one two three four five six seven eight nine'.split(' ');

/** A small number as a word, as prose has it: "eight". */
export const inWords = (value: number): string => SMALL[value] ?? String(value);
