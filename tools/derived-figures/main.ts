// Writes data/derived_figures.csv: the rows that the figures and lineage.csv give, after those written by hand.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { DERIVED_FILE, deriveRows } from '../../src/pipeline/shape/derived-figures.ts';
import { tablesForCommand } from '../../src/pipeline/read/project.ts';

const project = process.argv[2] ?? '.';
const tables = tablesForCommand(project);

const derived = deriveRows(tables);
const keyOf = ({ how: _, ...rest }: Record<string, string>): string => JSON.stringify(rest);
const computed = new Set(derived.map(keyOf));
// A row that lineage.csv does not call derived, or that is not a sum, was written by hand.
const byHand = tables
  .get(DERIVED_FILE)!
  .rows.filter((row) => !computed.has(keyOf(row)) && !row.how!.startsWith('Sum of the figures of'));
writeFileSync(join(project, 'data', DERIVED_FILE), `${Papa.unparse([...byHand, ...derived], { newline: '\n' })}\n`);
console.log(`${byHand.length} figures worked out by hand, ${derived.length} by this program`);
