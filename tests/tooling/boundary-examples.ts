interface Example {
  name: string;
  file: string;
  crosses: string;
  keeps?: string;
  keepsIn?: string;
}

/** For each boundary an import that crosses it, and where one is near, an import that does not. */
export const examples: Example[] = [
  {
    name: 'src-not-server',
    file: 'src/routes/page.ts',
    crosses: '../../server/rooms.ts',
    keeps: '#lib/room/room.ts',
  },
  { name: 'app-types-only', file: 'src/app.d.ts', crosses: '../server/rooms.ts' },
  {
    name: 'protocol-stands-alone',
    file: 'src/lib/protocol/ballot.ts',
    crosses: '../ui/bar.ts',
    keeps: 'zod',
  },
  {
    name: 'room-reads-protocol',
    file: 'src/lib/room/room.ts',
    crosses: '#lib/ui/bar.ts',
    keeps: '#lib/protocol/roles.ts',
  },
  {
    name: 'ui-is-given-values',
    file: 'src/lib/ui/bar.ts',
    crosses: '#lib/room/room.ts',
    keeps: '#lib/protocol/roles.ts',
  },
  { name: 'lib-not-routes', file: 'src/lib/ui/bar.ts', crosses: '../../routes/page.ts', keeps: './tally.ts' },
  { name: 'lib-not-phone', file: 'src/lib/ui/bar.ts', crosses: '../../phone/start.ts', keeps: './tally.ts' },
  {
    name: 'phone-without-sveltekit',
    file: 'src/phone/start.ts',
    crosses: '../routes/page.ts',
    keeps: '#lib/room/room.ts',
  },
  { name: 'phone-without-sveltekit', file: 'src/phone/start.ts', crosses: '$app/paths', keeps: 'svelte' },
  {
    name: 'server-reads-protocol',
    file: 'server/env.ts',
    crosses: '#lib/ui/bar.ts',
    keeps: '#lib/protocol/roles.ts',
  },
  {
    name: 'rehearsal-holds-a-phone',
    file: 'server/rehearsal/employer.ts',
    crosses: '#lib/ui/bar.ts',
    keeps: '../../src/lib/room/client.ts',
  },
  { name: 'lmi-is-pure', file: 'server/lmi/flag.ts', crosses: 'node:fs', keeps: './dataset.ts' },
  { name: 'lmi-is-pure', file: 'server/lmi/flag.ts', crosses: '../workshop/decide.ts', keeps: 'zod' },
  {
    name: 'workshop-is-pure',
    file: 'server/workshop/decide.ts',
    crosses: 'node:crypto',
    keeps: '../lmi/dataset.ts',
  },
  {
    name: 'workshop-is-pure',
    file: 'server/workshop/decide.ts',
    crosses: '../store/port.ts',
    keeps: '#lib/protocol/roles.ts',
  },
  {
    name: 'import-reads-lmi',
    file: 'server/import/long.ts',
    crosses: '../rooms.ts',
    keeps: '../lmi/dataset.ts',
  },
  {
    name: 'export-reads-lmi',
    file: 'server/export/zip.ts',
    crosses: '../rooms.ts',
    keeps: '../lmi/dataset.ts',
  },
  { name: 'export-types-of-workshop', file: 'server/export/zip.ts', crosses: '../workshop/decide.ts' },
  {
    name: 'store-below-room',
    file: 'server/store/journal.ts',
    crosses: '../room.ts',
    keeps: '../workshop/decide.ts',
  },
  {
    name: 'room-knows-ports',
    file: 'server/room.ts',
    crosses: './store/journal.ts',
    keeps: './store/port.ts',
  },
  {
    name: 'room-knows-ports',
    file: 'server/room.ts',
    crosses: './sockets.ts',
    keeps: './workshop/decide.ts',
  },
  {
    name: 'room-knows-ports',
    file: 'server/room/publisher.ts',
    crosses: '../sockets.ts',
    keeps: '../store/port.ts',
  },
  { name: 'sockets-use-rooms', file: 'server/sockets.ts', crosses: './store/port.ts', keeps: './rooms.ts' },
  {
    name: 'rehearsal-is-a-phone',
    file: 'server/rehearsal/employer.ts',
    crosses: '../room.ts',
    keeps: 'socket.io-client',
  },
  { name: 'nothing-imports-cli', file: 'server/index.ts', crosses: './cli/index.ts', keeps: './env.ts' },
  { name: 'socket-io-one-door', file: 'server/index.ts', crosses: 'socket.io', keepsIn: 'server/sockets.ts' },
  {
    name: 'socket-io-client-two-doors',
    file: 'src/routes/page.ts',
    crosses: 'socket.io-client',
    keepsIn: 'src/lib/room/room.ts',
  },
  {
    name: 'lowdb-behind-the-port',
    file: 'server/rooms.ts',
    crosses: 'lowdb',
    keepsIn: 'server/store/journal.ts',
  },
];
