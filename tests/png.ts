/** The texts of a PNG's iTXt chunks, keyword to text, as a program that lists pictures reads them. */
export const readTexts = (bytes: Uint8Array): Record<string, string> => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const decode = (from: number, to: number) => new TextDecoder().decode(bytes.subarray(from, to));
  const found: Record<string, string> = {};
  for (let at = 8; at < bytes.length;) {
    const length = view.getUint32(at);
    const [from, to] = [at + 8, at + 8 + length];
    if (decode(at + 4, from) === 'iTXt') {
      const [keyword = '', , , , , text = ''] = decode(from, to).split('\0');
      found[keyword] = text;
    }
    at = to + 4;
  }
  return found;
};
