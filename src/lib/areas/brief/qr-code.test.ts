import jsqr from 'jsqr';
import { describe, expect, it } from 'vitest';
import { qrCode } from './qr-code.ts';

// A package of CommonJS: its function is its default's default.
const decode = (jsqr as unknown as { default?: typeof jsqr }).default ?? jsqr;

/** The code as pixels, four to a module, dark where its path is. */
const pixelsOf = ({ size, path }: ReturnType<typeof qrCode>) => {
  const [scale, side] = [4, size * 4];
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row++)
      for (let column = Number(x) * scale; column < (Number(x) + Number(width)) * scale; column++)
        data.fill(0, (row * side + column) * 4, (row * side + column) * 4 + 3);
  return { data, side };
};

describe('a QR code', () => {
  it.each([
    'https://per-10000.example/areas/haringey/brief/',
    'http://localhost:4173/areas/bournemouth-christchurch-and-poole/brief/',
    'https://example.org/a/long/path/of/a/project/areas/bournemouth-christchurch-and-poole/brief/'
  ])('is read as the address it was made of: %s', (address) => {
    const { data, side } = pixelsOf(qrCode(address));
    expect(decode(data, side, side)?.data).toBe(address);
  });

  it('has four blank modules on each side', () => {
    const { size, path } = qrCode('https://example.org/');
    const runs = [...path.matchAll(/M(\d+) (\d+)h(\d+)v/g)].map(([, ...all]) => all.map(Number));
    expect(Math.min(...runs.map(([x]) => x!))).toBe(4);
    expect(Math.min(...runs.map(([, y]) => y!))).toBe(4);
    expect(Math.max(...runs.map(([x, , width]) => x! + width!))).toBe(size - 4);
    expect(Math.max(...runs.map(([, y]) => y!))).toBe(size - 5);
  });
});
