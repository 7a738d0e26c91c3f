import { inflateSync } from 'node:zlib';

/** Sizes in bytes of what a WOFF file and an OpenType file begin with, and of what they say of each table. */
const WOFF = { head: 44, entry: 20 };
const OPEN_TYPE = { head: 12, entry: 16 };

/** How many bytes a table takes up: each begins at a multiple of four. */
const padded = (length: number): number => Math.ceil(length / 4) * 4;

/**
 * The OpenType font that a WOFF 1.0 file holds (https://www.w3.org/TR/WOFF/): the same tables, each unpacked. Takes and gives the
 * bytes of a file; throws for anything else than a WOFF 1.0 file.
 */
export const unpackWoff = (woff: Buffer): Buffer => {
  const signature = woff.toString('latin1', 0, 4);
  if (signature !== 'wOFF') throw new Error(`font: expected a WOFF file, found one that begins with "${signature}"`);
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, i) => {
    const entry = WOFF.head + i * WOFF.entry;
    const [offset, packed, length] = [4, 8, 12].map((by) => woff.readUInt32BE(entry + by)) as [number, number, number];
    const bytes = woff.subarray(offset, offset + packed);
    return {
      tag: woff.subarray(entry, entry + 4),
      checksum: woff.readUInt32BE(entry + 16),
      bytes: packed < length ? inflateSync(bytes) : bytes
    };
  });
  const start = OPEN_TYPE.head + count * OPEN_TYPE.entry;
  const out = Buffer.alloc(start + tables.reduce((sum, { bytes }) => sum + padded(bytes.length), 0));
  const levels = Math.floor(Math.log2(count));
  out.writeUInt32BE(woff.readUInt32BE(4), 0);
  [count, 16 * 2 ** levels, levels, 16 * count - 16 * 2 ** levels].forEach((value, i) =>
    out.writeUInt16BE(value, 4 + 2 * i)
  );
  let at = start;
  tables.forEach(({ tag, checksum, bytes }, i) => {
    const entry = OPEN_TYPE.head + i * OPEN_TYPE.entry;
    out.set(tag, entry);
    [checksum, at, bytes.length].forEach((value, j) => out.writeUInt32BE(value, entry + 4 + 4 * j));
    out.set(bytes, at);
    at += padded(bytes.length);
  });
  return out;
};
