import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import { embedFrame, embedImage } from './embed.ts';

const OF = {
  page: 'https://example.org/embed/looked-after/?areas=309,894&unit=number',
  picture: 'https://example.org/embed/looked-after.svg',
  script: 'https://example.org/embed.js',
  home: 'https://example.org/trends/looked-after/',
  measure: 'Children looked after',
  title: 'A title with "quotes", <tags> & more'
};

it('the frame leads to the view with its choices, under its title, with the script that sizes it', () => {
  const { document } = parseHTML(`<body>${embedFrame(OF)}</body>`);
  const frame = document.querySelector('iframe')!;
  expect(frame.getAttribute('src')).toBe(OF.page);
  expect(frame.getAttribute('title')).toBe(OF.title);
  expect(document.querySelector('script')?.getAttribute('src')).toBe(OF.script);
  expect(embedFrame(OF)).not.toContain('<tags>');
});

it('the picture says what it is of, and leads to the measure', () => {
  const { document } = parseHTML(`<body>${embedImage(OF)}</body>`);
  const image = document.querySelector('a > img')!;
  expect(image.getAttribute('alt')).toBe('Children looked after in England: chart by Per 10,000');
  expect(image.getAttribute('src')).toBe(OF.picture);
  expect(image.parentElement?.getAttribute('href')).toBe(OF.home);
});
