/** What kinds of change the log of `data/` knows, in words for readers. */
export const CHANGE_KINDS = {
  release: 'New release',
  revision: 'Revised figures',
  correction: 'Our correction',
  addition: 'More data'
} as const;

export type ChangeKind = keyof typeof CHANGE_KINDS;

/** Columns of `changes.csv`: a row for each file and kind of change. */
export const CHANGE_COLUMNS = [
  'date',
  'compared_with',
  'file',
  'kind',
  'scheduled',
  'rows_added',
  'rows_removed',
  'cells_filled',
  'cells_revised',
  'note'
] as const;

/** Columns of `revisions.csv`: a row for each cell that held something else before. */
export const REVISION_COLUMNS = [
  'date',
  'kind',
  'data_set',
  'indicator',
  'geographic_level',
  'area_code',
  'time_period',
  'time_identifier',
  'filters',
  'before',
  'after'
] as const;
