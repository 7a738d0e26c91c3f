import { IDENTIFIERS } from '#lib/domain/index.ts';
import { quote } from './problem.ts';
import type { Rule } from './rule.ts';

/** Every file has the columns of time and geography. */
export const requiredColumns: Rule = {
  name: 'the columns of time and geography are there',
  needs: [],
  test: ({ file, columns }) =>
    IDENTIFIERS.filter((name) => !columns.includes(name)).map((name) => ({
      file,
      row: 1,
      column: name,
      found: 'the column',
      expected: 'is missing'
    }))
};

/** No two columns have one name. */
export const uniqueColumns: Rule = {
  name: 'no two columns have one name',
  needs: [],
  test: ({ file, columns }) => {
    const twice = new Set(columns.filter((name, index) => name !== '' && columns.indexOf(name) !== index));
    return [...twice].map((name) => {
      const times = columns.filter((each) => each === name).length;
      return { file, row: 1, column: name, found: `${times} columns`, expected: 'have this name, expected one' };
    });
  }
};

/** No column is without a name, or with blanks around it. */
export const namedColumns: Rule = {
  name: 'every column has a name',
  needs: [],
  test: ({ file, columns }) =>
    columns.flatMap((name, index) => {
      if (name === '') return [{ file, row: 1, found: `column ${index + 1}`, expected: 'has no name' }];
      if (name !== name.trim()) {
        return [{ file, row: 1, found: quote(name), expected: 'has blanks around it, expected a bare name' }];
      }
      return [];
    })
};

/** A file holds at least one indicator: a column of figures. */
export const someIndicator: Rule = {
  name: 'there is a column of figures',
  needs: [],
  test: ({ file }, { indicators }) =>
    indicators.length
      ? []
      : [{ file, row: 1, found: 'no column of figures', expected: 'is there, expected one or more' }]
};
