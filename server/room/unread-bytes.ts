/** What waits for a reader: in the operating system's hands and still in ours. */
export function unreadBytes(connection: object): number {
  const { transport, writeBuffer } = connection as {
    transport?: { socket?: { bufferedAmount?: number } };
    writeBuffer?: readonly { data?: unknown }[];
  };
  const waiting = (writeBuffer ?? []).reduce((sum, { data }) => sum + sizeOf(data), 0);
  return (transport?.socket?.bufferedAmount ?? 0) + waiting;
}

function sizeOf(data: unknown): number {
  if (typeof data === 'string') return data.length;
  return data instanceof Uint8Array ? data.byteLength : 0;
}
