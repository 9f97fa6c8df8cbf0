/** Puts the services together over one store, with the rooms behind them. */
import { loadCodeList } from '../sample/code-list.ts';
import type { AnsweredCommand, Log, Outlet } from '../room/ports.ts';
import { Rooms } from '../rooms.ts';
import { workshopRules } from '../rules.ts';
import type { Services } from '../services.ts';
import type { Store } from '../store/port.ts';
import { watchedStore } from '../store/watched-store.ts';
import { StoredAudit } from './audit-log.ts';
import { onBehalfOf } from './audited-services.ts';
import { CodeGuard } from './code-guard.ts';
import { StoredComments } from './comments.ts';
import { remindersOf } from './dataset-calendar.ts';
import { StoredDatasets } from './datasets.ts';
import { keepRetention } from './keep-retention.ts';
import { RoomDoors } from './doors.ts';
import { StoredReplays } from './replays.ts';
import { StoredExplore } from './explore.ts';
import { PublishedMaterials } from './materials.ts';
import { EndpointApi } from './public-api.ts';
import { RevisionThread } from './revision-thread.ts';
import { StoredRevisions } from './revisions.ts';
import { addSample } from './sample.ts';
import { openStaffAccess } from './staff-access.ts';
import { RoomPrivacy } from './staff-privacy.ts';
import { StaffWorkshops } from './workshops.ts';
import type { StartRehearsal } from './workshops.ts';

/** A room in which nobody is, and for which nobody asks so long, is put away: looked for so often. */
const REST = { afterMs: 60_000, everyMs: 15_000 };

export interface ServicesOptions {
  store: Store;
  outlet: Outlet;
  log: Log;
  now: () => number;
  publicAddress: () => string;
  startRehearsal: StartRehearsal;
  answered: (command: AnsweredCommand) => void;
  storageFailed: (error: unknown, room: { canBeRead: boolean }) => void;
  /** Whether an empty store gets the sample dataset and its workshop. */
  withSample: boolean;
  /** Somebody may look: what is public is made ready before. */
  hasPages: boolean;
}

export interface OpenedServices {
  services: Services;
  rooms: Rooms;
  /** Ends what works beside the rooms. */
  close: () => Promise<void>;
}

export async function openServices(options: ServicesOptions): Promise<OpenedServices> {
  const { outlet, log, now, startRehearsal, answered, storageFailed } = options;
  const { store, changes, onChange } = watchedStore(options.store);
  const thread = new RevisionThread();
  const codeList = loadCodeList();
  const datasets = new StoredDatasets(store, codeList, now, thread);
  const rooms = await Rooms.open({
    store,
    rules: workshopRules,
    outlet,
    log,
    now,
    answered,
    storageFailed,
    async referenceFor(datasetId) {
      const dataset = await datasets.get(datasetId);
      if (!dataset)
        throw new Error(`The dataset ${datasetId}, on which a workshop stands, is not in the store.`);
      return { codeList, dataset };
    },
  });
  const revisions = new StoredRevisions({ store, rooms, datasets, now, thread });
  datasets.arrivals = revisions;
  const replays = new StoredReplays({ store, datasets, revisions, now });
  const workshops = new StaffWorkshops({
    store,
    rooms,
    rules: workshopRules,
    datasets,
    revisions,
    startRehearsal,
    now,
  });
  const explore = new StoredExplore({
    store,
    revisions,
    datasets,
    changes: () => changes('revisions', 'datasets'),
    now,
    thread,
  });
  const audit = new StoredAudit(store, now);
  const staff = await openStaffAccess(store, now, audit);
  const comments = new StoredComments({ store, explore, audit, changes: () => changes('comments'), now });
  const privacy = new RoomPrivacy({ store, rooms, revisions, audit, now });
  const isEmpty = (await store.list('datasets')).length === 0 && (await rooms.list()).length === 0;
  if (options.withSample && isEmpty) await addSample(datasets, workshops, now());
  const guard = await CodeGuard.open({ store, log, now });
  const doors = new RoomDoors(rooms, guard, now);
  const erase = async (): Promise<void> => {
    await privacy.eraseDue();
    await revisions.eraseExpired();
    await comments.eraseDue();
  };
  await keepRetention(erase, log, now);
  keepResting(rooms, log);
  if (options.hasPages) {
    explore.prepare();
    onChange(['revisions', 'datasets'], () => explore.prepare());
  }
  const close = async (): Promise<void> => {
    explore.close();
    await thread.close();
  };
  const { publicAddress } = options;
  const services: Services = {
    staff,
    audit,
    privacy,
    datasets,
    mappings: datasets.mappings,
    workshops,
    doors,
    revisions,
    replays,
    explore,
    comments,
    api: new EndpointApi({ explore, revisions }),
    materials: new PublishedMaterials({ explore, now }),
    reminders: () => remindersOf({ rooms, datasets, revisions, replays, now }),
    publicAddress,
    onBehalfOf: (session) => onBehalfOf(services, session),
  };
  return { rooms, services, close };
}

/** A server that runs for months holds in memory, and open, what is in use. */
function keepResting(rooms: Rooms, log: Log): void {
  const often = setInterval(() => {
    rooms
      .rest(REST.afterMs)
      .catch((error: unknown) => log.error({ err: error }, 'a room could not be put away'));
  }, REST.everyMs);
  often.unref();
}
