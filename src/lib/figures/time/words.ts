import { PERIOD_HEADS } from '#lib/domain/index.ts';
import { keyOf } from './citation.ts';
import { captionOf, unitWords, type Picture } from './picture.ts';
import { describe, type Sentence } from './sentences.ts';
import { tableMarkup } from './table-markup.ts';
import { tabulate } from './table.ts';

/** What a page says of a picture beside the drawing. Plain data: a page is prerendered with it, and needs no code to show it. */
export interface TimeWords {
  caption: string;
  sentences: Sentence[];
  /** What the table is called, and the table as markup. */
  label: string;
  table: string;
  /** What the marks on the drawing mean. */
  key: { hidden?: string; derived?: string };
  /** How many lines the drawing has. */
  lines: number;
}

/** `place` says what the table is of, where a page has several of one measure. */
export const timeWords = (picture: Picture, place?: string): TimeWords => {
  const label = [picture.measure.title, place, unitWords(picture)].filter(Boolean).join(', ');
  return {
    caption: captionOf(picture),
    sentences: describe(picture),
    label,
    table: tableMarkup(tabulate(picture), label, PERIOD_HEADS[picture.variant.timing]),
    key: keyOf(picture),
    lines: picture.lines.length
  };
};
