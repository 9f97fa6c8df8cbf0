import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { bundleZip } from '../../server/export/bundle.ts';
import { exportSoFarZip } from '../../server/export/so-far.ts';
import { importBundle } from '../../server/import/bundle.ts';
import type { ImportedBundle } from '../../server/import/bundle.ts';
import { buildRevision } from '../../server/lmi/build-revision.ts';
import type { Dataset } from '../../server/lmi/dataset.ts';
import { keyedId } from '../../server/lmi/keyed-id.ts';
import { loadSample } from '../../server/sample/sample-dataset.ts';
import { anyDataset, exact, words } from '../export/arbitrary-dataset.ts';
import {
  adjusting,
  dataset,
  firstRevision,
  proceedings,
  revisionInput,
  sha256,
  tallies,
} from '../lmi/revision-fixture.ts';

function reread(bytes: Uint8Array): ImportedBundle {
  const read = importBundle(bytes);
  if (!read.ok) throw new Error(read.problems.join('\n'));
  return read;
}

const noTallies = { critical: [], gaps: [], preferences: [], steps: [], transitions: [], choices: [] };

describe('a bundle read again', () => {
  test('A6 gives the same dataset, adjustments and revision', () => {
    const revision = firstRevision();
    const read = reread(bundleZip(revision, dataset));
    expect(read.dataset).toEqual(dataset);
    expect(read.adjustments).toEqual(revision.adjustments);
    expect(read.identity.revision?.hash).toBe(revision.hash);
    const again = buildRevision(revisionInput({ dataset: read.dataset, adjustments: read.adjustments }));
    expect(again).toEqual(revision);
  });

  test('A6 A7 any dataset comes back the same, with formulas, quotes and line ends in every text', () => {
    fc.assert(
      fc.property(anyDataset, (some: Dataset) => {
        const revision = buildRevision(revisionInput({ dataset: some, adjustments: [], tallies: noTallies }));
        expect(reread(bundleZip(revision, some)).dataset).toEqual(some);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  test('A6 A7 adjustments come back the same, values that are numbers and values that are formulas alike', () => {
    const value = fc.oneof(
      exact.map(String),
      words.filter((text) => text !== ''),
      fc.constant(null),
    );
    const one = fc.record({
      proposedValue: value,
      publishedValue: value,
      rationale: words,
      title: words,
      lines: fc.array(words),
      label: words,
    });
    fc.assert(
      fc.property(one, ({ lines, label, ...part }) => {
        const made = adjusting('gap', 'x/y', 'skill_gap', {
          ...part,
          detail: { label, share: 0.1, isNew: true, none: null },
        });
        const adjustment = { ...made, evidence: { ...made.evidence, lines } };
        const revision = buildRevision(revisionInput({ adjustments: [adjustment] }));
        const normal = adjustment.decidedValue === '' ? { ...adjustment, decidedValue: null } : adjustment;
        expect(reread(bundleZip(revision, dataset)).adjustments).toEqual([normal]);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  test('A6 a proposed rank that no number can hold exactly is no rank, and the revision can be read again', () => {
    const made = adjusting('gap', 'x/y', 'skill_gap', { proposedValue: '9007199254740992' });
    const revision = buildRevision(revisionInput({ adjustments: [made] }));
    expect(revision.state.occupations['x']?.gaps['y']?.rank).toBeNull();
    expect(reread(bundleZip(revision, dataset)).adjustments).toEqual([made]);
  });

  test('an id that Node would read as another is refused by name', () => {
    expect(keyedId().safeParse('a\\').error?.issues[0]?.message).toBe('An id cannot hold a backslash.');
    expect(keyedId().safeParse('"').success).toBe(true);
  });

  test('A6 what was carried from an earlier revision stays apart', () => {
    const second = buildRevision(
      revisionInput({ id: 'r-2', number: 2, previous: firstRevision(), adjustments: [] }),
    );
    const read = reread(bundleZip(second, dataset));
    expect(read.adjustments).toEqual([]);
    expect(read.carried).toEqual(second.carried);
    expect(read.carried.length).toBeGreaterThan(5);
  });

  test('U6 an export during the workshop reads again too', () => {
    const zip = exportSoFarZip(
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
    expect(reread(zip)).toMatchObject({ dataset, identity: { revision: null } });
  });

  test('A6 the sample comes back the same', () => {
    const sample = loadSample(Date.UTC(2026, 10, 22));
    const revision = buildRevision(revisionInput({ dataset: sample, adjustments: [], tallies: noTallies }));
    expect(reread(bundleZip(revision, sample)).dataset).toEqual(sample);
  });
});

describe('a zip that is no good bundle', () => {
  const good = () => unzipSync(bundleZip(firstRevision(), dataset));
  const problems = (files: Record<string, Uint8Array>) => {
    const read = importBundle(zipSync(files));
    return read.ok ? [] : read.problems;
  };

  test('a changed, a missing and a foreign file are named', () => {
    const files = good();
    files['data/observations.csv']![200]! ^= 1;
    delete files['data/skills.csv'];
    files['data/extra.csv'] = strToU8('x');
    expect(problems(files)).toEqual([
      'data/observations.csv is not as it was written: its checksum differs.',
      'data/skills.csv is missing.',
      'data/extra.csv is not in checksums.txt.',
    ]);
  });

  test('a renamed column is refused by name, even with a right checksum', () => {
    const files = good();
    const renamed = new TextDecoder().decode(files['data/skills.csv']).replace('importance', 'weight');
    files['data/skills.csv'] = strToU8(renamed);
    const sums = new TextDecoder().decode(files['checksums.txt']);
    files['checksums.txt'] = strToU8(
      sums.replace(/[0-9a-f]{64}( {2}data\/skills\.csv)/, `${sha256(renamed)}$1`),
    );
    expect(problems(files)).toEqual([
      'data/skills.csv does not have the columns of a bundle: importance missing.',
    ]);
  });

  test('A6 an id that no plain object keeps is refused by name, not lost', () => {
    const [pathway] = dataset.pathways;
    const steps = pathway!.steps.map((step, index) => (index === 0 ? { ...step, id: '__proto__' } : step));
    const named = { ...dataset, pathways: [{ ...pathway!, steps }] };
    const revision = buildRevision(revisionInput({ dataset: named, adjustments: [], tallies: noTallies }));
    const read = importBundle(bundleZip(revision, named));
    expect(read.ok ? [] : read.problems[0]).toMatch(/"__proto__" cannot be used/);
  });

  test.each(['../evil.csv', '/etc/passwd', 'data/../../x', 'C:\\x', '.hidden', 'a/b/c/d/e/f/g'])(
    'the name %s is refused before anything is unpacked',
    (name) => {
      expect(problems({ ...good(), [name]: strToU8('x') })[0]).toMatch(/unsafe name/);
    },
  );

  test('a bomb is refused by its ratio, and too many files by their count', () => {
    expect(problems({ ...good(), 'data/zeros.csv': new Uint8Array(8 * 1024 * 1024) })[0]).toMatch(
      /packed so tightly/,
    );
    const many = Object.fromEntries(Array.from({ length: 2_100 }, (_, index) => [`f${index}`, strToU8('x')]));
    expect(problems(many)[0]).toMatch(/more than 2000 files/);
  });

  test('what is no zip, no bundle, or cut short is said to be so', () => {
    const whole = bundleZip(firstRevision(), dataset);
    const cut = importBundle(whole.slice(0, whole.length / 2));
    expect(importBundle(strToU8('occupation_code,title\n'))).toEqual({
      ok: false,
      problems: ['The file is not a zip.'],
    });
    expect(cut.ok).toBe(false);
    expect(problems({ 'readme.txt': strToU8('hello') })[0]).toMatch(/not a Plumbline bundle/);
  });

  test('no damage to a single byte gets past: refused, or the same dataset', () => {
    const whole = bundleZip(firstRevision(), dataset);
    fc.assert(
      fc.property(fc.nat({ max: whole.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const damaged = whole.slice();
        damaged[at]! ^= by;
        const read = importBundle(damaged);
        if (read.ok) expect(read.dataset).toEqual(dataset);
      }),
      { numRuns: 60 },
    );
  });
});
