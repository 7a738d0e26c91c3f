import { createHash } from 'node:crypto';
import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import { sendOnce } from './send-once.ts';

const hash = (script: string) => `sha256-${createHash('sha256').update(script).digest('base64')}`;
const table = `<table><caption>One &amp; two</caption><tbody>${'<tr><td title="a">0.1</td></tr>'.repeat(9)}</tbody></table>`;
// As devalue writes a string.
const literal = (text: string) => JSON.stringify(text).replaceAll('<', '\\u003C');
const page = (content: string, data: string) => {
  const script = `
    const element = document.currentScript.parentElement;
    kit.start(app, element, { data: [${data}] });`;
  return `<meta content="script-src '${hash(script)}'"><div class="page">${content}<script>${script}</script></div>`;
};
const shown = (markup: string) => `<div class="box"><!---->${markup}<!----></div>`;
const scriptOf = (html: string) => /<script>([\s\S]*?)<\/script>/.exec(html)![1]!;

it('sends a table once, and reads it from the element that shows it', () => {
  const html = sendOnce(page(shown(table), `{table:${literal(table)},title:"Looked after"}`));
  expect(html.split('0.1')).toHaveLength(10);
  expect(html).toContain(hash(scriptOf(html)));
  const { document } = parseHTML(html);
  const element = document.querySelector('.page')!;
  Object.defineProperty(document, 'currentScript', { value: { parentElement: element } });
  let data: unknown;
  const kit = { start: (_app: unknown, _element: unknown, options: { data: unknown }) => (data = options.data) };
  new Function('document', 'kit', 'app', scriptOf(html))(document, kit, {});
  expect(data).toEqual([{ table, title: 'Looked after' }]);
});

it('leaves alone what no element shows as it is: short, absent, or beside something else', () => {
  for (const html of [
    page(shown('<p>short</p>'), literal('<p>short</p>')),
    page('<p></p>', literal(table)),
    page(`<div>Before <!---->${table}<!----></div>`, literal(table)),
    '<body></body>'
  ])
    expect(sendOnce(html)).toBe(html);
});
