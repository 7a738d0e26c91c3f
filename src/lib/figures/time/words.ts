import { PERIOD_HEADS, type SeriesFile } from '#lib/domain/index.ts';
import { headingOf, keyOf } from './citation.ts';
import type { Heading } from './heading.ts';
import { withOtherUnit } from './other-unit.ts';
import { captionOf, unitWords, type Picture } from './picture.ts';
import { describe, type Sentence } from './sentences.ts';
import { tableMarkup } from './table-markup.ts';
import { tabulate } from './table.ts';

/** What a page says of a picture beside the drawing. Plain data: a page is prerendered with it, and needs no code to show it. */
export interface TimeWords {
  caption: string;
  heading: Heading;
  sentences: Sentence[];
  /** What the table is called, and the table as markup. */
  label: string;
  table: string;
  /** What the marks on the drawing mean. */
  key: { hidden?: string; derived?: string };
  /** How many lines the drawing has. */
  lines: number;
}

/**
 * `place` says what the table is of, where a page has several of one measure. With the `file` that the picture is of, the table
 * has numbers beside rates and rates beside numbers.
 */
export const timeWords = (
  picture: Picture,
  { place, file }: { place?: string | undefined; file?: SeriesFile } = {}
): TimeWords => {
  const label = [picture.measure.title, place, unitWords(picture)].filter(Boolean).join(', ');
  const table = tabulate(picture);
  return {
    caption: captionOf(picture),
    heading: headingOf(picture),
    sentences: describe(picture),
    label,
    table: tableMarkup(file ? withOtherUnit(table, picture, file) : table, label, PERIOD_HEADS[picture.variant.timing]),
    key: keyOf(picture),
    lines: picture.lines.length
  };
};
