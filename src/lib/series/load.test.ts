import { afterEach, describe, expect, it, vi } from 'vitest';
import { SeriesError, load, loadList, loadSimilar } from './load.ts';

const answer = (body: string, status = 200) => vi.fn(async () => new Response(body, { status }));
const serve = (fetch: ReturnType<typeof vi.fn>) => vi.stubGlobal('fetch', fetch);

afterEach(() => void vi.unstubAllGlobals());

const FILE = {
  measure: 'looked-after',
  areas: ['E92000001'],
  variants: {},
  breaks: [],
  notes: [],
  lineages: [],
  sources: []
};

describe('figures that arrive', () => {
  it('are asked for once, beside the site itself', async () => {
    const fetch = answer(JSON.stringify(FILE));
    serve(fetch);
    expect(await load('looked-after', '/per/')).toEqual(FILE);
    expect(fetch).toHaveBeenCalledExactlyOnceWith('/per/data/series/looked-after.json', {});
  });

  it('come as lists too', async () => {
    serve(answer('[1, 2]'));
    expect(await loadList('areas', '/')).toEqual([1, 2]);
  });

  it('come with the authorities that are similar to each', async () => {
    const file = { model: '2025', key: ['301'], near: [['308', '821']] };
    const fetch = answer(JSON.stringify(file));
    serve(fetch);
    expect(await loadSimilar('/per/')).toEqual(file);
    expect(fetch).toHaveBeenCalledExactlyOnceWith('/per/data/similar.json', {});
  });
});

describe('figures that do not arrive', () => {
  it.each([
    ['no connection', vi.fn(async () => Promise.reject(new TypeError('failed'))), 'no connection'],
    ['an error of the host', answer('gone', 404), 'the host answered 404'],
    ['a page instead of figures', answer('<!doctype html>'), 'expected JSON'],
    [
      'another measure',
      answer(JSON.stringify({ ...FILE, measure: 'children' })),
      'expected the series of looked-after'
    ],
    ['a part cut off', answer(JSON.stringify({ ...FILE, breaks: undefined })), 'expected the series of looked-after'],
    ['nothing in it', answer('null'), 'expected the series of looked-after']
  ])('%s is told in words, with the address', async (_, fetch, words) => {
    serve(fetch);
    const failure = await load('looked-after', '/').catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(SeriesError);
    expect((failure as SeriesError).message).toContain(words);
    expect((failure as SeriesError).address).toBe('/data/series/looked-after.json');
  });

  it('is no failure when the reader moved on', async () => {
    const away = new AbortController();
    away.abort();
    serve(vi.fn(async () => Promise.reject(away.signal.reason)));
    await expect(load('looked-after', '/', away.signal)).rejects.not.toBeInstanceOf(SeriesError);
  });

  it('is told of a list that is none', async () => {
    serve(answer('{}'));
    await expect(loadList('events', '/')).rejects.toThrow('the list arrived damaged: expected events');
  });

  it.each(['null', '{}', '{"key":["301"],"near":[]}'])(
    'is told of similar authorities that are none: %s',
    async (body) => {
      serve(answer(body));
      await expect(loadSimilar('/')).rejects.toThrow('the list arrived damaged: expected similar authorities');
    }
  );
});
