import { readdirSync } from 'node:fs';
import js from '@eslint/js';
import globals from 'globals';
import svelte from 'eslint-plugin-svelte';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

// What each room may import (docs/architecture.md). A room may always import from itself.
const base = ['domain', 'files', 'screening', 'statistics', 'series', 'query', 'address', 'drawing', 'ui'];
const kinds = readdirSync('src/lib/figures', { withFileTypes: true })
  .filter((each) => each.isDirectory())
  .map(({ name }) => `figures/${name}`);

/** Kinds that others build on: the chart over time, and what views of one year share. @type {Record<string, string[]>} */
const baseKinds = { 'figures/time': [], 'figures/year': ['figures/time'] };
const kindRules = Object.fromEntries(
  kinds.map((kind) => [kind, [...base, 'figures', ...(baseKinds[kind] ?? Object.keys(baseKinds))]])
);

/** @type {Record<string, string[]>} */
const rooms = {
  domain: [],
  files: [],
  screening: ['domain'],
  statistics: ['domain'],
  series: ['domain', 'files', 'statistics'],
  query: ['domain', 'files'],
  address: ['domain', 'statistics'],
  drawing: ['domain'],
  ui: ['domain'],
  ...kindRules,
  figures: [...base, ...kinds],
  areas: [...base, 'figures', ...kinds],
  article: [...base, 'figures', ...kinds],
  search: [...base, 'figures', ...kinds],
  download: [...base, 'figures', ...kinds],
  server: ['domain', 'files', 'screening', 'statistics', 'series']
};
/** What another room's files are called in imports. @param {string} room */
const filesOf = (room) => (room === 'figures' ? ['#lib/figures/*'] : [`#lib/${room}/**`]);

/**
 * @param {string[]} files
 * @param {string[]} allowed
 * @param {string} self
 * @param {{ group?: string[]; regex?: string; message: string }[]} [more]
 * @returns {import('eslint').Linter.Config}
 */
const oneWay = (files, allowed, self, more = []) => {
  const forbidden = Object.keys(rooms).filter((room) => room !== self && !allowed.includes(room));
  const patterns = [
    ...(forbidden.length
      ? [{ group: forbidden.flatMap(filesOf), message: `${self} may import only: ${allowed.join(', ') || 'nothing'}` }]
      : []),
    ...more
  ];
  return { files, ignores: ['**/*.test.ts'], rules: { 'no-restricted-imports': ['error', { patterns }] } };
};

const noPath = { regex: '^\\.\\./(?!.*(app\\.css|node_modules|data/boundaries))', message: 'write #lib/<room>/<file>' };
const noPipeline = { group: ['**/pipeline/**'], message: 'the pipeline runs in Node, before the site is built' };

const roomRules = [
  ...Object.entries(rooms).map(([room, allowed]) =>
    oneWay([room === 'figures' ? 'src/lib/figures/*' : `src/lib/${room}/**`], allowed, room, [noPath, noPipeline])
  ),
  oneWay(['src/pipeline/**'], ['domain', 'screening', 'statistics', 'series'], 'pipeline'),
  oneWay(['src/routes/**'], Object.keys(rooms), 'routes', [noPipeline])
];

export default ts.config(
  {
    ignores: [
      'node_modules',
      '.svelte-kit',
      'build',
      'static/app',
      'static/data',
      'test-results',
      'playwright-report',
      '.cache',
      'briefs'
    ]
  },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      'no-undef': 'off',
      eqeqeq: ['error', 'smart'],
      'no-console': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      // Charts are our own SVG, drawn while prerendering; links carry a trailing slash through `link()`.
      'svelte/no-at-html-tags': 'off',
      'svelte/no-navigation-without-resolve': 'off'
    }
  },
  { files: ['tools/**', 'bench/**', 'src/pipeline/cli.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig } }
  },
  ...roomRules
);
