import { join, resolve } from 'node:path';
import { ESLint } from 'eslint';
import ts from 'typescript-eslint';
import { describe, expect, test } from 'vitest';
import { boundaries } from './boundaries.ts';
import { examples } from './boundary-examples.ts';

const root = resolve(import.meta.dirname, '../..');

const kept = examples.flatMap(({ name, file, crosses, keeps, keepsIn }) => [
  ...(keeps ? [{ name, file, specifier: keeps }] : []),
  ...(keepsIn ? [{ name, file: keepsIn, specifier: crosses }] : []),
]);

const whys = new Map(boundaries.map(({ name, why }) => [name, why]));

test('every boundary has an example that crosses it', () => {
  expect(new Set(examples.map(({ name }) => name))).toEqual(new Set(whys.keys()));
});

describe('eslint, with the project configuration', () => {
  // The fixtures are not on disk, so the rules that need types are off; nothing else is changed.
  const eslint = new ESLint({
    cwd: root,
    overrideConfig: [
      ts.configs.disableTypeChecked as ESLint.ConfigData,
      { languageOptions: { parserOptions: { projectService: false } } },
    ] as never,
  });

  async function messages(file: string, text: string): Promise<string[]> {
    const [result] = await eslint.lintText(text, { filePath: join(root, file) });
    return (result?.messages ?? []).map(({ message }) => message);
  }

  test.each(examples)('$file importing $crosses is told why ($name)', async ({ name, file, crosses }) => {
    const told = `${whys.get(name)} (${name})`;
    expect(await messages(file, `import { x } from '${crosses}';\nexport const y = x;\n`)).toContain(told);
    expect(await messages(file, `export * from '${crosses}';\n`)).toContain(told);
    expect(await messages(file, `export const y = await import('${crosses}');\n`)).toContain(told);
  });

  test.each(kept)('$file may import $specifier', async ({ file, specifier }) => {
    expect(await messages(file, `import { x } from '${specifier}';\nexport const y = x;\n`)).toEqual([]);
  });

  test('types of server reach src through app.d.ts', async () => {
    expect(await messages('src/app.d.ts', `export type { Rooms } from '../server/rooms.ts';\n`)).toEqual([]);
  });

  test('a component is held to the same boundaries', async () => {
    const text = `<script lang="ts">\n  import { x } from '../../server/rooms.ts';\n</script>\n\n<p>{x}</p>\n`;
    expect((await messages('src/routes/+page.svelte', text)).join()).toContain('src-not-server');
  });

  const pure = ['server/workshop/decide.ts', 'server/lmi/flag.ts'];
  const impure = [
    'Date.now()',
    'new Date()',
    'Date()',
    'Math.random()',
    'crypto.randomUUID()',
    'performance.now()',
    'setTimeout(() => 1, 1)',
    'process.pid',
    'globalThis.crypto.randomUUID()',
  ];
  test.each(pure.flatMap((file) => impure.map((code) => ({ file, code }))))(
    '$file may not say $code',
    async ({ file, code }) => {
      expect((await messages(file, `export const y = () => ${code};\n`)).join()).toContain(
        'pass it in as an argument',
      );
    },
  );

  test.each(pure)('%s may parse a date it was given', async (file) => {
    expect(await messages(file, 'export const y = (at: string) => new Date(at).getTime();\n')).toEqual([]);
  });

  test.each([
    'export const y = process.env.PORT;',
    "export const y = process['env'];",
    'export const { env } = process;',
    "import { env } from 'node:process';\nexport const y = env;",
  ])('only server/env.ts reads the environment: %s', async (text) => {
    expect((await messages('server/rooms.ts', text)).join()).toContain(
      'Only server/env.ts reads process.env',
    );
    expect(await messages('server/env.ts', text)).toEqual([]);
  });

  test('pages do not count on a secure context', async () => {
    const text = 'export const id = () => crypto.randomUUID();\n';
    expect((await messages('src/lib/room/outbox.ts', text)).join()).toContain('no secure context');
    expect(await messages('server/seats.ts', text)).toEqual([]);
  });

  test('a comment in a file cannot switch a rule off', async () => {
    const text = '// eslint-disable-next-line\nexport const y = process.env.PORT;\n';
    expect((await messages('server/rooms.ts', text)).join()).toContain(
      'Only server/env.ts reads process.env',
    );
  });

  test('a promise left floating is an error in server, src and tests', async () => {
    for (const file of ['server/rooms.ts', 'src/routes/page.ts', 'tests/one.test.ts']) {
      const config = (await eslint.calculateConfigForFile(join(root, file))) as {
        rules: Record<string, unknown[]>;
      };
      expect(Object.keys(config.rules)).toContain('@typescript-eslint/no-floating-promises');
    }
  });
});
