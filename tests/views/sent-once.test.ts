import { readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';

/*
 * What a page is made of and what its script is given: a drawing or table is in its HTML once, and the script reads it there.
 * `__data.json` beside the page holds the same data in full.
 */

const PAGES = ['trends/looked-after', 'trends/looked-after/map', 'trends/looked-after/spread', 'areas/haringey'];
/** Shorter markup may be sent twice. */
const LONG = 400;

const normal = (markup: string): string => {
  const { document } = parseHTML(`<main>${markup}</main>`);
  return document.querySelector('main')!.innerHTML;
};

const markupIn = (value: unknown): string[] => {
  if (typeof value === 'string') return value.startsWith('<') && value.length > LONG ? [normal(value)] : [];
  return value && typeof value === 'object' ? Object.values(value).flatMap(markupIn) : [];
};

/** What the page's own inline script starts SvelteKit with. */
const dataGiven = async (html: string): Promise<unknown> => {
  const { document } = parseHTML(html);
  const script = [...document.querySelectorAll('script')].find(({ textContent }) =>
    textContent!.includes('kit.start(')
  )!;
  Object.defineProperty(document, 'currentScript', { value: { parentElement: script.parentElement } });
  const started = new Promise((resolve, reject) => {
    const kit = { start: async (_app: unknown, _element: unknown, { data }: { data: unknown }) => resolve(data) };
    const load = async () => ({ ...kit, nodes: new Proxy({}, { get: () => async () => undefined }) });
    const text = script.textContent!.replace(/\bimport\(/g, 'load(');
    new Function('document', 'location', 'load', text)(document, 'http://localhost/a/b/c/', load);
    setTimeout(() => reject(new Error('expected a start, found none')), 5000);
  });
  return started;
};

describe.each(PAGES)('%s', (path) => {
  const html = readFileSync(`build/${path}/index.html`, 'utf8');

  it('has no long markup among its data', () => {
    const script = html.slice(html.indexOf('kit.start('));
    const twice = [...script.matchAll(/"\\u003C(?:[^"\\]|\\.)*"/g)].filter(([{ length }]) => length > LONG);
    expect(twice.map(([text]) => text.slice(0, 100))).toEqual([]);
  });

  it('is started with the same markup as the data beside it', async () => {
    const { nodes } = JSON.parse(readFileSync(`build/${path}/__data.json`, 'utf8')) as { nodes: unknown[] };
    const inFull = markupIn(nodes);
    expect(inFull.length).toBeGreaterThan(2);
    expect(new Set(markupIn(await dataGiven(html)))).toEqual(new Set(inFull));
  });
});
