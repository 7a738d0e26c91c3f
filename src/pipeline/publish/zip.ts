import { crc32, deflateRawSync } from 'node:zlib';

// 1 January 1980, the first day that a zip can name: the same content always gives the same bytes.
const [NO_TIME, FIRST_DAY] = [0, 0x21];

/** A zip of some files, deflated; nothing in it of the clock. */
export const zip = (files: readonly (readonly [path: string, content: string | Uint8Array])[]): Uint8Array => {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [path, file] of files) {
    const name = Buffer.from(path);
    const content = Buffer.from(file);
    const packed = deflateRawSync(content);
    const facts = Buffer.alloc(26);
    // Version needed, flags, method 8 (deflate), time, day, checksum, sizes, length of the name, no extra field.
    [20, 0, 8, NO_TIME, FIRST_DAY].forEach((value, i) => facts.writeUInt16LE(value, i * 2));
    [crc32(content), packed.length, content.length].forEach((value, i) => facts.writeUInt32LE(value, 10 + i * 4));
    facts.writeUInt16LE(name.length, 22);
    const entry = Buffer.alloc(14);
    entry.writeUInt32LE(at, 10);
    bodies.push(Buffer.from('PK\x03\x04', 'latin1'), facts, name, packed);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), facts, entry, name);
    at += 4 + facts.length + name.length + packed.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, list, end]);
};
