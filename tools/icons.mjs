// Draws the icons of the site's manifest from the icon in src/app.html: `node tools/icons.mjs`. The files are in git.
import { readFileSync, writeFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';

const [, escaped = ''] = /href="data:image\/svg\+xml,([^"]+)"/.exec(readFileSync('src/app.html', 'utf8')) ?? [];
const svg = decodeURIComponent(escaped);
if (!svg.includes('<svg')) throw new Error('src/app.html: expected the icon as SVG, found none');
// Without round corners: where icons are shown, systems cut them to their own shape.
const square = svg.replace(" rx='5'", '');

for (const size of [180, 192, 512])
  writeFileSync(
    `static/icon-${size}.png`,
    new Resvg(square, { fitTo: { mode: 'width', value: size } }).render().asPng()
  );
