import type { Finding } from './rule.ts';

const NEW_LINE = 10;

/** Which form rule a finding is of. */
export type FormReport = (id: string, finding: Finding) => void;

/**
 * Turns the bytes of a CSV into text, a part at a time. It is UTF-8; from the first byte that is not, the rest is read as
 * Windows-1252, which is what spreadsheets write, and that is reported. UTF-16 is known by its mark.
 */
export class CsvTextDecoder {
  readonly #report: FormReport;
  #decoder: TextDecoder | undefined;
  #encoding = 'utf-8';
  /** The bytes of a character that is not whole yet. */
  #rest = new Uint8Array();
  #line = 1;

  constructor(report: FormReport) {
    this.#report = report;
  }

  /** The text of the next bytes. */
  push(bytes: Uint8Array): string {
    this.#decoder ??= this.#start(bytes);
    return this.#encoding === 'utf-8' ? this.#utf8(bytes, false) : this.#decoder.decode(bytes, { stream: true });
  }

  /** What is left at the end. */
  end(): string {
    if (!this.#decoder) return '';
    return this.#encoding === 'utf-8' ? this.#utf8(new Uint8Array(), true) : this.#decoder.decode();
  }

  #start(bytes: Uint8Array): TextDecoder {
    const mark = bytes.length > 1 ? bytes[0]! * 256 + bytes[1]! : 0;
    if (mark !== 0xfffe && mark !== 0xfeff) return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    this.#encoding = mark === 0xfffe ? 'utf-16le' : 'utf-16be';
    this.#report('own_encoding', { row: 1, found: 'the text', expected: 'is not UTF-8: it is UTF-16' });
    return new TextDecoder(this.#encoding);
  }

  #utf8(bytes: Uint8Array, isEnd: boolean): string {
    const all = concat(this.#rest, bytes);
    const end = isEnd ? all.length : wholeCharacters(all);
    const part = all.subarray(0, end);
    this.#rest = all.slice(end);
    try {
      const text = this.#decoder!.decode(part);
      for (let at = part.indexOf(NEW_LINE); at >= 0; at = part.indexOf(NEW_LINE, at + 1)) this.#line++;
      return text;
    } catch {
      this.#encoding = 'windows-1252';
      this.#decoder = new TextDecoder('windows-1252');
      const valid = new TextDecoder('utf-8', { ignoreBOM: true }).decode(part);
      const row = this.#line + valid.slice(0, valid.indexOf('\uFFFD')).split('\n').length - 1;
      this.#report('own_encoding', { row, found: 'the text', expected: 'is not UTF-8' });
      this.#rest = new Uint8Array();
      return this.#decoder.decode(all, { stream: true });
    }
  }
}

const concat = (a: Uint8Array, b: Uint8Array): Uint8Array => {
  if (!a.length) return b;
  const all = new Uint8Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  return all;
};

// A character of UTF-8 has at most four bytes, the first from 0xC0, the others from 0x80 to 0xBF.
const wholeCharacters = (bytes: Uint8Array): number => {
  for (let back = 1; back <= Math.min(4, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return bytes.length - back + 1;
    if (byte >= 0xc0) return bytes.length - back;
  }
  return bytes.length;
};
