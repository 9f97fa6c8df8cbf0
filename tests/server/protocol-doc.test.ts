import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { REGISTRY } from '../../src/lib/protocol/registry.ts';
import { protocolDocument } from '../../server/cli/protocol-doc.ts';

test('docs/protocol.md says what the schemas say', () => {
  const written = readFileSync(resolve(import.meta.dirname, '../../docs/protocol.md'), 'utf8');
  expect(written, 'Run `npm run plumbline -- protocol-doc`.').toBe(protocolDocument());
});

test('R6 every command of the registry is documented', () => {
  const text = protocolDocument();
  for (const type of Object.keys(REGISTRY)) expect(text).toContain(`| \`${type}\` |`);
});
