import { list } from '#lib/domain/index.ts';
import { documentOf, seedRows, typeset } from './documents';

/** What one person or body said. */
interface Position {
  who: string;
  organisation: string;
  /** The organisation, or several of them, as a sentence has them. */
  bodies: string;
  statements: string[];
  sources: string[];
}

/** The positions of one kind under their heading. */
export interface PositionGroup {
  key: 'welcomed' | 'mixed' | 'criticised' | 'other';
  heading: string;
  positions: Position[];
}

const HEADINGS: Readonly<Record<PositionGroup['key'], string>> = {
  welcomed: 'Welcomed the report',
  mixed: 'Spoke for parts of it, or with doubts',
  criticised: 'Criticised the report',
  other: 'Spoke of something else: the Government, the debate, earlier reforms, or services'
};

const groupOf = (row: Record<string, string>): string => (row.about === 'report' ? row.stance! : 'other');

/** Who said what of Lord Laming's report: what one person or body said of a kind is one entry. */
export const readPositions = (): PositionGroup[] =>
  (Object.keys(HEADINGS) as PositionGroup['key'][]).map((key) => {
    const positions: Position[] = [];
    for (const row of seedRows('positions').filter((each) => groupOf(each) === key)) {
      const source = documentOf(row.document!);
      const same = positions.find(({ who, organisation }) => who === row.who && organisation === row.organisation);
      if (!same)
        positions.push({
          who: row.who!,
          organisation: row.organisation!,
          bodies: typeset(list(row.organisation!.split('; '))),
          statements: [typeset(row.position!)],
          sources: [source]
        });
      else {
        same.statements.push(typeset(row.position!));
        if (!same.sources.includes(source)) same.sources.push(source);
      }
    }
    return { key, heading: HEADINGS[key], positions };
  });
