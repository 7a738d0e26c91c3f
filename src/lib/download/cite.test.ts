import { describe, expect, it } from 'vitest';
import { unitsOf } from '#lib/domain/index.ts';
import { CATALOGUE } from '#lib/domain/catalogue/index.ts';
import { fileOf, pictureOf } from '../../../tests/site.ts';
import { citeBibtex, citePlain, escapeTex } from './cite.ts';
import { headingOf, sourcesOf } from '#lib/figures/time/citation.ts';

const ADDRESS = 'https://example.org/trends/looked-after/?areas=309&events=law-and-policy';

const citation = (slug: string, unit: Parameters<typeof pictureOf>[1], keys: string[] = []) => {
  const picture = pictureOf(slug, unit, keys);
  return {
    ...headingOf(picture),
    address: ADDRESS,
    date: '2026-11-25',
    sources: sourcesOf(picture, fileOf(slug))
  };
};

/** True where every brace of a BibTeX entry is closed, and none is closed that was not opened. */
const balances = (text: string): boolean => {
  let depth = 0;
  for (const sign of text.replace(/\\[{}]/g, '')) {
    if (sign === '{') depth++;
    if (sign === '}' && --depth < 0) return false;
  }
  return depth === 0;
};

describe('a citation as a sentence', () => {
  it('has author, title, address, day and the publications', () => {
    const text = citePlain(citation('looked-after', 'rate', ['309']));
    expect(text).toMatch(
      /^Per 10,000 \(2026\), Children looked after, per 10,000 children at 31 March, England and Haringey, 2001 to 2025\. /
    );
    expect(text).toContain(`${ADDRESS}, accessed 25 November 2026.`);
    expect(text).toContain(
      'Figures from: Department for Education (2024), Children looked after in England including adoptions, 2024'
    );
    expect(text).not.toContain('this project');
  });
});

describe('a citation in BibTeX', () => {
  it('has the fields that a bibliography needs', () => {
    const text = citeBibtex(citation('looked-after', 'rate', ['309']));
    expect(text).toMatch(/^@misc\{per10000-trends-looked-after-2026,\n/);
    expect(text).toContain('author = {{Per 10,000}}');
    expect(text).toContain('urldate = {2026-11-25}');
    expect(text).toContain(`howpublished = {\\url{${ADDRESS}}}`);
    expect(text).toContain('note = {Figures from: Department for Education (2024)');
  });

  it('escapes what TeX takes for commands, and keeps an address as it is', () => {
    expect(escapeTex('50% of R&D_#1 {x} ~ ^ \\ $')).toBe(
      '50\\% of R\\&D\\_\\#1 \\{x\\} \\textasciitilde{} \\textasciicircum{} \\textbackslash{} \\$'
    );
    const text = citeBibtex({ ...citation('looked-after', 'rate'), address: 'https://example.org/a{b}\\c/?x=1%202#y' });
    expect(text).toContain('\\url{https://example.org/a%7Bb%7D%5Cc/?x=1%202#y}');
    expect(balances(text)).toBe(true);
  });

  it.each(CATALOGUE.flatMap((measure) => unitsOf(measure).map(({ key }) => [measure.slug, key] as const)))(
    'closes its braces and names a publication: %s, %s',
    (slug, unit) => {
      const text = citeBibtex(citation(slug, unit));
      expect(balances(text)).toBe(true);
      expect(text).toContain('Figures from: ');
      expect(text).not.toMatch(/undefined|NaN|this project/);
    }
  );
});
