/** What is written down of a workshop: tallies, proceedings, and from there the bundle. */
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { bundleZip } from '../../server/export/bundle.ts';
import { exportSoFarZip } from '../../server/export/so-far.ts';
import { importBundle } from '../../server/import/bundle.ts';
import { buildRevision } from '../../server/lmi/build-revision.ts';
import { proceedings as proceedingsSchema } from '../../server/lmi/proceedings.ts';
import { revision } from '../../server/lmi/revision.ts';
import { tallies as talliesSchema } from '../../server/lmi/tallies.ts';
import { focusOccupations } from '../../server/workshop/options.ts';
import { proceedingsOf } from '../../server/workshop/proceedings.ts';
import { soFarOf } from '../../server/workshop/so-far.ts';
import { startingPathways } from '../../server/workshop/starting-pathways.ts';
import { talliesOf } from '../../server/workshop/tallies.ts';
import { gapList } from '../../server/workshop/tally/gaps.ts';
import { validationItems } from '../../server/workshop/tally/validation.ts';
import { sha256 } from '../lmi/revision-fixture.ts';
import { HOST, reference, STAFF, Workshop } from './workshop-of.ts';

const NAMES = ['Ana', 'Ben', 'Cleo', 'Dov', 'Eve', 'Fay'];

function roomOf(w: Workshop) {
  return NAMES.map((name) => w.join(name, `${name} Works`));
}

function choose(w: Workshop, room: ReturnType<typeof roomOf>): void {
  const [first, second, third, fourth] = w.state.setup.shortlist as [string, string, string, string];
  w.openPhase('critical', 'choose');
  for (const [index, actor] of room.entries()) {
    w.answer(actor, { kind: 'critical', options: [first, second, index < 4 ? third : fourth] });
  }
}

describe('while a workshop goes on', () => {
  let w: Workshop;
  let room: ReturnType<typeof roomOf>;
  beforeAll(() => {
    w = new Workshop().open();
    room = roomOf(w);
    choose(w, room);
  });

  test('V5 nothing of an open question is written down, not even a count', () => {
    const { tallies, proceedings, adjustments } = soFarOf(w.state, w.now);
    expect(tallies.critical).toEqual([]);
    expect(adjustments).toEqual([]);
    const open = tallies.choices.filter(({ phase }) => phase === 'choose');
    expect(open.length).toBe(w.state.setup.shortlist.length);
    expect(
      open.every(
        ({ firms, people, result, status }) =>
          firms === null && people === null && result === null && status === 'open',
      ),
    ).toBe(true);
    const asked = proceedings.sections
      .flatMap(({ questions }) => questions)
      .find(({ phase }) => phase === 'choose');
    expect(asked).toMatchObject({ status: 'open', firms: 0, people: 0, results: [] });
  });

  test('U6 once it is closed every option is there, also those nobody chose, with the question', () => {
    w.close();
    const { critical, choices } = talliesOf(w.state);
    const [first, , third, fourth, fifth] = w.state.setup.shortlist;
    expect(critical.find(({ occupation }) => occupation === first)).toMatchObject({
      people: 6,
      firms: 6,
      rank: 1,
      round: 1,
    });
    expect(critical.find(({ occupation }) => occupation === third)).toMatchObject({
      people: 4,
      firms: 4,
      rank: 3,
    });
    expect(critical.find(({ occupation }) => occupation === fourth)).toMatchObject({
      people: 2,
      firms: 2,
      rank: 4,
    });
    expect(critical.find(({ occupation }) => occupation === fifth)).toMatchObject({
      people: 0,
      firms: 0,
      rank: 5,
    });
    expect(critical).toHaveLength(w.state.setup.shortlist.length);
    expect(
      new Set(choices.filter(({ phase }) => phase === 'choose').map(({ question }) => question)),
    ).toEqual(new Set(['Which of these would hurt most if you could not fill it?']));
    talliesSchema.parse(talliesOf(w.state));
  });

  test('V5 reopened, its counts are gone from what is written, and come back when it closes', () => {
    w.do(HOST, { type: 'phase.reopen', ...w.state.current });
    expect(talliesOf(w.state).critical).toEqual([]);
    w.close();
    expect(talliesOf(w.state).critical).not.toEqual([]);
    w.reveal();
  });

  test('C1 of a stopped topic nothing is written but that it was stopped', () => {
    w.openPhase('reason', 'tap');
    const occupation = focusOccupations(w.state)[0]!;
    w.answer(room[0]!, { kind: 'reason', occupation, reasons: ['turnover'] });
    w.do(room[1]!, {
      type: 'entry.add',
      activity: 'reason',
      kind: 'comment',
      occupation,
      code: null,
      label: 'They left us',
    });
    w.close();
    expect(JSON.stringify(proceedingsOf(w.state, w.now))).toContain('They left us');
    w.do(HOST, { type: 'topic.stop', reason: 'A secret reason' });
    const written = proceedingsOf(w.state, w.now);
    expect(written.stops).toHaveLength(1);
    expect(
      written.sections.flatMap(({ questions }) => questions).find(({ phase }) => phase === 'tap'),
    ).toMatchObject({ status: 'stopped', results: [] });
    expect(JSON.stringify(soFarOf(w.state, w.now))).not.toMatch(/They left us|A secret reason/);
    expect(talliesOf(w.state).choices.filter(({ phase }) => phase === 'tap')).toEqual([]);
    w.do(HOST, { type: 'topic.resume' });
  });

  test('C3 names stand in the proceedings only by consent, and only while it is valid', () => {
    w.do(room[0]!, { type: 'consent.set', consent: { named: true, quoted: false } });
    expect(proceedingsOf(w.state, w.now).attendance.named.map(({ name }) => name)).toEqual(['Ana']);
    const year = 365 * 24 * 3600 * 1000;
    expect(proceedingsOf(w.state, w.now + year).attendance.named).toEqual([]);
    const zip = exportSoFarZip(soFarOf(w.state, w.now), reference.dataset);
    const text = Object.values(unzipSync(zip))
      .map((content) => new TextDecoder().decode(content))
      .join('\n');
    for (const name of NAMES) expect(text).not.toContain(`${name} Works`);
  });
});

describe('after a workshop', () => {
  test('A2 A3 A5 A6 what the room said becomes a revision whose zip reads again', () => {
    const w = new Workshop().open();
    const room = roomOf(w);
    const code = w.state.setup.shortlist[0]!;
    w.openPhase('figures', 'mark');
    for (const [index, actor] of room.entries()) {
      w.answer(actor, {
        kind: 'figure',
        occupation: code,
        measure: 'openings_annual',
        mark: 'too_low',
        estimate: 3000 + index,
        reason: 'We turn work away',
      });
    }
    w.close();
    choose(w, room);
    w.close();
    w.reveal();
    w.openPhase('gap', 'rate');
    const gap = gapList(w.state)[0]!;
    for (const actor of room) w.answer(actor, { kind: 'gap', gap: gap.id, frequency: 'often', dayOne: true });
    w.close();
    w.openPhase('validation', 'vote');
    for (const item of validationItems(w.state)) {
      for (const actor of room) {
        w.answer(actor, {
          kind: 'validation',
          pathway: item.pathway,
          of: item.of,
          target: item.target,
          opinion: 'agree',
          reason: null,
        });
      }
    }
    w.close();
    w.reveal();
    w.openPhase('commitment', 'offer');
    for (const actor of [room[0]!, room[1]!]) {
      w.answer(actor, {
        kind: 'commitment',
        commitment: 'job_shadow',
        what: 'Two days',
        measure: 'two',
        by: '2027-03-01',
        contact: `${actor.id}@example.org`,
      });
    }
    w.do(room[0]!, { type: 'consent.set', consent: { named: true, quoted: true } });
    w.close();
    w.do(HOST, { type: 'workshop.close' });
    w.do(STAFF, { type: 'workshop.review' });
    w.do(STAFF, {
      type: 'adjustment.decide',
      adjustments: Object.keys(w.state.adjustments),
      decision: 'accepted',
      value: null,
      rationale: 'As the room said.',
      role: 'Analyst',
    });

    const { id, code: joinCode, rehearsal, setup } = w.state;
    const written = proceedingsSchema.parse(proceedingsOf(w.state, w.now));
    const made = buildRevision({
      id: 'r-test',
      number: 1,
      dataset: reference.dataset,
      previous: null,
      workshop: {
        id,
        code: joinCode,
        title: setup.title,
        sector: setup.sector,
        region: setup.region,
        rehearsal,
      },
      adjustments: Object.values(w.state.adjustments),
      drafts: startingPathways(w.state),
      tallies: talliesOf(w.state),
      proceedings: written,
      publishedAt: '2026-11-22T12:00:00.000Z',
      publishedByRole: 'staff',
      sha256,
    });
    expect(revision.parse(JSON.parse(JSON.stringify(made)))).toEqual(made);

    const voted = made.adjustments.filter(({ measure }) => measure === 'validation');
    expect(voted.length).toBe(validationItems(w.state).length);
    for (const adjustment of voted) {
      const [occupation = '', ...rest] = adjustment.target.split('/');
      const pathway = made.state.pathways[occupation];
      const item =
        adjustment.kind === 'step' ? pathway?.steps[rest.join('/')] : pathway?.transitions[rest.join('/')];
      expect(item?.validation, adjustment.target).toBe('validated');
    }
    const openings = Object.values(made.state.occupations[code]!.figures).find(
      ({ direction }) => direction === 'too_low',
    );
    expect(openings).toMatchObject({ adjusted: '3000', measure: 'openings_annual' });
    expect(made.state.occupations[code]?.critical).toMatchObject({ firms: 6 });
    expect(Object.values(made.state.occupations[gap.occupation]!.gaps)).toMatchObject([
      { label: gap.label, rank: 1, frequency: 2 },
    ]);
    expect(made.diff).toHaveLength(made.adjustments.length);

    const read = importBundle(bundleZip(made, reference.dataset));
    if (!read.ok) throw new Error(read.problems.join('\n'));
    expect(read.dataset).toEqual(reference.dataset);
    expect(read.adjustments).toEqual(made.adjustments);
    expect(read.rows['critical_votes']).toContainEqual({
      occupation_code: code,
      n_votes: 6,
      n_firms: 6,
      rank: 1,
      round: 1,
    });

    const [shadow] = written.commitments.filter(({ firms }) => firms > 0);
    expect(shadow).toMatchObject({
      firms: 2,
      actions: [{ who: 'Ana, Ana Works', what: 'Two days', outcome: null }],
    });
    expect(JSON.stringify(made)).not.toContain('@example.org');
    expect(JSON.stringify(made)).not.toContain('Ben Works');
  });
});
