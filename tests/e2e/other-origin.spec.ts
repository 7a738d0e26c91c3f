import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';

// A page of another site, which asks for everything that it loads to be meant for others.
let other: Server;
let address: string;

test.beforeAll(async () => {
  other = createServer((_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html', 'Cross-Origin-Embedder-Policy': 'require-corp' });
    response.end('<!doctype html><title>Another site</title><link rel="icon" href="data:,">');
  });
  await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
  address = `http://127.0.0.1:${(other.address() as AddressInfo).port}/`;
});
test.afterAll(() => other.close());

test('another site can read the data, whole and in parts, and show a chart', async ({ page, baseURL }) => {
  await page.goto(address);
  const read = (path: string, range?: string) =>
    page.evaluate(
      async ([url, range]) => {
        const response = await fetch(url!, range ? { headers: { range } } : {});
        return { status: response.status, text: await response.text() };
      },
      [new URL(path, baseURL).href, range]
    );

  const whole = await read('/data/children_looked_after.csv');
  expect(whole.text).toMatch(/^time_period,time_identifier,geographic_level,/);
  expect(await read('/data/children_looked_after.csv', 'bytes=0-10')).toEqual({ status: 206, text: 'time_period' });
  for (const path of ['/data/index.json', '/data/children_looked_after.csv-metadata.json'])
    expect(JSON.parse((await read(path)).text), path).toBeTruthy();
  expect((await read('/embed/looked-after.svg')).text).toContain('<svg');

  const shown = await page.evaluate((src) => {
    const image = new Image();
    image.src = src;
    return image.decode().then(
      () => image.naturalWidth > 0,
      () => false
    );
  }, new URL('/embed/looked-after.svg', baseURL).href);
  expect(shown).toBe(true);
});

test('but not the pages', async ({ page, baseURL }) => {
  await page.goto(address);
  const refused = await page.evaluate(
    (url) =>
      fetch(url).then(
        () => 'read',
        () => 'refused'
      ),
    new URL('/about/', baseURL).href
  );
  expect(refused).toBe('refused');
});
