import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';
import { boundaryRule } from './tests/tooling/boundary-rule.ts';

const generated = [
  'build/',
  '.svelte-kit/',
  'data/',
  'test-results/',
  'playwright-report/',
  'shots/',
  'static/',
];

const oneSettingsDoor = [
  'MemberExpression[object.name="process"][property.name="env"]',
  'MemberExpression[object.name="process"][property.value="env"]',
  'VariableDeclarator[init.name="process"] > ObjectPattern > Property[key.name="env"]',
  'ImportDeclaration[source.value=/^(node:)?process$/] > ImportSpecifier[imported.name="env"]',
].map((selector) => ({
  selector,
  message: 'Only server/env.ts reads process.env: a setting is parsed once, there, and handed on.',
}));

const noSecureContext = [
  {
    selector: 'MemberExpression[object.name="crypto"][property.name=/^(randomUUID|subtle)$/]',
    message: 'A phone on http://192.168.x.y has no secure context: make ids from crypto.getRandomValues.',
  },
];

const byArgument = 'server/workshop and server/lmi are pure: pass it in as an argument.';

const noClockNoChance = [
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
    message: `new Date() reads the clock. ${byArgument}`,
  },
  { selector: 'CallExpression[callee.name="Date"]', message: `Date() reads the clock. ${byArgument}` },
  {
    selector: 'MemberExpression[object.name="Date"][property.name="now"]',
    message: `Date.now reads the clock. ${byArgument}`,
  },
  {
    selector: 'MemberExpression[object.name="Math"][property.name="random"]',
    message: `Math.random is chance. ${byArgument}`,
  },
];

const outsideWorld = [
  'globalThis',
  'process',
  'crypto',
  'performance',
  'fetch',
  'console',
  'setTimeout',
  'setInterval',
  'setImmediate',
];

export default defineConfig(
  globalIgnores(generated),
  { linterOptions: { noInlineConfig: true } },
  js.configs.recommended,
  ts.configs.recommendedTypeChecked,
  svelte.configs.recommended,
  {
    languageOptions: {
      globals: globals.node,
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.svelte'],
      },
    },
    plugins: { plumbline: { rules: { boundary: boundaryRule } } },
    rules: {
      'plumbline/boundary': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/require-await': 'off',
      'svelte/no-at-html-tags': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['src/**'],
    languageOptions: { globals: globals.browser },
    rules: { 'no-restricted-syntax': ['error', ...oneSettingsDoor, ...noSecureContext] },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
  },
  {
    // The parser sees what a callback of another component is given as `any`; svelte-check knows its type and checks it.
    files: ['**/*.svelte'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['server/**/*.ts'],
    ignores: ['server/env.ts', 'server/cli/index.ts'],
    rules: { 'no-restricted-syntax': ['error', ...oneSettingsDoor] },
  },
  {
    files: ['server/workshop/**/*.ts', 'server/lmi/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...oneSettingsDoor, ...noClockNoChance],
      'no-restricted-globals': ['error', ...outsideWorld.map((name) => ({ name, message: byArgument }))],
    },
  },
  { files: ['**/*.js'], extends: [ts.configs.disableTypeChecked] },
);
