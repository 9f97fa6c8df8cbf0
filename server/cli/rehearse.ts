/** The rehearsal is loaded only when it is asked for: it brings a server and its clients with it. */
export async function rehearse(args: readonly string[]): Promise<number> {
  const { rehearseCommand } = await import('../rehearsal/command.ts');
  return rehearseCommand(args);
}
