import { LICENCE, ATTRIBUTION } from '#lib/domain/licence.ts';
import { formatDate } from '#lib/domain/index.ts';
import { today } from '#lib/ui/today.ts';
import type { FileAbout } from './table-file.ts';

/** What the first sheet of a workbook says of an answer of the database. */
export const aboutLines = ({
  address,
  sql,
  notes
}: {
  address: string;
  sql: string;
  notes: readonly string[];
}): FileAbout['lines'] => [
  { head: 'Per 10,000', text: 'Independent, not official statistics.' },
  { head: 'Address', text: address, link: address },
  { head: 'Downloaded', text: formatDate(today()) },
  { head: 'Licence', text: ATTRIBUTION, link: LICENCE.url },
  { head: 'SQL', text: sql },
  ...notes.map((text) => ({ head: 'Note', text })),
  {
    head: 'Columns',
    text: 'A measure x has three columns: x is the cell as published, x_value its number, x_status why there is none.'
  }
];
