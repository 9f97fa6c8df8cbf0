/** What a view needs beside the state: who is connected now, and whether the store works. Never stored. */
export interface Live {
  connectedParticipants: ReadonlySet<string>;
  connectedSeats: ReadonlySet<string>;
  storage: 'ok' | 'failing';
  now: number;
}
