import js from '@eslint/js';
import globals from 'globals';
import svelte from 'eslint-plugin-svelte';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

// What each layer may import (docs/architecture.md). A layer may always import from itself.
/** @type {Record<string, string[]>} */
const layers = {
  domain: [],
  files: [],
  screening: ['domain'],
  statistics: ['domain'],
  state: ['domain'],
  query: ['domain', 'files'],
  series: ['domain', 'files', 'statistics'],
  views: ['domain', 'files', 'screening', 'statistics', 'state', 'query', 'series'],
  charts: ['domain', 'statistics'],
  components: ['domain', 'files', 'screening', 'statistics', 'state', 'query', 'series', 'views', 'charts']
};

/** @param {string[]} allowed @param {string} self */
const forbidden = (allowed, self) =>
  Object.keys(layers)
    .filter((layer) => layer !== self && !allowed.includes(layer))
    .flatMap((layer) => [`$lib/${layer}`, `$lib/${layer}/**`, `**/${layer}/*`]);

/** @type {import('eslint').Linter.Config[]} */
const oneWay = Object.entries(layers)
  .filter(([layer, allowed]) => forbidden(allowed, layer).length)
  .map(([layer, allowed]) => ({
    files: [`src/lib/${layer}/**`],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: forbidden(allowed, layer),
              message: `${layer} may import only: ${allowed.join(', ') || 'nothing'}`
            }
          ]
        }
      ]
    }
  }));

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
  ...oneWay,
  {
    files: ['src/pipeline/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: forbidden(['domain', 'screening', 'statistics', 'series'], 'pipeline'),
              message: 'pipeline may import only: domain, screening, statistics, series'
            }
          ]
        }
      ]
    }
  }
);
