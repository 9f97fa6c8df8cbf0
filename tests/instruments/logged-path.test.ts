import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { loggedPath } from '../../server/instruments/logged-path.ts';
import { newId, newJoinCode } from '../../server/room/ids.ts';
import { newToken } from '../../server/seats.ts';

const ROUTES = fileURLToPath(new URL('../../src/routes', import.meta.url));

test('S2 secrets, codes, queries and whatever a person typed never reach the log', () => {
  const [secret, code, id] = [newToken(), newJoinCode(), newId('w')];
  expect(loggedPath(`/enter/${code}/${secret}`)).toBe('/enter/*/*');
  expect(loggedPath(`/staff/enter/${secret}?next=/staff`)).toBe('/staff/enter/*');
  expect(loggedPath(`/join/${code}/device/${secret}`)).toBe('/join/*/device/*');
  expect(loggedPath(`/join/${code}/occupations?q=nurse`)).toBe('/join/*/occupations');
  expect(loggedPath(`/staff/workshops/${id}/review?who=Ana`)).toBe(`/staff/workshops/${id}/review`);
  expect(loggedPath(`/staff/privacy/${newId('p')}`)).toBe('/staff/privacy/*');
  expect(loggedPath('/Ana%20Lima')).toBe('/*');
  expect(loggedPath(`//${secret}//`)).toBe('//*//');
  expect(loggedPath(`/_app/immutable/${secret}.js`)).toBe('/_app/*');
  expect(loggedPath('/constructor/__proto__')).toBe('/*/*');
});

test('every address of the pages is recognised in the log by its words', () => {
  const folders = readdirSync(ROUTES, { recursive: true, withFileTypes: true })
    .filter((each) => each.isDirectory())
    .map((each) => join(each.parentPath, each.name).slice(ROUTES.length));
  expect(folders.length).toBeGreaterThan(30);
  const unknown = folders.filter((folder) => loggedPath(folder) !== folder.replaceAll(/[^/]*\[[^/]*/g, '*'));
  expect(unknown).toEqual([]);
});
