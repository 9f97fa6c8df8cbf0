/** The command line: `npm run plumbline -- <command>`. Each command is one sentence or more on the terminal, and an exit code. */
import { failureSentence } from '../start/failure-sentence.ts';
import { exportCommand } from './export.ts';
import { importCommand } from './import.ts';
import { backup, restore, verify } from './keep.ts';
import { writeProtocolDocument } from './protocol-doc.ts';
import { rehearse } from './rehearse.ts';
import { staffLink } from './staff-link.ts';

type Command = (args: readonly string[]) => Promise<number>;

const COMMANDS: Record<string, { run: Command; usage: string }> = {
  'staff-link': { run: staffLink, usage: 'staff-link [--name N]  a new link with which staff sign in, once' },
  backup: { run: backup, usage: 'backup DIR|FILE.zip   a copy of the data, also while the server runs' },
  restore: { run: restore, usage: 'restore DIR|FILE.zip  puts a backup into the empty data folder' },
  verify: { run: verify, usage: 'verify [DIR|FILE.zip] checks every byte of the data, or of a backup' },
  export: {
    run: exportCommand,
    usage:
      'export REVISION --format zip|xlsx|csv|json|ctdl|prov [--table NAME] [--out FILE]  a published revision',
  },
  import: {
    run: importCommand,
    usage:
      'import FILE [--profile P] [--area A] [--answer ID=TEXT] [--save [--title T]] [--json]  what would become of a file of figures, or of a zip; --save keeps it',
  },
  rehearse: {
    run: rehearse,
    usage: 'rehearse --out DIR [--employers N] [--seed N] [--dataset FILE] [--json]  plays a whole workshop',
  },
  'protocol-doc': {
    run: writeProtocolDocument,
    usage: 'protocol-doc          writes docs/protocol.md from the schemas',
  },
};

const [name = '', ...args] = process.argv.slice(2);
const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
try {
  process.exitCode = command ? await command.run(args) : usage();
} catch (error) {
  process.stderr.write(`${failureSentence(error)}\n`);
  process.exitCode = 1;
}

function usage(): number {
  const lines = Object.values(COMMANDS).map((each) => `  npm run plumbline -- ${each.usage}`);
  process.stderr.write(`Say what to do:\n${lines.join('\n')}\n`);
  return 1;
}
