import { PNG } from 'pngjs';
import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readTexts } from '../../../tests/png.ts';
import { withTexts } from './png-text.ts';

const picture = () => {
  const png = new PNG({ width: 3, height: 2 });
  png.data.fill(200);
  return new Uint8Array(PNG.sync.write(png));
};

describe('texts in a PNG', () => {
  const texts = { Title: 'Children looked after · England', URL: 'https://example.org/?areas=309,894&unit=number' };

  it('are read back, in any script, and the picture stays as it was', () => {
    const out = withTexts(picture(), texts);
    expect(readTexts(out)).toEqual(texts);
    const [before, after] = [PNG.sync.read(Buffer.from(picture())), PNG.sync.read(Buffer.from(out))];
    expect(after.data.equals(before.data)).toBe(true);
  });

  it('carry the checksum that another library works out', () => {
    const out = withTexts(picture(), { Title: 'x' });
    const view = new DataView(out.buffer);
    const length = view.getUint32(33);
    expect(view.getUint32(33 + 8 + length)).toBe(crc32(out.subarray(37, 37 + 4 + length)));
  });

  it('are not written into other bytes', () => {
    expect(() => withTexts(new Uint8Array([1, 2, 3]), texts)).toThrow('expected a PNG');
  });
});
