import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

/** Expects a drawing to be what `snapshots/<name>.svg` holds, an element a line. */
export const expectSnapshot = async (markup: string, name: string): Promise<void> => {
  const file = fileURLToPath(new URL(`./snapshots/${name}.svg`, import.meta.url));
  await expect(markup.replaceAll('><', '>\n<') + '\n').toMatchFileSnapshot(file);
};
