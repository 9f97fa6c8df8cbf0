/** A workshop in memory for tests of the rules: commands in, events applied, nothing else. */
import type { Command } from '../../src/lib/protocol/commands/index.ts';
import type { WorkshopSetup } from '../../src/lib/protocol/commands/staff.ts';
import type { Answer } from '../../src/lib/protocol/answers.ts';
import type { PhaseName } from '../../src/lib/protocol/guide.ts';
import { DEFAULT_RULE } from '../../src/lib/protocol/guide.ts';
import { loadCodeList } from '../../server/sample/code-list.ts';
import { sampleShortList } from '../../server/sample/occupations.ts';
import { loadSample } from '../../server/sample/sample-dataset.ts';
import { apply } from '../../server/workshop/apply.ts';
import { createWorkshop } from '../../server/workshop/create.ts';
import { decide } from '../../server/workshop/decide.ts';
import { DEFAULT_COMPETITION_TEXT, DEFAULT_GUIDE } from '../../server/workshop/default-guide.ts';
import type { WorkshopEvent } from '../../server/workshop/events.ts';
import type { Actor, Decision } from '../../server/workshop/ports.ts';
import type { WorkshopState } from '../../server/workshop/state.ts';
import type { Live } from '../../server/workshop/views/live.ts';

const dataset = loadSample(Date.parse('2026-11-22T00:00:00Z'));
const codeList = loadCodeList();
export const reference = { dataset, codeList };
export const STAFF: Actor = { role: 'staff', id: 'staff-1' };
export const HOST: Actor = { role: 'facilitator', id: 's-host' };
const START = Date.parse('2026-11-22T09:00:00Z');
export const quiet = (now: number): Live => ({
  connectedParticipants: new Set(),
  connectedSeats: new Set(),
  storage: 'ok',
  now,
});

const setup = (changes: Partial<WorkshopSetup> = {}): WorkshopSetup => ({
  title: 'Healthcare and trades',
  sector: 'Healthcare',
  region: 'Colorado',
  language: 'en',
  datasetId: dataset.id,
  shortlist: [...sampleShortList],
  guide: DEFAULT_GUIDE,
  rule: DEFAULT_RULE,
  pathways: [],
  competitionText: DEFAULT_COMPETITION_TEXT,
  retentionDays: 30,
  ...changes,
});

export class Workshop {
  state: WorkshopState;
  readonly log: WorkshopEvent[] = [];
  now = START;
  #commands = 0;

  constructor(changes: Partial<WorkshopSetup> = {}) {
    const created = createWorkshop({
      id: 'w-test',
      code: 'K7M2QX',
      now: START,
      rehearsal: false,
      setup: setup(changes),
      dataset,
      codeList,
    });
    this.log.push(...structuredClone(created));
    this.state = created.reduce<WorkshopState | null>(apply, null) as WorkshopState;
  }

  /** What the rules say, without doing it. */
  ask(actor: Actor, command: Command): Decision {
    return decide(this.state, actor, command, { now: this.now, commandId: this.nextId(), reference });
  }

  /** Does it; a refusal is an error of the test. Returns the command's id. */
  do(actor: Actor, command: Command): string {
    this.now += 1000;
    const id = this.nextId();
    const decision = decide(this.state, actor, command, { now: this.now, commandId: id, reference });
    if ('refusal' in decision) throw new Error(`${command.type} refused: ${decision.refusal}`);
    for (const event of decision.events) {
      this.log.push(structuredClone(event));
      apply(this.state, event);
    }
    return id;
  }

  refusal(actor: Actor, command: Command): string | null {
    const decision = this.ask(actor, command);
    return 'refusal' in decision ? decision.refusal : null;
  }

  /** Opens the room with a facilitator's seat. */
  open(): this {
    this.do(STAFF, { type: 'workshop.open' });
    const hash = '0'.repeat(64);
    this.do(STAFF, { type: 'seat.offer', seat: HOST.id, kind: 'lead', name: 'Facilitator', hash });
    this.do({ role: 'door', id: 'door' }, { type: 'seat.take', seat: HOST.id, hash });
    return this;
  }

  /** An employer who has accepted the ground rules. */
  join(name: string, organisation = `${name} Ltd`, role: 'employer' | 'observer' = 'employer'): Actor {
    const participant = `p-${name}`;
    const profile = { name, organisation, jobTitle: null, sizeBand: null, subSector: null, role };
    this.do(
      { role: 'door', id: 'door' },
      { type: 'participant.join', participant, hash: '1'.repeat(64), profile },
    );
    const actor: Actor = { role, id: participant };
    this.do(actor, { type: 'ground-rules.acknowledge' });
    return actor;
  }

  /** Goes to a phase and opens it. */
  openPhase(activity: string, phase: PhaseName): void {
    this.do(HOST, { type: 'guide.go', activity, phase });
    this.do(HOST, { type: 'phase.open', activity, phase });
  }
  close(): void {
    this.do(HOST, { type: 'phase.close', ...this.state.current });
  }
  reveal(): void {
    this.do(HOST, { type: 'phase.reveal', ...this.state.current });
  }

  answer(actor: Actor, answer: Answer): void {
    this.do(actor, this.ballot(answer));
  }
  ballot(answer: Answer): Command {
    const { activity, phase } = this.state.current;
    return {
      type: 'answer.set',
      activity,
      round: this.state.phases[`${activity}:${phase}`]?.round ?? 1,
      answer,
    };
  }

  private nextId(): string {
    this.#commands += 1;
    return `00000000-0000-4000-8000-${String(this.#commands).padStart(12, '0')}`;
  }
}
