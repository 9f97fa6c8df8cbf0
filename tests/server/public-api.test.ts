/** The interface for programs: what it says is what its description says, and nothing of a person is in it. */
import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, test } from 'vitest';
import { endpoints } from '../../server/services/api-endpoints.ts';
import { openTestServer } from './test-server.ts';
import { memoryStore } from '../../server/store/memory-store.ts';
import { startServer } from '../../server/start-server.ts';
import { dataset, firstRevision, HVAC, revisionInput } from '../lmi/revision-fixture.ts';

const ID = 'r-0000000001';
const nothing = new URLSearchParams();

async function published() {
  const store = memoryStore();
  await store.write('datasets', dataset.id, dataset);
  const whole = { ...firstRevision(), id: ID };
  await store.write('revisions', ID, whole);
  const rehearsal = {
    ...whole,
    id: 'r-0000000002',
    workshop: { ...revisionInput().workshop, rehearsal: true },
  };
  await store.write('revisions', rehearsal.id, rehearsal);
  return startServer({ host: '127.0.0.1', port: 0, data: { store }, pages: 'none' });
}

test('every endpoint answers as its description says, without a name or a comment', async () => {
  const server = await published();
  try {
    for (const { path, answer } of endpoints) {
      const part = path.startsWith('/revisions') ? ID : HVAC;
      const { status, body } = await server.services.api.answer(path.replace(/\{\w+\}/, part), nothing);
      expect(status, path).toBe(200);
      expect(() => answer.parse(JSON.parse(body)), path).not.toThrow();
      for (const personal of ['Ana Lima', 'Ajax', 'turn work away', 'Secret Name', 'Ask the college'])
        expect(body, path).not.toContain(personal);
    }
  } finally {
    await server.close();
  }
});

test('equal answers have equal tags, other answers others', async () => {
  const server = await published();
  try {
    const { api } = server.services;
    const [first, again] = [
      await api.answer('/occupations', nothing),
      await api.answer('/occupations', nothing),
    ];
    expect(again.etag).toBe(first.etag);
    const narrowed = await api.answer('/occupations', new URLSearchParams({ q: 'nurse' }));
    expect(narrowed.etag).not.toBe(first.etag);
  } finally {
    await server.close();
  }
});

test('a rehearsal and what is not there are not found, with a way on', async () => {
  const server = await published();
  try {
    for (const path of [
      '/revisions/r-0000000002',
      '/occupations/99-9999',
      '/pathways/x',
      '/nowhere',
      '/revisions/',
    ]) {
      const { status, body } = await server.services.api.answer(path, nothing);
      expect(status, path).toBe(404);
      expect(body).toContain('/api/v1/openapi.json');
    }
  } finally {
    await server.close();
  }
});

test('the description names every endpoint with the schema of its answer', async () => {
  const server = await openTestServer();
  const text = (await server.services.api.answer('/openapi.json', nothing)).body;
  await server.close();
  const description = JSON.parse(text) as { openapi: string; paths: Record<string, object> };
  expect(description.openapi).toBe('3.1.0');
  expect(Object.keys(description.paths)).toEqual(endpoints.map(({ path }) => path));
  expect(JSON.stringify(description.paths['/occupations/{code}'])).toContain('flagMeaning');
});

test('A2 before the first revision there is nothing to read', async () => {
  const server = await openTestServer();
  const { explore, api } = server.services;
  expect(await explore.version()).toBeNull();
  expect(await explore.front()).toBeNull();
  expect(JSON.parse((await api.answer('/occupations', nothing)).body)).toMatchObject({ total: 0 });
  expect(JSON.parse((await api.answer('/revisions', nothing)).body)).toEqual({ revisions: [] });
  await server.close();
});

test('the description is OpenAPI 3.1, says a validator that knows nothing of it', async () => {
  const server = await published();
  try {
    const { body } = await server.services.api.answer('/openapi.json', nothing);
    const validator = new Validator();
    expect(await validator.validate(JSON.parse(body) as Record<string, unknown>)).toEqual({ valid: true });
    expect(validator.version).toBe('3.1');
  } finally {
    await server.close();
  }
});
