// The arrows of the house, once: eslint shows them while one writes, dependency-cruiser checks them on resolved paths.
// Paths are relative to the root; a package is `npm:<name>`, a module of Node `node:<name>`. `to` says what is
// forbidden, `only` what alone is allowed.

export interface Boundary {
  name: string;
  from: string;
  except?: string;
  to?: string;
  only?: string;
  typesAllowed?: boolean;
  why: string;
}

const protocol = '^src/lib/protocol/';

export const boundaries: Boundary[] = [
  {
    name: 'src-not-server',
    from: '^src/',
    except: '^src/app\\.d\\.ts$',
    to: '^server/',
    why: 'src must not import server: pages are bundled for browsers too, and SvelteKit guards only src/lib/server. Reach the services through event.locals; name their types in src/app.d.ts.',
  },
  {
    name: 'app-types-only',
    from: '^src/app\\.d\\.ts$',
    to: '^server/',
    typesAllowed: true,
    why: 'src/app.d.ts may take types from server and nothing that runs.',
  },
  {
    name: 'protocol-stands-alone',
    from: protocol,
    only: `${protocol}|^npm:zod(/|$)`,
    why: 'src/lib/protocol is the contract every side reads: it may import only itself and zod.',
  },
  {
    name: 'room-reads-protocol',
    from: '^src/lib/room/',
    to: '^src/(?!lib/(room|protocol)/)|^node:',
    why: 'src/lib/room is the browser side of a room: it may import only itself, src/lib/protocol and packages.',
  },
  {
    name: 'ui-is-given-values',
    from: '^src/lib/ui/',
    to: '^src/(?!lib/(ui|protocol)/)|^node:|^npm:socket\\.io-client(/|$)',
    why: 'src/lib/ui draws what it is given and calls back: it may import only itself, types of src/lib/protocol and packages, never the room.',
  },
  {
    name: 'lib-not-routes',
    from: '^src/lib/',
    to: '^src/routes/',
    why: 'src/lib must not import routes: pages use the library, never the other way round.',
  },
  {
    name: 'lib-not-phone',
    from: '^src/lib/',
    to: '^src/phone/',
    why: 'src/phone is an entry: it starts what src/lib holds, and src/lib must not import it.',
  },
  {
    name: 'phone-without-sveltekit',
    from: '^src/phone/',
    to: '^src/routes/|^npm:(@sveltejs/kit|\\$app|\\$env)(/|$)',
    why: 'src/phone is a program of its own, built without SvelteKit so that a phone loads little (B6): it may import src/lib and packages, not pages and nothing of $app.',
  },
  {
    name: 'server-reads-protocol',
    from: '^server/',
    except: '^server/rehearsal/',
    to: '^src/(?!lib/protocol/)',
    why: 'server may read only src/lib/protocol of src: the rest belongs to browsers.',
  },
  {
    name: 'rehearsal-holds-a-phone',
    from: '^server/rehearsal/',
    to: '^src/(?!lib/(protocol|room)/)',
    why: 'server/rehearsal drives the same room client as a phone, and reads nothing else of src than the protocol.',
  },
  {
    name: 'lmi-is-pure',
    from: '^server/lmi/',
    only: `^server/lmi/|${protocol}|^npm:(zod|fastest-levenshtein|fast-json-patch|immutable-json-patch)(/|$)`,
    why: 'server/lmi is pure and the ground floor: no files, sockets, clock or chance, and nothing of server but itself. Give it values as arguments.',
  },
  {
    name: 'workshop-is-pure',
    from: '^server/workshop/',
    only: `^server/(workshop|lmi)/|${protocol}|^npm:(zod|fastest-levenshtein|fast-json-patch|immutable-json-patch)(/|$)`,
    why: 'server/workshop holds the rules and is pure: it may import only itself, server/lmi and src/lib/protocol. Time, ids and chance come in as arguments.',
  },
  {
    name: 'import-reads-lmi',
    from: '^server/import/',
    to: '^server/(?!import/|lmi/)',
    why: 'server/import turns files into datasets: of server it may import only itself and server/lmi.',
  },
  {
    name: 'export-reads-lmi',
    from: '^server/export/',
    to: '^server/(?!export/|lmi/|workshop/|store/port\\.ts$)',
    why: 'server/export writes what is given: of server it may import only itself, server/lmi, and types of server/workshop and the storage port.',
  },
  {
    name: 'export-types-of-workshop',
    from: '^server/export/',
    to: '^server/(workshop/|store/port\\.ts$)',
    typesAllowed: true,
    why: 'server/export may take types from server/workshop and the storage port, and nothing that runs.',
  },
  {
    name: 'store-below-room',
    from: '^server/store/',
    to: '^server/(?!store/|workshop/|lmi/)',
    why: 'server/store keeps what it is given: of server it may import only itself and the shapes in server/workshop and server/lmi.',
  },
  {
    name: 'room-knows-ports',
    from: '^server/(rooms?\\.ts$|room/)',
    to: '^server/(?!workshop/|lmi/|store/port\\.ts$|rooms?\\.ts$|seats\\.ts$|room/)|^npm:pino',
    why: 'A room decides, appends, publishes: it knows server/workshop, the storage port and the protocol, not sockets, not an implementation of the store.',
  },
  {
    name: 'sockets-use-rooms',
    from: '^server/sockets\\.ts$',
    to: '^server/(store|lmi|import|export|rehearsal|cli)/|^server/index\\.ts$',
    why: 'server/sockets.ts carries frames between sockets and rooms: it may import rooms, seats and the protocol, not what stands behind them.',
  },
  {
    name: 'rehearsal-is-a-phone',
    from: '^server/rehearsal/',
    to: '^server/(workshop|store)/|^server/(rooms?|seats|sockets)\\.ts$',
    why: 'server/rehearsal plays employers through the public protocol, as phones do: it may not reach into the room, its rules or its store.',
  },
  {
    name: 'nothing-imports-cli',
    from: '^server/(?!cli/)|^src/',
    to: '^server/cli/',
    why: 'server/cli is an entry: it starts things, nothing imports it.',
  },
  {
    name: 'socket-io-one-door',
    from: '^(server|src)/',
    except: '^server/sockets\\.ts$',
    to: '^npm:socket\\.io(/|$)',
    why: 'Only server/sockets.ts imports socket.io, so that rooms never learn what carries them.',
  },
  {
    name: 'socket-io-client-two-doors',
    from: '^(server|src)/',
    except: '^(src/lib/room|server/rehearsal)/',
    to: '^npm:socket\\.io-client(/|$)',
    why: 'Only src/lib/room and server/rehearsal import socket.io-client: everything else talks to the room object.',
  },
  {
    name: 'lowdb-behind-the-port',
    from: '^(server|src)/',
    except: '^server/store/',
    to: '^npm:lowdb(/|$)',
    why: 'Only server/store imports lowdb: everything else uses the storage port, so that another store can stand behind it.',
  },
];

/** The boundaries that an import of `target` (root path, `npm:<package>` or `node:<module>`) from `file` crosses. */
export function crossings(file: string, target: string, isType: boolean): Boundary[] {
  return boundaries.filter(
    ({ from, except, to, only, typesAllowed }) =>
      new RegExp(from).test(file) &&
      !(except && new RegExp(except).test(file)) &&
      !(typesAllowed && isType) &&
      (to ? new RegExp(to).test(target) : !new RegExp(only ?? '').test(target)),
  );
}
