/** The services as one of staff uses them: what changes something is written down afterwards, under that person's name. */
import type { Datasets, Doors, Services, StaffSession, Workshops } from '../services.ts';
import type { Ack } from '../../src/lib/protocol/delivery.ts';
import type { AuditEntry } from './audit-entry.ts';
import type { ImportMappings } from './import-mappings.ts';
import type { Replays } from './replay-types.ts';

type Told = Pick<AuditEntry, 'what' | 'on'> & Partial<Pick<AuditEntry, 'more' | 'items'>>;
type Tell = (result: unknown, args: readonly unknown[], subject: AuditEntry['on']) => Told | null;
type Tells<T> = Partial<Record<keyof T, Tell>>;

export function onBehalfOf(services: Services, { id, name }: StaffSession): Services {
  const record = async (told: Told | null): Promise<void> => {
    if (told) await services.audit.record({ who: { id, name }, ...told });
  };
  const subject = async (first: unknown): Promise<AuditEntry['on']> => {
    const found = (await services.workshops.list()).find((each) => each.id === first);
    return found ? { kind: 'workshop', id: found.id, title: found.title } : null;
  };
  const replayed = async (first: unknown): Promise<AuditEntry['on']> => {
    const found = (await services.replays.list()).find((each) => each.id === first);
    return found ? { kind: 'replay', id: found.id, title: replayTitle(found) } : null;
  };
  const mapped = async (first: unknown): Promise<AuditEntry['on']> => {
    const found = await services.mappings.get(String(first));
    return found ? { kind: 'mapping', id: found.id, title: found.name } : null;
  };
  return {
    ...services,
    workshops: recorded(services.workshops, workshopTells, subject, record),
    datasets: recorded(services.datasets, datasetTells, () => Promise.resolve(null), record),
    mappings: recorded(services.mappings, mappingTells, mapped, record),
    doors: recorded(services.doors, doorTells, subject, record),
    replays: recorded(services.replays, replayTells, replayed, record),
  };
}

const done =
  (what: AuditEntry['what']): Tell =>
  (result, _args, on) =>
    result === undefined || (result as Ack).ok ? { what, on } : null;

const workshopTells: Tells<Workshops> = {
  create: (id, [setup]) => ({
    what: 'workshop_created',
    on: { kind: 'workshop', id: String(id), title: (setup as { title: string }).title },
  }),
  duplicate: (id, _args, on) => ({
    what: 'workshop_created',
    on: { kind: 'workshop', id: String(id), title: `${on?.title ?? ''} (copy)` },
  }),
  prepare: done('workshop_changed'),
  open: done('workshop_opened'),
  close: done('workshop_closed'),
  startReview: done('workshop_reviewed'),
  discard: done('workshop_discarded'),
  rehearse: (_id, _args, on) => ({ what: 'rehearsal_started', on }),
  decide(ack, [, , input], on) {
    const { decision, adjustments, role } = input as Parameters<Workshops['decide']>[2];
    return (ack as Ack).ok
      ? { what: 'decision', on, more: `${decision}, as ${role}`, items: adjustments }
      : null;
  },
  publish: (published, _args, on) =>
    'revision' in (published as object)
      ? { what: 'published', on, items: [(published as { revision: string }).revision] }
      : null,
  saveTemplate: (id, [title]) => ({
    what: 'template_saved',
    on: { kind: 'template', id: String(id), title: String(title) },
  }),
  removeTemplate: (_done, [id]) => ({
    what: 'template_removed',
    on: { kind: 'template', id: String(id), title: '' },
  }),
};

const datasetTells: Tells<Datasets> = {
  commitImport: (id) =>
    id === null
      ? null
      : { what: 'dataset_imported', on: { kind: 'dataset', id: id as string, title: id as string } },
  withPathways: (...told) => pathwaysTold(...told),
};

const pathwaysTold: Tell = (made) =>
  'dataset' in (made as object)
    ? {
        what: 'dataset_imported',
        on: {
          kind: 'dataset',
          id: (made as { dataset: string }).dataset,
          title: (made as { dataset: string }).dataset,
        },
      }
    : null;

const mappingTells: Tells<ImportMappings> = {
  keep: (kept) =>
    kept !== null && 'mapping' in (kept as object)
      ? {
          what: 'mapping_saved',
          on: {
            kind: 'mapping',
            id: (kept as { mapping: string }).mapping,
            title: (kept as { name: string }).name,
          },
        }
      : null,
  rename: (problem, [, name], on) =>
    problem === null ? { what: 'mapping_renamed', on, more: String(name) } : null,
  remove: (_done, _args, on) => (on ? { what: 'mapping_removed', on } : null),
};

const doorTells: Tells<Doors> = {
  offerSeat: (offered, [, , kind], on) =>
    'secret' in (offered as object) ? { what: 'room_link_made', on, more: String(kind) } : null,
};

const replayTells: Tells<Replays> = {
  start: (started, [revision, dataset]) =>
    'replay' in (started as object)
      ? {
          what: 'replay_started',
          on: { kind: 'replay', id: (started as { replay: string }).replay, title: String(dataset) },
          more: `revision ${String(revision)}`,
        }
      : null,
  settle(settled, [, input], on) {
    const { decision, adjustments, role } = input as Parameters<Replays['settle']>[1];
    return 'settled' in (settled as object)
      ? { what: 'replay_settled', on, more: `${decision}, as ${role}`, items: adjustments }
      : null;
  },
  publish: (published, _args, on) =>
    'revision' in (published as object)
      ? { what: 'published', on, items: [(published as { revision: string }).revision] }
      : null,
  discard: (_done, _args, on) => (on ? { what: 'replay_discarded', on } : null),
};

const replayTitle = ({
  from,
  to,
}: {
  from: { revision: { number: number } };
  to: { release: string };
}): string => `Revision ${from.revision.number} on ${to.release}`;

function recorded<T extends object>(
  target: T,
  tells: Tells<T>,
  subjectOf: (first: unknown) => Promise<AuditEntry['on']>,
  record: (told: Told | null) => Promise<void>,
): T {
  return new Proxy(target, {
    get(_target, key) {
      const value: unknown = Reflect.get(target, key);
      if (typeof value !== 'function') return value;
      const call = (args: unknown[]): unknown => Reflect.apply(value, target, args);
      const tell = tells[key as keyof T];
      if (!tell) return (...args: unknown[]) => call(args);
      return async (...args: unknown[]) => {
        const on = await subjectOf(args[0]);
        const result = await call(args);
        await record(tell(result, args, on));
        return result;
      };
    },
  });
}
