import { publishedFile } from '#lib/server/index-of-data.ts';
import { readTable } from '#lib/server/tables.ts';
import { codeColumns, samplesOf } from '../code-samples';
import type { ReferenceFile } from '../reference-files';
import type { DescribedFile } from './describe';

/** Everything the page of one reference file says of it. Throws where its columns and their words differ. */
export const describeReference = (reference: ReferenceFile): DescribedFile => {
  const path = `${reference.name}.csv`;
  const sheet = readTable(path);
  const worded = Object.keys(reference.columns);
  if (worded.join() !== sheet.columns.join())
    throw new Error(
      `src/routes/data/reference-files.ts: expected words for ${path}: ${sheet.columns.join(', ')}; found ${worded.join(', ')}`
    );
  return {
    name: reference.name,
    title: reference.title,
    description: reference.description,
    attribution: reference.attribution,
    jsonLd: '',
    currency: undefined,
    file: publishedFile(path),
    also: [],
    measures: [],
    columns: Object.entries(reference.columns).map(([name, label]) => ({
      name,
      label,
      kind: 'plain',
      unit: '',
      dp: '',
      symbols: []
    })),
    filters: [],
    held: [],
    breaks: [],
    notes: [],
    lineage: [],
    sample: { columns: sheet.columns, rows: sheet.rows.slice(0, 5) },
    code: samplesOf({ file: path, text: codeColumns(sheet.columns) })
  };
};
