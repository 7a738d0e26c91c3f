import { Collector, type Result } from './collector.ts';
import { contextOf, type Context, type Reference } from './context.ts';
import { CsvReader } from './csv-reader.ts';
import { FORM_RULES } from './file-rules.ts';
import { decode, parseSheet } from './parse.ts';
import type { Finding } from './rule.ts';
import { ALL_RULES, RULES } from './rules.ts';
import { Screening } from './screening.ts';
import type { Sheet } from './sheet.ts';
import { CsvTextDecoder } from './text-decoder.ts';

/** What came of screening one file. Rules that could not be put to it, for want of metadata or of a column, are left out. */
export interface Screened {
  file: string;
  rows: number;
  results: Result[];
}

/** Why a file cannot be read at all, in words for a person. */
export class Unreadable extends Error {
  override name = 'Unreadable';
}

/** Rows by which columns are told to be filters or indicators where no metadata say so. */
const FIRST_ROWS = 1000;

const FORMATS: readonly [bytes: readonly number[], what: string][] = [
  [[0x50, 0x4b, 0x03, 0x04], 'it is a workbook or a ZIP file: save it as CSV'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'it is an old workbook: save it as CSV'],
  [[0x25, 0x50, 0x44, 0x46], 'it is a PDF'],
  [[0x1f, 0x8b], 'it is compressed: unpack it first'],
  [[0x50, 0x41, 0x52, 0x31], 'it is a Parquet file: save it as CSV']
];

const refuseOtherFormats = (bytes: Uint8Array): void => {
  const format = FORMATS.find(([mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (format) throw new Unreadable(format[1]);
  const isUtf16 = bytes[0] === 0xff || bytes[0] === 0xfe;
  const head = bytes.subarray(0, 65_536);
  let unseen = 0;
  for (const byte of head) if (byte < 9 || (byte > 13 && byte < 32)) unseen++;
  if (!isUtf16 && unseen * 20 > head.length) throw new Unreadable('it is not text');
};

/** Metadata as a sheet. Throws Unreadable. */
export const readMeta = (file: string, bytes: Uint8Array): Sheet => {
  refuseOtherFormats(bytes);
  const { sheet } = parseSheet(file, decode(file, bytes).text);
  if (!sheet.columns.length) throw new Unreadable(`nothing is in ${file}`);
  return sheet;
};

/** Screens one file whose bytes come a part at a time. */
export class FileScreening {
  readonly #file: string;
  readonly #reference: Reference;
  readonly #collector: Collector;
  readonly #decoder: CsvTextDecoder;
  readonly #reader: CsvReader;
  readonly #first: { cells: string[]; line: number }[] = [];
  #columns: string[] = [];
  #context: Context | undefined;
  #screening: Screening | undefined;
  #isStarted = false;
  rows = 0;

  constructor(file: string, reference: Reference) {
    this.#file = file;
    this.#reference = reference;
    this.#collector = new Collector(file, reference.meta?.file);
    const report = (id: string, finding: Finding): void =>
      this.#collector.add(
        FORM_RULES.find((rule) => rule.id === id)!,
        finding
      );
    this.#decoder = new CsvTextDecoder(report);
    this.#reader = new CsvReader({
      onHeader: (columns) => (this.#columns = columns),
      onRow: (cells, line) => this.#row(cells, line),
      onFinding: report
    });
  }

  /** What the columns were taken for. */
  get context(): Context | undefined {
    return this.#context;
  }

  /** Throws Unreadable where the file is no CSV. */
  push(bytes: Uint8Array): void {
    if (!this.#isStarted && bytes.length) {
      this.#isStarted = true;
      refuseOtherFormats(bytes);
    }
    this.#reader.push(this.#decoder.push(bytes));
  }

  /** Throws Unreadable where nothing is in the file. */
  end(): Screened {
    this.#reader.push(this.#decoder.end());
    this.#reader.end();
    if (!this.#columns.length) throw new Unreadable('nothing is in it');
    const screening = this.#screening ?? this.#begin();
    screening.end();
    const applied = new Set<string>([...FORM_RULES, ...screening.applied].map(({ id }) => id));
    const results = this.#collector.resultsOf(ALL_RULES.filter(({ id }) => applied.has(id)));
    return { file: this.#file, rows: this.rows, results };
  }

  #row(cells: string[], line: number): void {
    this.rows++;
    if (this.#screening) return this.#screening.row(cells, line);
    this.#first.push({ cells, line });
    if (this.#first.length === FIRST_ROWS) this.#begin();
  }

  #begin(): Screening {
    const first = this.#first.map(({ cells }) => cells);
    this.#context = contextOf(this.#file, this.#columns, first, this.#reference);
    const screening = new Screening(this.#context, RULES, (rule, finding) => this.#collector.add(rule, finding));
    this.#screening = screening;
    for (const { cells, line } of this.#first.splice(0)) screening.row(cells, line);
    return screening;
  }
}

/** Whether a file fails, passes with warnings, or passes. */
export const verdictOf = ({ results }: Pick<Screened, 'results'>): Result['level'] => {
  const has = (level: Result['level']): boolean => results.some((each) => each.level === level);
  return has('fail') ? 'fail' : has('warn') ? 'warn' : 'pass';
};
