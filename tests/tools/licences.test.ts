import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { licenceTexts, shippedPackages } from '#lib/server/licences.ts';

const packages = shippedPackages();
const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> };

it('lists every dependency in the version that package.json names, and what these depend on', () => {
  // Types are in no page.
  const withCode = Object.entries(dependencies).filter(([name]) => !name.startsWith('@types/'));
  for (const [name, version] of withCode) expect(packages).toContainEqual(expect.objectContaining({ name, version }));
  const names = packages.map(({ name }) => name);
  for (const name of ['svelte', '@sveltejs/kit', 'd3-scale', 'flatbuffers']) expect(names).toContain(name);
  for (const name of ['vite', 'vitest', 'eslint']) expect(names).not.toContain(name);
});

it('each has a licence that lets it be shipped, and a text or a name for it', () => {
  const allowed = /^(MIT|ISC|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|0BSD|Unlicense|OFL-1\.1|see its text)$/;
  expect(packages.filter(({ licence }) => !allowed.test(licence))).toEqual([]);
  expect(packages.filter(({ licence, text }) => licence === 'see its text' && !text)).toEqual([]);
  const texts = licenceTexts(packages);
  for (const { name, version, licence } of packages)
    expect(texts).toContain(`${name} ${version}\nLicence: ${licence}\n`);
});
