/** The sections of the article in order: the fragment, and the heading. */
export const SECTIONS = [
  ['case', 'The case, and what followed'],
  ['months', 'Month by month'],
  ['years', 'Year by year, England'],
  ['everywhere', 'Everywhere'],
  ['rivals', 'What else was happening'],
  ['since', 'And since']
] as const;
