import { describe, expect, test } from 'vitest';
import { basePath, toAnyDepth } from './any-depth.ts';

describe('the path the site is served under', () => {
  test.each([
    [undefined, ''],
    ['', ''],
    ['/', ''],
    ['repository', '/repository'],
    ['/repository/', '/repository'],
    ['/a/b', '/a/b']
  ])('%s reads as %s', (given, path) => {
    expect(basePath({ BASE_PATH: given })).toBe(path);
  });
});

describe('the links of a page that is served at any depth', () => {
  test('a relative link becomes absolute, at the root of a host and under a path', () => {
    expect(toAnyDepth('<a href="./trends/">', '')).toBe('<a href="/trends/">');
    expect(toAnyDepth('<a href="./trends/">', '/repository')).toBe('<a href="/repository/trends/">');
  });

  test('home, written as a dot or with its slash, becomes the site’s own root', () => {
    expect(toAnyDepth('<a href=".">', '/repository')).toBe('<a href="/repository/">');
    expect(toAnyDepth('<a href="./">', '')).toBe('<a href="/">');
  });

  test('an icon and a picture are found too', () => {
    expect(toAnyDepth('<img src="./icon.svg">', '/repository')).toBe('<img src="/repository/icon.svg">');
  });

  test('a form leads there too', () => {
    expect(toAnyDepth('<form action="./areas/">', '/repository')).toBe('<form action="/repository/areas/">');
  });

  test('a fragment, a whole address and a link upwards stay as they are', () => {
    const html = '<a href="#content"></a><a href="https://www.cafcass.gov.uk"></a><a href="../x"></a>';
    expect(toAnyDepth(html, '/repository')).toBe(html);
  });
});
