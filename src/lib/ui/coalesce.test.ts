import { describe, expect, it } from 'vitest';
import { coalesce } from './coalesce.ts';

/** A history as a browser keeps one: what goes on takes the last place, all else is added. Each writing takes its time. */
const historyOf = () => {
  const entries = ['start'];
  let isBusy = false;
  const write = coalesce<string>(async (what, replacesLast) => {
    if (isBusy) throw new Error(`${what} was written while another was`);
    isBusy = true;
    await new Promise((done) => setTimeout(done));
    if (replacesLast) entries.pop();
    entries.push(what);
    isBusy = false;
  });
  return { entries, write };
};

describe('what is chosen faster than it can be written', () => {
  it('leaves one entry for a choice and all that went on from it', async () => {
    const { entries, write } = historyOf();
    void write('2024', false);
    void write('2023', true);
    void write('2022', true);
    await write('2021', true);
    expect(entries).toEqual(['start', '2021']);
  });

  it('keeps every choice of its own', async () => {
    const { entries, write } = historyOf();
    void write('map', false);
    void write('map, 2024', false);
    void write('map, 2023', true);
    await write('map, 2023, Haringey', false);
    expect(entries).toEqual(['start', 'map', 'map, 2023', 'map, 2023, Haringey']);
  });

  it('goes on from what was written long ago', async () => {
    const { entries, write } = historyOf();
    await write('2024', false);
    await write('2023', true);
    expect(entries).toEqual(['start', '2023']);
  });

  it('writes again after a failure, of which it tells', async () => {
    const seen: string[] = [];
    const write = coalesce<string>(async (what) => {
      await Promise.resolve();
      if (what === 'broken') throw new Error('the address: expected to be written, found it refused');
      seen.push(what);
    });
    await expect(write('broken', false)).rejects.toThrow('the address');
    await write('whole', false);
    expect(seen).toEqual(['whole']);
  });
});
