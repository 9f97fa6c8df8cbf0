import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { cruise } from 'dependency-cruiser';
import type { ICruiseResult } from 'dependency-cruiser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import cruiser from '../../.dependency-cruiser.js';
import { boundaries } from './boundaries.ts';
import { examples } from './boundary-examples.ts';

const root = resolve(import.meta.dirname, '../..');

describe('dependency-cruiser, on resolved paths', () => {
  const tree = mkdtempSync(join(tmpdir(), 'plumbline-boundaries-'));
  let violations: string[] = [];

  function write(file: string, text: string): void {
    mkdirSync(dirname(join(tree, file)), { recursive: true });
    writeFileSync(join(tree, file), text);
  }

  beforeAll(async () => {
    const texts = new Map<string, string>();
    for (const [index, { file, crosses }] of examples.entries()) {
      const target = localPath(file, crosses);
      if (target) texts.set(target, texts.get(target) ?? 'export {};\n');
      texts.set(file, `${texts.get(file) ?? ''}export * as x${index} from '${crosses}';\n`);
    }
    for (const [file, text] of texts) write(file, text);
    write('src/lib/protocol/first.ts', `import { b } from './second.ts';\nexport const a = b;\n`);
    write('src/lib/protocol/second.ts', `import { a } from './first.ts';\nexport const b = a;\n`);
    write('package.json', JSON.stringify({ type: 'module', imports: { '#lib/*': './src/lib/*' } }));
    symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
    const { output } = await cruise(['src', 'server'], {
      ...cruiser.options,
      baseDir: tree,
      preserveSymlinks: true,
      validate: true,
      ruleSet: { forbidden: cruiser.forbidden },
    });
    violations = (output as ICruiseResult).summary.violations.map(({ rule }) => rule.name);
  });

  afterAll(() => rmSync(tree, { recursive: true, force: true }));

  test.each([...boundaries.map(({ name }) => name), 'no-cycles'])('%s fires', (name) => {
    expect(violations).toContain(name);
  });

  function localPath(file: string, specifier: string): string | undefined {
    if (specifier.startsWith('#lib/')) return `src/lib/${specifier.slice('#lib/'.length)}`;
    return specifier.startsWith('.') ? join(dirname(file), specifier) : undefined;
  }
});
