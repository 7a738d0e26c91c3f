import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unpackWoff } from './unpack-woff.ts';

/** The faces of pictures, by the name that each file gives itself. */
export const SERIF = 'Source Serif 4 SemiBold';
export const SANS = 'Source Sans 3';

const FILES = [
  '@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff',
  '@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff'
];

/** The faces as files that the rasteriser reads: it knows no WOFF. They are removed when the process ends. */
const unpackFonts = (): string[] => {
  const { resolve } = createRequire(join(process.cwd(), 'package.json'));
  const folder = mkdtempSync(join(tmpdir(), 'per-10000-fonts-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return FILES.map((file, i) => {
    const path = join(folder, `${i}.ttf`);
    writeFileSync(path, unpackWoff(readFileSync(resolve(file))));
    return path;
  });
};

let fonts: string[] | undefined;

/** A picture as PNG, the same bytes on every computer: no font of the system is used. */
export const rasterise = async (svg: string): Promise<Buffer> => {
  // Only a build with SITE_URL makes pictures.
  const { Resvg } = await import('@resvg/resvg-js');
  const font = { loadSystemFonts: false, fontFiles: (fonts ??= unpackFonts()), defaultFontFamily: SANS };
  return new Resvg(svg, { font }).render().asPng();
};
