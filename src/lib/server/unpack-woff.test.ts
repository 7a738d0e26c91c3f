import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { unpackWoff } from './unpack-woff.ts';

const woff = readFileSync('node_modules/@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff');

/** The sum of a table's words, as the OpenType specification has it. */
const checksum = (bytes: Buffer): number => {
  let sum = 0;
  for (let i = 0; i < bytes.length; i += 4) sum = (sum + bytes.readUInt32BE(i)) >>> 0;
  return sum;
};

test('every table of a font arrives whole: its bytes have the checksum that the file states', () => {
  const font = unpackWoff(woff);
  expect(font.length).toBe(woff.readUInt32BE(16));
  const tags = Array.from({ length: font.readUInt16BE(4) }, (_, i) => {
    const at = 12 + 16 * i;
    const [sum, offset, length] = [4, 8, 12].map((by) => font.readUInt32BE(at + by)) as [number, number, number];
    const bytes = Buffer.from(font.subarray(offset, offset + Math.ceil(length / 4) * 4));
    const tag = font.toString('latin1', at, at + 4);
    // The table "head" holds a sum over the whole font, which is left out of its own.
    if (tag === 'head') bytes.writeUInt32BE(0, 8);
    expect(checksum(bytes), tag).toBe(sum);
    return tag;
  });
  expect(tags).toContain('glyf');
});

test('what is no WOFF file is refused', () => {
  expect(() => unpackWoff(Buffer.from('wOF2 and so on'))).toThrow('begins with "wOF2"');
});
