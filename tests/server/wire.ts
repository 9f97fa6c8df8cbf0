/** A bare socket, for what no client of ours would send. */
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import type { Ack, Goodbye, Snapshot, SyncReply } from '../../src/lib/protocol/delivery.ts';
import { PROTOCOL_VERSION } from '../../src/lib/protocol/version.ts';

export interface WireOptions {
  address: string;
  cookie?: string;
  origin?: string | null;
  auth?: object;
  transport?: 'websocket' | 'polling';
  headers?: Record<string, string>;
}

export class Wire {
  readonly socket: Socket;
  readonly snapshots: Snapshot[] = [];
  /** 'refused' when no connection was let in. */
  readonly fate: Promise<'seated' | 'refused' | Goodbye>;

  constructor({ address, cookie, origin = address, auth, transport = 'websocket', headers }: WireOptions) {
    const extraHeaders = {
      ...(origin === null ? {} : { origin }),
      ...(cookie ? { cookie } : {}),
      ...headers,
    };
    this.socket = io(address, {
      auth: auth ?? {},
      transports: [transport],
      forceNew: true,
      reconnection: false,
      extraHeaders,
    });
    this.fate = new Promise((settle) => {
      this.socket.on('snapshot', (snapshot: Snapshot) => {
        this.snapshots.push(snapshot);
        settle('seated');
      });
      this.socket.on('goodbye', (goodbye: Goodbye) => settle(goodbye));
      this.socket.on('connect_error', () => settle('refused'));
    });
  }

  command(envelope: unknown): Promise<Ack> {
    return this.socket.emitWithAck('command', envelope) as Promise<Ack>;
  }

  sync(): Promise<SyncReply> {
    return this.socket.emitWithAck('sync') as Promise<SyncReply>;
  }

  close(): void {
    this.socket.close();
  }
}

export function handshakeFor(room: string, face: 'console' | 'screen' | 'phone'): object {
  return { protocol: PROTOCOL_VERSION, room, face };
}
