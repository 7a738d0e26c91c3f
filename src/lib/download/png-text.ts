const SIGNATURE = [137, 80, 78, 71, 13, 10, 26, 10];
/** The header chunk comes first and is always as long: signature, length, type, 13 bytes, checksum. */
const AFTER_HEADER = 8 + 4 + 4 + 13 + 4;

const TABLE = Uint32Array.from({ length: 256 }, (_, start) => {
  let value = start;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/** CRC-32 as PNG asks for it (ISO 3309; PNG specification, annex D). */
const crc = (bytes: Uint8Array): number => {
  let value = 0xffffffff;
  for (const byte of bytes) value = TABLE[(value ^ byte) & 0xff]! ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
};

/** An iTXt chunk: keyword, no compression, no language, no translated keyword, the text in UTF-8. */
const chunk = (keyword: string, text: string): Uint8Array => {
  const words = new TextEncoder().encode(`iTXt${keyword}\0\0\0\0\0${text}`);
  const out = new Uint8Array(words.length + 8);
  const view = new DataView(out.buffer);
  view.setUint32(0, words.length - 4);
  out.set(words, 4);
  view.setUint32(words.length + 4, crc(words));
  return out;
};

/**
 * A PNG with texts written into it, keyword to text, right after its header. Keywords are PNG's own, such as "Title",
 * "Source" and "Creation Time": up to 79 Latin letters. Throws where the bytes are no PNG.
 */
export const withTexts = (png: Uint8Array, texts: Record<string, string>): Uint8Array<ArrayBuffer> => {
  if (SIGNATURE.some((byte, i) => png[i] !== byte)) throw new Error('picture: expected a PNG, found other bytes');
  const chunks = Object.entries(texts).map(([keyword, text]) => chunk(keyword, text));
  const out = new Uint8Array(png.length + chunks.reduce((sum, { length }) => sum + length, 0));
  out.set(png.subarray(0, AFTER_HEADER));
  let at = AFTER_HEADER;
  for (const each of chunks) {
    out.set(each, at);
    at += each.length;
  }
  out.set(png.subarray(AFTER_HEADER), at);
  return out;
};
