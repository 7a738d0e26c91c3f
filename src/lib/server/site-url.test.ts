import { expect, test } from 'vitest';
import { siteUrl } from './site-url.ts';

test.each([
  [undefined, ''],
  ['', ''],
  ['https://example.org/', 'https://example.org'],
  ['https://example.org/path', 'https://example.org/path']
])('%s reads as %s', (given, url) => {
  expect(siteUrl({ SITE_URL: given })).toBe(url);
});

test('what is no address is refused', () => {
  expect(() => siteUrl({ SITE_URL: 'example.org' })).toThrow('expected an address that begins with https://');
});
