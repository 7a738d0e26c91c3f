import { expect, test } from 'vitest';
import { missingSiteUrl, siteUrl } from './site-url.ts';

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

test('the build warns where it was not told', () => {
  expect(missingSiteUrl('')).toContain('SITE_URL is not set');
  expect(missingSiteUrl('https://example.org')).toBeUndefined();
});
