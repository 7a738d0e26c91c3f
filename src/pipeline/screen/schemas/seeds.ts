import * as is from '../cell-types.ts';
import type { References } from '../references.ts';
import { precisionFits } from '../row-tests.ts';
import type { Schema } from '../schema.ts';

/** The schema of every file of `seeds/`. */
export const schemasOfSeeds = (to: References): Schema[] => {
  const document = is.keyOf(to.documents, 'a document of seeds/documents.csv');
  const precision = is.oneOf(['day', 'month', 'year']);
  return [
    {
      file: 'seeds/documents.csv',
      key: ['document'],
      columns: { document: is.slug, title: is.text, publisher: is.text, date: is.day, file: is.text }
    },
    {
      file: 'seeds/events.csv',
      key: ['id'],
      columns: {
        id: is.slug,
        date: is.date,
        precision,
        event: is.text,
        kind: is.oneOf(['case', 'council', 'government', 'report', 'response']),
        document,
        same_event: is.optional(is.keyOf(to.events, 'an event of data/events.csv'))
      },
      between: precisionFits
    },
    {
      file: 'seeds/figures.csv',
      key: ['id'],
      columns: {
        id: is.slug,
        value: is.number,
        qualifier: is.oneOf(['about', 'exactly', 'fewer-than', 'more-than']),
        unit: is.oneOf(['children', 'people', 'percent', 'pounds', 'recommendations', 'years']),
        what: is.text,
        area: is.text,
        date: is.optional(is.date),
        precision: is.optional(precision),
        group: is.optional(is.slug),
        document
      },
      between: (row) => (row.date || row.precision ? precisionFits(row) : [])
    },
    {
      file: 'seeds/recommendations.csv',
      key: ['id'],
      columns: {
        id: is.slug,
        recommendation: is.text,
        addressed_to: is.anything,
        government_answer: is.anything,
        documents: is.listOf(document)
      }
    },
    {
      file: 'seeds/positions.csv',
      key: ['id'],
      columns: {
        id: is.slug,
        who: is.anything,
        organisation: is.text,
        stance: is.oneOf(['criticised', 'mixed', 'welcomed']),
        about: is.oneOf(['debate', 'government', 'reforms', 'report', 'services']),
        position: is.text,
        date: is.day,
        document
      }
    }
  ];
};
