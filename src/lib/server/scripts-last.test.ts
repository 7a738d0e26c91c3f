import { expect, it } from 'vitest';
import { scriptsLast } from './scripts-last.ts';

it('moves the scripts that are preloaded to the end of the body, in their order, and nothing else', () => {
  const page = `<head>
    <link rel="icon" href="./icon.svg">
    <link href="./a.js" rel="modulepreload">
    <link href="./b.js" rel="modulepreload">
  </head><body><p>Text</p></body>`;
  expect(scriptsLast(page)).toBe(`<head>
    <link rel="icon" href="./icon.svg">
  </head><body><p>Text</p><link href="./a.js" rel="modulepreload"><link href="./b.js" rel="modulepreload"></body>`);
});

it('leaves a page without scripts as it is, and refuses what is not a page', () => {
  expect(scriptsLast('<body><p>Text</p></body>')).toBe('<body><p>Text</p></body>');
  expect(() => scriptsLast('<p>Text</p>')).toThrow('expected a page with a body');
});
