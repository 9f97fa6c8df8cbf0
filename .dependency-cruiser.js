import { boundaries } from './tests/tooling/boundaries.ts';

/**
 * A package is found in node_modules here.
 * @param {string} pattern
 */
const resolved = (pattern) => pattern.replaceAll('^npm:', '(^|/)node_modules/');

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'A cycle means that two rooms of the house are one: move what both need below them.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolved',
      comment: 'An import that leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\$(app|types)(/|$)|^virtual:phone-program$' },
    },
    ...boundaries.map(({ name, from, except, to, only, typesAllowed, why }) => ({
      name,
      comment: why,
      severity: /** @type {const} */ ('error'),
      from: { path: from, ...(except ? { pathNot: except } : {}) },
      to: {
        couldNotResolve: false,
        ...(to ? { path: resolved(to) } : { pathNot: resolved(only ?? '') }),
        ...(typesAllowed ? { dependencyTypesNot: /** @type {['type-only']} */ (['type-only']) } : {}),
      },
    })),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(build|\\.svelte-kit)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['svelte', 'import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.svelte', '.d.ts'],
    },
  },
};
