import { isBuiltin } from 'node:module';
import { posix, relative, sep } from 'node:path';
import type { Rule } from 'eslint';
import { crossings } from './boundaries.ts';

/** What the five ways to name another module have in common. */
interface Import {
  type: string;
  source?: { value?: unknown } | null;
  importKind?: string;
  exportKind?: string;
  specifiers?: { importKind?: string }[];
}

/** Reports an import that crosses a boundary of the house, and says why the boundary is there. */
export const boundaryRule: Rule.RuleModule = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const file = relative(context.cwd, context.filename).split(sep).join('/');
    const check = (node: Rule.Node) => {
      const named = node as Import;
      const specifier = named.source?.value;
      if (typeof specifier !== 'string') return;
      for (const { name, why } of crossings(file, targetOf(file, specifier), isTypeOnly(named))) {
        context.report({ node, message: `${why} (${name})` });
      }
    };
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      TSImportType: check,
    };
  },
};

function targetOf(file: string, specifier: string): string {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(file), specifier);
  if (specifier.startsWith('#lib/')) return `src/lib/${specifier.slice('#lib/'.length)}`;
  if (isBuiltin(specifier)) return `node:${specifier.replace(/^node:/, '')}`;
  return `npm:${specifier}`;
}

function isTypeOnly({ type, importKind, exportKind, specifiers = [] }: Import): boolean {
  if (type === 'TSImportType' || importKind === 'type' || exportKind === 'type') return true;
  return specifiers.length > 0 && specifiers.every((specifier) => specifier.importKind === 'type');
}
