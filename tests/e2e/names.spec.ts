import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { oldReasonsIn } from '../corrected-reasons.ts';
import { namesIn } from '../names.ts';
import { sampleOf } from '../ring.ts';

const TEXT = /\.(csv|json|js|html|css|svg|txt|webmanifest)$/;

/** What is read of the built site: every text, and of the pages and data of councils a sample in the fast ring, since they take most of the time. */
const textsOf = (dir: string): string[] => {
  const texts = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((path) => TEXT.test(path));
  const ofAreas = texts.filter((path) => path.startsWith('areas/'));
  return [...texts.filter((path) => !path.startsWith('areas/')), ...sampleOf(ofAreas, 60)];
};

test('no file of the built site, and no address of one, names a private or convicted person', () => {
  const files = textsOf('build');
  expect(files.length).toBeGreaterThan(500);
  const faults = files.flatMap((path) =>
    namesIn(`${path}\n${readFileSync(join('build', path), 'utf8')}`).map((found) => `${path}: ${found}`)
  );
  expect(faults).toEqual([]);
});

test('no file of the built site repeats a reason of an event that was corrected', () => {
  expect(
    textsOf('build').flatMap((path) =>
      oldReasonsIn(readFileSync(join('build', path), 'utf8')).map((found) => `${path}: ${found}`)
    )
  ).toEqual([]);
});
