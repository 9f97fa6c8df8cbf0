import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { immutableJSONPatch } from 'immutable-json-patch';
import { describe, expect, test } from 'vitest';
import { bundleFileName, bundleZip } from '../../server/export/bundle.ts';
import { exportSoFarZip } from '../../server/export/so-far.ts';
import { patchDocument } from '../../server/lmi/patch.ts';
import {
  HVAC,
  dataset,
  firstRevision,
  proceedings,
  revisionInput,
  sha256,
  tallies,
} from '../lmi/revision-fixture.ts';
import { dataPackageSchema } from './data-package-schema.ts';

/** The contract: a column that is renamed, moved, added or dropped is a change for everyone who reads these files (U6). */
const columns: Record<string, string> = {
  'data/occupations.csv':
    'occupation_code,title,code_system,code_level,aliases,in_dataset,critical_rank,critical_firms,category,critical_adjustment_id,category_adjustment_id,description',
  'data/observations.csv':
    'observation_id,occupation_code,title,area,measure,period,unit,value,text,flag,lower_bound,raw,source,source_title,source_publisher,source_release,source_row,source_column,adjusted_value,adjusted_direction,adjustment_id',
  'data/adjustments.csv':
    'adjustment_id,kind,target,measure,published_value,published_flag,proposed_value,decided_value,unit,status,rationale,rule,threshold,quorum,round,n_answers,n_firms,n_agree,n_disagree,n_cannot_say,workshop_id,decided_at,decided_by_role',
  'data/evidence.csv':
    'adjustment_id,title,observation_id,activity,question,below_quorum,remarks,detail,carried',
  'data/skill_gaps.csv':
    'occupation_code,gap_id,label,skill_id,frequency,day_one_share,rank,n_firms,n_people,n_cannot_say,round,question,status,adjustment_id',
  'data/pathways.csv': 'occupation_code,pathway_id,title,note',
  'data/pathway_steps.csv':
    'occupation_code,step_id,kind,label,code,side,level,row,adjusted_label,adjusted_level,origin,presence,validation,verdict,n_agree,n_disagree,n_cannot_say,round,question,presence_adjustment_id,validation_adjustment_id',
  'data/pathway_transitions.csv':
    'occupation_code,transition_id,from_step_id,to_step_id,kind,months,adjusted_kind,adjusted_months,origin,presence,validation,verdict,n_agree,n_disagree,n_cannot_say,round,question,presence_adjustment_id,validation_adjustment_id',
  'data/preferences.csv':
    'preference_id,kind,label,program_id,n_firms,n_people,round,question,status,adjustment_id',
  'data/critical_votes.csv': 'occupation_code,n_votes,n_firms,rank,round',
  'data/tallies.csv':
    'activity,phase,round,question,target,title,choice,value,n_firms,n_people,result,status',
  'data/sources.csv': 'source_id,title,publisher,release,file,licence,url,retrieved_at,sha256,profile',
  'data/programs.csv':
    'program_id,cip_code,title,provider,city,credential,occupation_codes,completions,completions_period,capacity,source,source_row,code_system,provider_id,capacity_period',
  'data/skills.csv': 'skill_id,occupation_code,name,importance,source,source_row,level,is_imprecise',
  'data/related_occupations.csv': 'occupation_code,related_code,related_title,tier,rank,source,source_row',
  'data/fields_of_study.csv': 'cip_code,code_system,title,source,source_row',
  'data/providers.csv': 'provider_id,name,city,state,url,source,source_row',
  'data/crosswalk.csv': 'cip_code,occupation_code,source,source_row',
  'data/hiring_events.csv':
    'event_id,employer,kind,announced_at,effective_at,people,area,place,industry,occupation_codes,replaces,url,source,source_row',
  'data/workshops.csv': 'workshop_id,title,sector,region',
  'data/disagreements.csv': 'adjustment_id,kind,target,title,measure,workshop_id,value,decided_at,leads',
  'data/replay.csv':
    'adjustment_id,kind,target,title,measure,workshop_id,outcome,reason,standing_value,earlier_observation_id,earlier_published_value,observation_id,published_value,published_flag,decision,decided_value,rationale,decided_at,decided_by_role',
};

const zip = bundleZip(firstRevision(), dataset);
const soFar = exportSoFarZip(
  {
    workshop: revisionInput().workshop,
    adjustments: [],
    drafts: [],
    tallies,
    proceedings,
    writtenAt: '2026-11-22T09:00:00.000Z',
  },
  dataset,
);

function filesOf(bytes: Uint8Array): Map<string, string> {
  return new Map(
    Object.entries(unzipSync(bytes)).map(([path, content]) => [path, new TextDecoder().decode(content)]),
  );
}
const files = filesOf(zip);
const textOf = (path: string) => files.get(path) ?? '';
const table = (path: string, from = files): Record<string, string>[] =>
  parse(from.get(path) ?? '', { columns: true, record_delimiter: '\r\n' });

describe('the bundle of a revision', () => {
  test('U6 holds these files and no others', () => {
    expect([...files.keys()]).toEqual([
      'datapackage.json',
      ...Object.keys(columns),
      'patches/state.r0-r1.json',
      'state/base.json',
      'state/revision.json',
      'pathways/49-9021.r1.ctdl.jsonld',
      'prov.jsonld',
      'revision.json',
      'proceedings.html',
      'proceedings.md',
      'checksums.txt',
    ]);
    expect(bundleFileName(firstRevision())).toBe('plumbline-dataset-test-r1.zip');
  });

  test.each(Object.entries(columns))(
    'U6 %s keeps its columns, after the workshop and during it',
    (path, header) => {
      expect(textOf(path).split('\r\n')[0]).toBe(header);
      expect(filesOf(soFar).get(path)?.split('\r\n')[0]).toBe(header);
    },
  );

  test('the same revision gives the same bytes', () => {
    expect(bundleZip(firstRevision(), structuredClone(dataset))).toEqual(zip);
  });

  test('datapackage.json keeps the rules of Data Package v2, and hashes and sizes are right', () => {
    const declared = dataPackageSchema.parse(JSON.parse(textOf('datapackage.json')));
    expect(declared.resources.map(({ path }) => path)).toEqual(Object.keys(columns));
    for (const { path, hash, bytes, schema } of declared.resources) {
      expect(hash).toBe(`sha256:${sha256(textOf(path))}`);
      expect(bytes).toBe(Buffer.byteLength(textOf(path)));
      expect(schema.fields.map(({ name }) => name).join()).toBe(columns[path]);
    }
  });

  test('checksums.txt names every other file', () => {
    const lines = textOf('checksums.txt').trimEnd().split('\n');
    expect(lines).toEqual(
      [...files]
        .filter(([path]) => path !== 'checksums.txt')
        .map(([path, text]) => `${sha256(text)}  ${path}`),
    );
  });

  test('A3 the patch in the zip leads with tests and takes the base to the revision', () => {
    const patch = patchDocument.parse(JSON.parse(textOf('patches/state.r0-r1.json')));
    expect(patch[0]?.op).toBe('test');
    const base: unknown = JSON.parse(textOf('state/base.json'));
    expect(immutableJSONPatch(base, patch)).toEqual(JSON.parse(textOf('state/revision.json')));
  });

  test('A1 A7 a negative figure and its adjusted value stand beside each other as numbers', () => {
    const row = table('data/observations.csv').find(({ measure }) => measure === 'employment_change');
    expect(row).toMatchObject({ value: '-1200.5', adjusted_value: '-950', adjusted_direction: 'too_low' });
    const adjustment = table('data/adjustments.csv').find(({ measure }) => measure === 'employment_change');
    expect(adjustment).toMatchObject({
      published_value: '-1200.5',
      decided_value: '-950',
      rationale: "'=rounded",
    });
  });

  test('A7 no text cell can run: formulas of employers and publishers carry an apostrophe', () => {
    expect(table('data/skill_gaps.csv').map(({ label }) => label)).toContain("'@hostile");
    expect(table('data/programs.csv')[0]?.['provider']).toBe("'=Trade College");
    for (const path of Object.keys(columns)) {
      for (const row of table(path)) {
        for (const cell of Object.values(row)) {
          if (/^[=+\-@\t\r]/.test(cell)) expect(Number(cell), `${path}: ${cell}`).not.toBeNaN();
        }
      }
    }
  });

  test('A5 every key leads to a row', () => {
    const declared = dataPackageSchema.parse(JSON.parse(textOf('datapackage.json')));
    for (const { name, schema } of declared.resources) {
      for (const key of schema.foreignKeys ?? []) {
        const [field, reference] = [key.fields[0] ?? '', key.reference.fields[0] ?? ''];
        const known = new Set(table(`data/${key.reference.resource}.csv`).map((row) => row[reference]));
        for (const row of table(`data/${name}.csv`)) {
          if (row[field]) expect(known, `${name}.${field}`).toContain(row[field]);
        }
      }
    }
  });

  test('U6 items nobody voted on and items turned down are listed, with their question', () => {
    expect(table('data/critical_votes.csv')).toContainEqual({
      occupation_code: '29-1141',
      n_votes: '0',
      n_firms: '0',
      rank: '2',
      round: '1',
    });
    expect(table('data/skill_gaps.csv')).toContainEqual(
      expect.objectContaining({ gap_id: 'e-1', n_firms: '', question: 'What do they lack?', status: '' }),
    );
    expect(table('data/pathway_steps.csv')).toContainEqual(
      expect.objectContaining({ step_id: 'idea', presence: 'proposed', verdict: 'validated', n_agree: '9' }),
    );
    expect(table('data/adjustments.csv').map(({ status }) => status)).toContain('rejected');
  });

  test('A1 a drafted transition keeps its time, the room’s stands beside', () => {
    expect(table('data/pathway_transitions.csv')).toContainEqual(
      expect.objectContaining({
        occupation_code: HVAC,
        transition_id: '2--1',
        months: '6',
        adjusted_months: '9',
        origin: 'draft',
      }),
    );
  });
});

describe('the export during the workshop', () => {
  test('U6 C3 names nobody, even who agreed to be named', () => {
    const text = [...filesOf(soFar).values()].join('\n');
    for (const personal of ['Ana Lima', 'Ajax', 'Secret Name', 'Two placements'])
      expect(text).not.toContain(personal);
  });

  test('nothing is decided in it: no patch, no adjusted value', () => {
    const during = filesOf(soFar);
    expect([...during.keys()].filter((path) => path.startsWith('patches/'))).toEqual([]);
    expect(table('data/observations.csv', during).every((row) => row['adjusted_value'] === '')).toBe(true);
  });
});
