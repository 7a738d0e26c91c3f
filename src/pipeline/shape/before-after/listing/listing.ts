import { listCase } from './case.ts';
import { listEverywhere } from './everywhere.ts';
import { listMonths } from './months.ts';
import { listRivals } from './rivals.ts';
import { listShort } from './short.ts';
import { listSince } from './since.ts';
import type { Source } from './source.ts';
import { listYears } from './years.ts';

/** The sections of the page in its order: the name in its addresses, the heading, and what lists its figures. */
const SECTIONS = [
  ['short', 'In short', listShort],
  ['case', 'The case, and what followed', listCase],
  ['months', 'Month by month', listMonths],
  ['years', 'Year by year, England', listYears],
  ['everywhere', 'Everywhere', listEverywhere],
  ['rivals', 'What else was happening', listRivals],
  ['since', 'And since', listSince]
] as const;

/** Every figure that the page gives, in lines, by section and in the page's rounding. A section begins with "# name: heading". */
export const listing = (source: Source): string[] =>
  SECTIONS.flatMap(([name, heading, list]) => [`# ${name}: ${heading}`, ...list(source), '']);
