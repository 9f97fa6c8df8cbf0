/** The other forms of a revision, each held to its standard's own rules. */
import readExcel from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { ctdlPathways } from '../../server/export/ctdl-pathways.ts';
import { exportRevision } from '../../server/export/revision-export.ts';
import type { ExportFormat } from '../../server/export/revision-export.ts';
import { ctdlDrafts } from '../../server/import/ctdl-pathways.ts';
import { buildRevision } from '../../server/lmi/build-revision.ts';
import {
  HVAC,
  adjusting,
  adjustments,
  dataset,
  firstRevision,
  revisionInput,
} from '../lmi/revision-fixture.ts';
import terms from './ctdl-terms.json' with { type: 'json' };

const revision = firstRevision();
const textOf = async (format: ExportFormat, table?: string): Promise<string> => {
  const made = await exportRevision({ revision, dataset, attributedUntil: null }, format, table);
  return new TextDecoder().decode(made?.bytes);
};

interface Node {
  '@id'?: string;
  '@type': string;
  [name: string]: unknown;
}
const graphOf = (index = 0) => (ctdlPathways(revision)[index]?.document['@graph'] ?? []) as unknown as Node[];

describe('pathways as CTDL', () => {
  test('every class and property is one of the language, in its place', () => {
    const properties = terms.properties as Record<string, string[]>;
    const check = (value: unknown): void => {
      if (Array.isArray(value)) return value.forEach(check);
      if (typeof value !== 'object' || value === null || 'en' in value) return;
      const { '@type': type, '@id': _, ...said } = value as Node;
      expect(terms.classes).toContain(type);
      const allowed = properties[type] ?? properties['component'] ?? [];
      for (const [name, inner] of Object.entries(said)) {
        expect(allowed, type).toContain(name);
        check(inner);
      }
    };
    check(graphOf());
    expect(graphOf().map((node) => node['@type'])).toContain('ceterms:Pathway');
  });

  test('a set names one pathway for each end, every reference leads to a node, and identifiers are CTIDs', () => {
    const graph = graphOf();
    const ids = new Set(graph.map((node) => node['@id']));
    const references = JSON.stringify(graph).match(/urn:uuid:[0-9a-f-]{36}/g) ?? [];
    for (const reference of references) expect(ids).toContain(reference);
    for (const node of graph)
      expect(node['ceterms:ctid']).toMatch(
        /^ce-[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      );
    const pathways = graph.filter((node) => node['@type'] === 'ceterms:Pathway');
    expect(graph[0]?.['ceterms:hasPathway']).toEqual(pathways.map((node) => node['@id']));
  });

  test('a map with two ends gives two pathways, and the next revision names the version before', () => {
    const out = adjusting('step', `${HVAC}/chief`, 'presence', {
      proposedValue: 'added',
      detail: { kind: 'occupation', label: 'Chief', code: null, side: 'out', level: 1, row: 0 },
    });
    const exit = adjusting('step', `${HVAC}/sales`, 'presence', {
      proposedValue: 'added',
      detail: { kind: 'occupation', label: 'Sales', code: null, side: 'out', level: 1, row: 1 },
    });
    const link = (id: string, to: string) =>
      adjusting('transition', `${HVAC}/${id}`, 'presence', {
        proposedValue: 'added',
        detail: { from: '1', to, kind: 'exit', months: 12 },
      });
    const second = buildRevision(
      revisionInput({
        id: 'r-2',
        number: 2,
        previous: revision,
        adjustments: [...adjustments, out, exit, link('1--chief', 'chief'), link('1--sales', 'sales')],
      }),
    );
    const graph = (ctdlPathways(second)[0]?.document['@graph'] ?? []) as unknown as Node[];
    const pathways = graph.filter((node) => node['@type'] === 'ceterms:Pathway');
    expect(pathways).toHaveLength(2);
    expect(pathways.every((node) => node['ceterms:versionCode'] === 'r2')).toBe(true);
    const review = (pathways[0]?.['ceterms:reviewProcess'] as Node[])[0];
    expect(JSON.stringify(review?.['ceterms:scoringMethodDescription'])).toContain('9 of 14 firms');
    const before = graphOf().find((node) => node['@type'] === 'ceterms:Pathway');
    const third = buildRevision(revisionInput({ id: 'r-3', number: 2, previous: revision, adjustments: [] }));
    const after = (ctdlPathways(third)[0]?.document['@graph'] as unknown as Node[])[1];
    expect(after?.['ceterms:previousVersion']).toBe(before?.['@id']);
  });

  test('A6 read again it gives the same steps and transitions; bare and wrapped references, parts and children alike', () => {
    const written = JSON.stringify(ctdlPathways(revision)[0]?.document);
    const wrapped = written.replace(
      /"ceterms:hasPart":(\[[^\]]*\])/g,
      (_, list: string) =>
        `"ceasn:hasChild":${JSON.stringify((JSON.parse(list) as string[]).map((id) => ({ '@id': id })))}`,
    );
    for (const text of [written, wrapped]) {
      const read = ctdlDrafts(text);
      expect(read.problems).toEqual([]);
      expect(read.drafts).toHaveLength(1);
      const [draft] = read.drafts;
      expect(draft?.occupation).toBe(HVAC);
      expect(draft?.steps.map(({ id, kind, label }) => [id, kind, label]).sort()).toEqual([
        ['1', 'occupation', 'HVAC mechanic'],
        ['2', 'credential', 'Refrigerant licence'],
        ['helper', 'occupation', 'Helper'],
      ]);
      expect(draft?.transitions).toEqual([{ id: '2--1', from: '2', to: '1', kind: 'entry', months: 9 }]);
    }
  });

  test.each(['', '{', '[]', '{"@graph":[{"@type":"ceterms:Pathway"}]}', '{"@graph":7}'])(
    'what is no pathway is reported: %s',
    (text) => {
      const read = ctdlDrafts(text);
      expect(read.drafts).toEqual([]);
      expect(read.problems.length).toBeGreaterThan(0);
    },
  );
});

describe('provenance as PROV-O', () => {
  test('every class and property is one of PROV, and every link leads to a node or a revision', async () => {
    const read = JSON.parse(await textOf('prov')) as {
      '@context': Record<string, unknown>;
      '@graph': Node[];
    };
    const classes = new Set(['prov:Entity', 'prov:Activity', 'prov:Agent', 'prov:Person']);
    const ids = new Set(read['@graph'].map((node) => node['@id']));
    for (const { '@id': id, '@type': type, ...said } of read['@graph']) {
      expect(classes, id).toContain(type);
      for (const [name, value] of Object.entries(said)) {
        expect(Object.keys(read['@context'])).toContain(name);
        if (/^(title|description)$|Time$/.test(name)) continue;
        for (const target of [value].flat()) expect(ids, name).toContain(target);
      }
    }
  });

  test('C3 the employers are one agent, and only who agreed stands beside it', async () => {
    const named = await textOf('prov');
    expect(named).toContain('Ana Lima, Ajax \\u0026 Sons');
    const nobody = {
      ...revision,
      proceedings: {
        ...revision.proceedings!,
        attendance: { ...revision.proceedings!.attendance, named: [] },
      },
    };
    const made = await exportRevision({ revision: nobody, dataset, attributedUntil: null }, 'prov');
    const text = new TextDecoder().decode(made?.bytes);
    expect(text).not.toContain('Ana Lima');
    expect(text).toContain('14 firms, together');
  });
});

describe('the workbook', () => {
  test('A7 numbers are numbers, codes and formulas are text, and notes name every source', async () => {
    const made = await exportRevision({ revision, dataset, attributedUntil: null }, 'xlsx');
    const sheets = await readExcel(Buffer.from(made?.bytes ?? []));
    const sheet = (name: string) => sheets.find((each) => each.sheet === name)?.data ?? [];
    const figures = sheet('observations');
    const head = figures[0]?.map(String) ?? [];
    const change = figures.find((row) => row[head.indexOf('measure')] === 'employment_change') ?? [];
    expect(change[head.indexOf('value')]).toBe(-1200.5);
    expect(change[head.indexOf('adjusted_value')]).toBe(-950);
    expect(change[head.indexOf('occupation_code')]).toBe(HVAC);
    const programs = sheet('programs');
    expect(programs[1]?.[programs[0]?.indexOf('provider') ?? -1]).toBe('=Trade College');
    expect(programs[1]?.[programs[0]?.indexOf('cip_code') ?? -1]).toBe('01.0102');
    expect(sheet('notes').flat()).toContain('Employment projections');
  });

  test('A7 there is no formula in it, and heads stay in sight', async () => {
    const { unzipSync } = await import('fflate');
    const made = await exportRevision({ revision, dataset, attributedUntil: null }, 'xlsx');
    const parts = Object.entries(unzipSync(made?.bytes ?? new Uint8Array()));
    const pages = parts.filter(([path]) => /worksheets\/sheet\d+\.xml$/.test(path));
    expect(pages.length).toBeGreaterThan(10);
    for (const [, bytes] of pages) {
      const xml = new TextDecoder().decode(bytes);
      expect(xml).not.toMatch(/<f[ >]/);
      expect(xml).toContain('state="frozen"');
    }
  });
});

describe('JSON and single tables', () => {
  test('S6 no form holds a sign that a page could take for mark-up', async () => {
    for (const format of ['json', 'ctdl', 'prov'] as const) expect(await textOf(format)).not.toMatch(/[<>]/);
    const read = JSON.parse(await textOf('json')) as { revision: unknown; dataset: unknown };
    expect(read).toEqual({ format: 'plumbline-revision', version: 1, revision, dataset });
  });

  test('a table has its own address, an unknown one none', async () => {
    expect(await textOf('csv', 'sources')).toMatch(/^source_id,title,publisher/);
    expect(await exportRevision({ revision, dataset, attributedUntil: null }, 'csv', 'secrets')).toBeNull();
  });
});
