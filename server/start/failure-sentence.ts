/** Why the server cannot run, in one sentence for the terminal; a mistake of ours keeps its trace. */
const OURS = /^(TypeError|RangeError|ReferenceError|SyntaxError|AssertionError)$/;

export function failureSentence(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, port } = error as { code?: string; port?: number };
  if (code === 'EADDRINUSE') {
    return `Port ${port} is in use: stop what listens there, or choose another with PORT=${(port ?? 0) + 1}.`;
  }
  if (code === 'EACCES' && port !== undefined) {
    return `Port ${port} needs rights this user does not have: choose one above 1023 with PORT=3000.`;
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return 'HOST is no address of this machine: leave it out to listen on all of them.';
  }
  return OURS.test(error.name) ? (error.stack ?? error.message) : error.message;
}
