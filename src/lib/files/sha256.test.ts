import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { seededRandom } from '#lib/statistics/seeded-random.ts';
import { sha256 } from './sha256.ts';

it('is what Node says, for every length around a block and for a large file', () => {
  const random = seededRandom(1);
  for (const length of [...Array(200).keys(), 1_000_003]) {
    const bytes = Uint8Array.from({ length }, () => Math.floor(random() * 256));
    expect(sha256(bytes), `${length} bytes`).toBe(createHash('sha256').update(bytes).digest('hex'));
  }
});
