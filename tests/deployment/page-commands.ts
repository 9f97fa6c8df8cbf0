/** The commands of docs/deployment.md: each block of shell that a comment `<!-- check: name -->` stands before. */
import { readFileSync } from 'node:fs';

const BLOCK = /<!-- check: (\S+) -->\s+```sh\n([^]*?)```/g;

export function pageCommands(path: string): Map<string, string> {
  const blocks = [...readFileSync(path, 'utf8').matchAll(BLOCK)];
  return new Map(blocks.map(([, name = '', commands = '']) => [name, commands]));
}
