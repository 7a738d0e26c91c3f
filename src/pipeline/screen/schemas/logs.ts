import { CHANGE_KINDS, REVISION_COLUMNS } from '#lib/domain/data-change.ts';
import { SOURCE_STATUSES } from '#lib/domain/data-release.ts';
import * as is from '../cell-types.ts';
import type { References } from '../references.ts';
import { indicatorIsThere } from '../row-tests.ts';
import type { Schema } from '../schema.ts';

const kind = is.oneOf(Object.keys(CHANGE_KINDS));

/** The schemas of the files that say when figures came, when the next are expected, and what changed since. */
export const schemasOfLogs = (to: References): Schema[] => [
  {
    file: 'releases.csv',
    key: ['source'],
    columns: {
      source: is.keyOf(to.sources, 'a source of sources.csv'),
      series: is.text,
      status: is.oneOf(SOURCE_STATUSES),
      published: is.published,
      taken_in: is.day,
      next_expected: is.optional(is.date),
      basis: is.anything
    },
    between: (row) =>
      Boolean(row.next_expected) && !row.basis
        ? [['basis', 'blank', 'beside a day that is expected, expected what it is known from']]
        : []
  },
  {
    file: 'changes.csv',
    key: ['date', 'compared_with', 'file', 'kind'],
    columns: {
      date: is.day,
      compared_with: is.anything,
      file: is.text,
      kind,
      scheduled: is.yesNo,
      rows_added: is.integer,
      rows_removed: is.integer,
      cells_filled: is.integer,
      cells_revised: is.integer,
      note: is.anything
    }
  },
  {
    file: 'revisions.csv',
    key: REVISION_COLUMNS.filter((column) => column !== 'kind' && column !== 'after'),
    columns: {
      date: is.day,
      kind,
      data_set: is.keyOf(to.dataSets, 'a data set'),
      indicator: is.text,
      geographic_level: is.text,
      area_code: is.text,
      time_period: is.period,
      time_identifier: is.text,
      filters: is.anything,
      before: is.text,
      after: is.text
    },
    between: (row) => indicatorIsThere(row, to)
  }
];
