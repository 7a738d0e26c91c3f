import { listCouncils } from './councils.ts';
import { listDocuments, listTimeline } from './documents.ts';
import { listExplanations } from './explanations.ts';
import { listMonths } from './months.ts';
import { listSince } from './since.ts';
import type { Source } from './source.ts';
import { listStory } from './story.ts';
import { listYears } from './years.ts';

/** The story and the chapters in their order: the name in their addresses, the heading, and what lists their figures. */
const SECTIONS = [
  ['story', 'The story', listStory],
  ['months', 'Month by month', listMonths],
  ['years', 'Year by year, England', listYears],
  ['councils', 'Council by council', listCouncils],
  ['other-explanations', 'What else was happening', listExplanations],
  ['since', 'And since', listSince],
  ['documents', 'The documents of 2009', listDocuments],
  ['timeline', 'The case, and what followed', listTimeline]
] as const;

/** Every figure that the story and the chapters give, in lines and in their rounding. A section begins with "# name: heading". */
export const listing = (source: Source): string[] =>
  SECTIONS.flatMap(([name, heading, list]) => [`# ${name}: ${heading}`, ...list(source), '']);
