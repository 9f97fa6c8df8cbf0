import { expect, test } from 'vitest';
import { longTemplate, wideTemplate } from '../../server/import/templates.ts';
import { importOf } from './file-of.ts';

test.each([
  ['long', longTemplate(), 'plumbline-long', 4],
  ['wide', wideTemplate(), 'plumbline-wide', 12],
])('the %s template imports as it is, with all it shows', async (_name, template, profile, observations) => {
  const { preview } = await importOf(template.text, template.fileName);
  expect(preview).toMatchObject({
    ok: true,
    profile: { id: profile },
    observations,
    rejected: [],
    ignoredColumns: [],
  });
  expect(preview.flags).toMatchObject({ not_available: 1, top_coded: 1 });
});
