import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PAPER, inPaperColours, lightColour } from './light-theme.ts';

const css = readFileSync('src/app.css', 'utf8');
const snapshots = readdirSync('tests/charts/snapshots', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.svg'))
  .map((name) => readFileSync(`tests/charts/snapshots/${name}`, 'utf8'));

describe('the colours of a file', () => {
  it('are those of the stylesheet’s light theme, each of them and no other', () => {
    const light = css.slice(0, css.indexOf('@media'));
    const declared = [...light.matchAll(/^\s+(--[\w-]+):/gm)].map(([, name]) => name);
    expect(declared.length).toBeGreaterThan(30);
    expect([...PAPER.keys()]).toEqual(declared);
    for (const [name, value] of PAPER) expect(light.replace(/\s+/g, ' ')).toContain(`${name}: ${value};`);
    expect(lightColour('--surface')).toBe('#fdfcf8');
    expect(lightColour('--line-1')).toBe('#b4490f');
  });

  it('resolve every variable of every drawing', () => {
    expect(snapshots.length).toBeGreaterThan(20);
    expect(snapshots.every((each) => each.includes('var(--'))).toBe(true);
    for (const each of snapshots) expect(inPaperColours(each)).not.toMatch(/var\(|currentcolor/i);
  });

  it('are named where the stylesheet has none of that name', () => {
    expect(() => inPaperColours('<path fill="var(--line-99)"/>')).toThrow('expected --line-99');
    expect(inPaperColours('<path fill="var(--ink, red)" stroke="currentColor"/>')).toBe(
      '<path fill="#1b1e23" stroke="#1b1e23"/>'
    );
  });
});

it('the icon of the site has the colours of its mark', () => {
  const icon = /rel="icon"[^>]*href="([^"]*)"/.exec(readFileSync('src/app.html', 'utf8'))![1]!;
  for (const name of ['--mark', '--muted', '--surface']) expect(icon).toContain(`%23${lightColour(name).slice(1)}`);
});
