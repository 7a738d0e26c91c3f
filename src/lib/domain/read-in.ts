import type { Lineage } from './series.ts';

/** Newspapers, broadcasters and magazines of the trade, as notes of `lineage.csv` name them. */
const PRESS = [
  'Aberdare Online',
  'BBC News',
  'Care Appointments',
  'Children and Young People Now',
  'Community Care',
  'Family Law Week',
  'Local Government Lawyer',
  'SACPA (copy of Community Care report)',
  'Solicitors Journal',
  'TES',
  'The Independent'
];

/** Sites on family law, blogs and other bodies' pages that repeat a release. */
const COPIES = [
  'Brighton and Hove Law',
  'Chris Mills blog',
  'Family Law',
  'Family Lore',
  'Operation Fatherhood (copy of Cafcass January 2013 statistics)',
  'Prince Family Law',
  'Stowe Family Law',
  'UK Family Law Reform'
];

/** Where a run of figures was read, where that is not the publication itself: in the press, or in a copy by somebody else. */
export type ReadIn = 'press' | 'copy';

/** True where a part of a note begins with the name of one of some publications: "Community Care: …", "Chris Mills blog, …". */
const names = (note: string, publications: readonly string[]): boolean =>
  note
    .split('; ')
    .some((part) =>
      publications.some((name) => part === name || (/^[:,]/.test(part.slice(name.length)) && part.startsWith(name)))
    );

/** Where the figures of a run were read; undefined for the publication itself. */
export const readIn = ({ source, note }: Pick<Lineage, 'source' | 'note'>): ReadIn | undefined => {
  if (names(note, PRESS) || /\bin (two|three|several) newspapers$/.test(note)) return 'press';
  return names(note, COPIES) || source === 'secondary' ? 'copy' : undefined;
};

/** The same in words, to stand after a publication. */
export const READ_IN_WORDS: Readonly<Record<ReadIn, string>> = {
  press: 'read in a press report',
  copy: 'read in a copy by others'
};
