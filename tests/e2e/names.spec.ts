import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { oldReasonsIn } from '../corrected-reasons.ts';
import { namesIn } from '../names.ts';

const TEXT = /\.(csv|json|js|html|css|svg|txt|webmanifest)$/;

test('no file of the built site, and no address of one, names a private or convicted person', () => {
  const files = readdirSync('build', { recursive: true, encoding: 'utf8' }).filter((path) => TEXT.test(path));
  expect(files.length).toBeGreaterThan(500);
  const faults = files.flatMap((path) =>
    namesIn(`${path}\n${readFileSync(join('build', path), 'utf8')}`).map((found) => `${path}: ${found}`)
  );
  expect(faults).toEqual([]);
});

test('no file of the built site repeats a reason of an event that was corrected', () => {
  const files = readdirSync('build', { recursive: true, encoding: 'utf8' }).filter((path) => TEXT.test(path));
  expect(
    files.flatMap((path) => oldReasonsIn(readFileSync(join('build', path), 'utf8')).map((found) => `${path}: ${found}`))
  ).toEqual([]);
});
