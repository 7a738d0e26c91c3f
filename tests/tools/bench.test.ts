import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bare, scriptless } from '../../bench/floors.mjs';
import { measure } from '../../bench/measure.mjs';
import { isWithin, toRows, toTable } from '../../bench/table.mjs';
import { findChromium } from '../../tools/chromium.mjs';

const scenario = {
  name: 'trend',
  path: '/trends/looked-after/',
  kind: 'live',
  bytes: 110_000,
  action: 'choose-area'
} as const;
const versions = {
  page: { chart: 1_100, tbt: 400, bytes: 120_000, requests: 14, repaintP95: 90 },
  scriptless: { chart: 1_000, tbt: 100, bytes: 20_000, requests: 1 },
  bare: { chart: 500, tbt: 0, bytes: 4_000, requests: 1 },
  before: { chart: 2_200, tbt: 600, repaintP95: 100 },
  beforeScriptless: { chart: 1_000, tbt: 100 }
};
const rowOf = (measure: string, found: Parameters<typeof toRows>[2] = versions) =>
  toRows(scenario, 'phone', found).find((row) => row.measure === measure);

test('a page is put against its floors and the build before, and against its budgets', () => {
  expect(rowOf('chart')).toMatchObject({
    found: 1_100,
    ratios: { bare: 2.2, scriptless: 1.1, before: 0.5 },
    budget: 1_150
  });
  expect(rowOf('chartScriptless')).toMatchObject({ found: 1_000, budget: 750 });
  // Its scripts add 300 ms, where those of the build before added 500.
  expect(rowOf('scripts')).toMatchObject({ found: 300, budget: 300, ratios: { before: 0.6 } });
  expect(rowOf('repaintP95')).toMatchObject({ found: 90, budget: 100 });
  const within = Object.fromEntries(
    ['chart', 'chartScriptless', 'scripts', 'bytes', 'requests', 'tbt'].map((each) => [each, isWithin(rowOf(each)!)])
  );
  expect(within).toEqual({
    chart: true,
    chartScriptless: false,
    scripts: true,
    bytes: false,
    requests: true,
    tbt: null
  });
  expect(toTable(toRows(scenario, 'phone', versions))).toMatch(
    /bytes before a choice +120\.0 KB +30\.00 × +6\.00 × +≤ 110\.0 KB +OVER/
  );
});

test('what was not measured has no budget, and the desktop has none', () => {
  const { page, scriptless: floor } = versions;
  expect(rowOf('scripts', { page, scriptless: floor })).toMatchObject({ found: 300, budget: null });
  expect(rowOf('repaintP95', { page })).toMatchObject({ budget: null });
  expect(toRows(scenario, 'desktop', versions).every(({ budget }) => budget === null)).toBe(true);
});

test('the scriptless page has the markup and the styles and runs nothing', () => {
  const html =
    '<head><style>p { color: red }</style><link rel="modulepreload" href="a.js"><link href="b.js" rel="modulepreload">' +
    '<link rel="icon" href="i.svg"><script>go()</script></head><body><p>67.1</p><script type="module" src="a.js"></script></body>';
  expect(scriptless(html)).toBe(
    '<head><style>p { color: red }</style><link rel="icon" href="i.svg"></head><body><p>67.1</p></body>'
  );
  expect(bare('<svg></svg>')).toMatch(/<main><figure><svg><\/svg><\/figure><\/main>/);
});

test('a build that lacks the views is measured once and said to lack them', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'bench-'));
  writeFileSync(join(dir, 'index.html'), '<!doctype html><title>empty</title><main><p>Nothing to choose.</p></main>');
  const versions = [{ name: 'before', dir, path: '/', action: 'switch-view' }];
  const profile = { viewport: { width: 412, height: 823 }, slowdown: 1, kbps: 0, rtt: 0 };
  try {
    const { before } = await measure({ versions, profile, runs: 2, browser: await findChromium() });
    expect(before).toMatchObject({ runs: [], errors: ['not there: the view Ranked'] });
  } finally {
    rmSync(dir, { recursive: true });
  }
});
