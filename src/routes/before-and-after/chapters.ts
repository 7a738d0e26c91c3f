/** A chapter: its place in the address, the fragment it had while the article was one page, its heading, and what it shows. */
interface Chapter {
  slug: string;
  fragment: string;
  title: string;
  shows: string;
}

/** The chapters in the order in which they follow each other. */
export const CHAPTERS = [
  {
    slug: 'months',
    fragment: 'months',
    title: 'Month by month',
    shows: 'Care applications in each month around the verdicts, and the date of the event to move.'
  },
  {
    slug: 'years',
    fragment: 'years',
    title: 'Year by year, England',
    shows: 'What was counted each year, and the line of the years before continued.'
  },
  {
    slug: 'councils',
    fragment: 'everywhere',
    title: 'Council by council',
    shows: 'Three years before and three years after in every council, by region and by deprivation.'
  },
  {
    slug: 'other-explanations',
    fragment: 'rivals',
    title: 'What else was happening',
    shows: 'Seven other things of those years that could move the same figures.'
  },
  {
    slug: 'since',
    fragment: 'since',
    title: 'And since',
    shows: 'The years to today, and what followed two later cases.'
  },
  {
    slug: 'documents',
    fragment: 'documents',
    title: 'The documents of 2009',
    shows: 'The figures printed then, the recommendations and the answers, and who said what.'
  },
  {
    slug: 'timeline',
    fragment: 'case',
    title: 'The case, and what followed',
    shows: 'Every event, each with its date and its source.'
  }
] as const satisfies readonly Chapter[];

export type ChapterSlug = (typeof CHAPTERS)[number]['slug'];

/** The chapter at an address, and those before and after it. */
export const chapterAt = (slug: ChapterSlug) => {
  const at = CHAPTERS.findIndex((each) => each.slug === slug);
  return { chapter: CHAPTERS[at]!, previous: CHAPTERS[at - 1], next: CHAPTERS[at + 1] };
};
