/**
 * `npm run -s deployment-check`: installs Plumbline by the commands of docs/deployment.md in a folder of its own, behind a
 * real nginx (and Caddy, where there is one) with a certificate made for it, and visits it. Needs root, for the user it
 * makes and takes away again. Everything listens on the loopback. Not part of `npm test`: it takes minutes.
 */
import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { createServer as createListener } from 'node:net';
import type { AddressInfo, Server as Listener } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { has, moveFiles, run } from './machine.ts';
import type { Machine } from './machine.ts';
import { pageCommands } from './page-commands.ts';
import { Service } from './service.ts';

const REPOSITORY = resolve(import.meta.dirname, '../..');
const DEPLOYMENT = 'opt/plumbline/docs/deployment';
const startedAt = performance.now();
const commands = pageCommands(join(REPOSITORY, 'docs/deployment.md'));

const missing = ['git', 'npm', 'nginx', 'openssl', 'curl', 'runuser'].filter((program) => !has(program));
if (process.getuid?.() !== 0 || missing.length > 0) stop(`It needs root and: ${missing.join(', ')}.`);
if (userExists()) stop('There is a user plumbline on this machine already.');

const root = mkdtempSync(join(tmpdir(), 'plumbline-deployment-'));
chmodSync(root, 0o755);
for (const folder of ['opt', 'var/lib', 'var/backups', 'var/log/nginx', 'etc/nginx/conf.d', 'etc/cron.d'])
  mkdirSync(join(root, folder), { recursive: true });
const [http, https, caddy, port] = await freePorts(4);
const running: { service: Service | null } = { service: null };
const control = await listening(
  createServer((request, response) => {
    void order(request.url ?? '').then(() => response.end());
  }),
);
const machine: Machine = {
  root,
  control: `http://127.0.0.1:${portOf(control)}`,
  own: [
    ['https://git.example.org/plumbline.git', `file://${REPOSITORY}`],
    ['https://workshops.example.org', `https://localhost:${https}`],
    ['workshops.example.org', 'localhost'],
    ['127.0.0.1:3000', `127.0.0.1:${port}`],
    ['PORT=3000', `PORT=${port}`],
    ['listen 80;', `listen 127.0.0.1:${http};`],
    ['listen 443', `listen 127.0.0.1:${https}`],
  ],
};

try {
  await install();
  await visitBy('nginx', https);
  await backupAndRestore();
  if (has('caddy')) await behindCaddy();
  await upgrade();
  checkLog();
  process.stdout.write(`All of it holds (${((performance.now() - startedAt) / 1_000).toFixed(0)} s).\n`);
} catch (error) {
  process.stderr.write(
    `${error instanceof Error ? error.message : String(error)}\n${running.service?.log.slice(-2_000)}\n`,
  );
  process.exitCode = 1;
} finally {
  await running.service?.stop();
  if (has('nginx')) await run(machine, 'nginx -s quit || true');
  control.close();
  if (userExists()) execFileSync('userdel', ['plumbline']);
  rmSync(root, { recursive: true, force: true });
}

async function install(): Promise<void> {
  step('installed by the page, as a user of its own');
  await run(machine, theBlock('install'));
  moveFiles(machine, deployedFiles());
  moveFiles(machine, [join(root, 'etc/plumbline.env')]);
  makeCertificate();
  writeMainConfiguration();
  const unit = join(root, DEPLOYMENT, 'plumbline.service');
  if (has('systemd-analyze')) {
    execFileSync('systemd-analyze', ['verify', unit], { stdio: 'inherit' });
    const rated = execFileSync('systemd-analyze', [
      'security',
      '--offline=true',
      '--no-pager',
      unit,
    ]).toString();
    told(`systemd-analyze finds the unit right: ${/Overall exposure.*/.exec(rated)?.[0] ?? ''}`);
  }
  running.service = new Service(unit);
  await order('/start/plumbline');
  assertOwner(join(root, 'var/lib/plumbline'));
  await run(machine, `nginx -t -q && nginx && ${theBlock('nginx')}`);
}

async function visitBy(name: string, at: number | undefined): Promise<void> {
  step(`visited through ${name}`);
  const link = (await run(machine, theBlock('staff-link')))
    .trim()
    .replace(/localhost:\d+/, `localhost:${at}`);
  const args = [join(import.meta.dirname, 'visit.ts'), `https://localhost:${at}`, link, machine.control];
  const env = { ...process.env, NODE_EXTRA_CA_CERTS: join(root, 'etc/certificate.pem') };
  const visit = spawn(process.execPath, args, { env, stdio: ['ignore', 'inherit', 'inherit'] });
  const code = await new Promise((done) => visit.once('exit', done));
  if (code !== 0) throw new Error(`The visit through ${name} failed.`);
}

async function backupAndRestore(): Promise<void> {
  step('backed up while it runs, restored into an empty folder');
  const told1 = await run(machine, theBlock('backup'));
  told(
    told1
      .trim()
      .split('\n')
      .at(-1)
      ?.replace(/^.*zip: /, '') ?? '',
  );
  await run(machine, theBlock('restore'));
  await ready();
  told('the restored server is ready');
}

async function behindCaddy(): Promise<void> {
  const config = join(root, DEPLOYMENT, 'Caddyfile');
  const tls = `tls ${root}/etc/certificate.pem ${root}/etc/key.pem\n  bind 127.0.0.1\n`;
  const text = readFileSync(config, 'utf8')
    .replace('{\n', '{\n  admin off\n  auto_https off\n')
    .replace('localhost {\n', `https://localhost:${caddy} {\n  ${tls}`);
  writeFileSync(config, text);
  // One public origin at a time: the server's own moves to the second proxy.
  await run(machine, `sed -i 's/localhost:${https}/localhost:${caddy}/' /etc/plumbline.env`);
  await order('/restart/plumbline');
  const proxy = spawn('caddy', ['run', '--adapter', 'caddyfile', '--config', config], { stdio: 'ignore' });
  try {
    while (!(await isListening(caddy))) await pause(100);
    await visitBy('Caddy', caddy);
  } finally {
    proxy.kill();
  }
  await run(machine, `sed -i 's/localhost:${caddy}/localhost:${https}/' /etc/plumbline.env`);
}

async function upgrade(): Promise<void> {
  step('upgraded by the page, with its data');
  await run(machine, theBlock('upgrade'));
  await ready();
  told('the next version is ready');
}

/** What the visits left in the log: their requests, and nothing of who made them. */
function checkLog(): void {
  const log = running.service?.log ?? '';
  if (!log.includes('"path":"/staff/enter"')) throw new Error('The log has no line of a staff link.');
  const told1 = /Deployment check|enter[#/][\w-]{20,}|__Host-/.exec(log);
  if (told1) throw new Error(`The log tells too much: ${told1[0]}`);
  told(`${log.split('\n').length} lines of log, no secret and no name; ${running.service?.starts} starts`);
}

async function order(path: string): Promise<void> {
  const { service } = running;
  const [, what = '', whom] = path.split('/');
  if (whom === 'nginx') return void (await run(machine, 'nginx -s reload'));
  if (!service) return;
  if (what === 'kill') return service.kill();
  if (what !== 'start') await service.stop();
  if (what === 'stop') return;
  service.start();
  await ready();
}

async function ready(): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null);
    if (answer?.ok) return;
    await pause(200);
  }
  throw new Error('The server did not become ready within a minute.');
}

function theBlock(name: string): string {
  const found = commands.get(name);
  if (found === undefined) throw new Error(`The page has no commands called ${name}.`);
  return found;
}

function deployedFiles(): string[] {
  const folder = join(root, DEPLOYMENT);
  return readdirSync(folder).map((name) => join(folder, name));
}

function makeCertificate(): void {
  const files = ['-keyout', join(root, 'etc/key.pem'), '-out', join(root, 'etc/certificate.pem')];
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  const options = [
    'req',
    '-x509',
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:P-256',
    '-nodes',
    '-days',
    '2',
  ];
  execFileSync('openssl', [...options, ...files, ...subject], { stdio: 'ignore' });
  const letsEncrypt = join(root, 'etc/letsencrypt/live/localhost');
  mkdirSync(letsEncrypt, { recursive: true });
  execFileSync('cp', [join(root, 'etc/certificate.pem'), join(letsEncrypt, 'fullchain.pem')]);
  execFileSync('cp', [join(root, 'etc/key.pem'), join(letsEncrypt, 'privkey.pem')]);
}

/** Debian's own names everything under /etc and /var: this one is as short as it can be, around the page's file. */
function writeMainConfiguration(): void {
  const text = `
    pid ${root}/nginx.pid;
    error_log ${root}/var/log/nginx/error.log;
    events { worker_connections 512; }
    http {
      client_body_temp_path ${root}/body; proxy_temp_path ${root}/proxy; fastcgi_temp_path ${root}/fastcgi;
      uwsgi_temp_path ${root}/uwsgi; scgi_temp_path ${root}/scgi;
      access_log off;
      include ${root}/etc/nginx/conf.d/*.conf;
    }`;
  writeFileSync(join(root, 'etc/nginx/nginx.conf'), text);
}

function assertOwner(path: string): void {
  const { uid, mode } = statSync(path);
  const wanted = Number(execFileSync('id', ['-u', 'plumbline']).toString());
  if (uid !== wanted || (mode & 0o777) !== 0o700) throw new Error(`${path} is not plumbline's alone.`);
  told('the server runs as plumbline, and its data is for that user alone');
}

function userExists(): boolean {
  try {
    execFileSync('id', ['plumbline'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

async function freePorts(count: number): Promise<number[]> {
  const listeners = await Promise.all(Array.from({ length: count }, () => listening(createListener())));
  const ports = listeners.map(portOf);
  await Promise.all(listeners.map((listener) => new Promise((done) => listener.close(done))));
  return ports;
}

async function listening<L extends Listener>(listener: L): Promise<L> {
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  return listener;
}

function portOf(listener: Listener): number {
  return (listener.address() as AddressInfo).port;
}

async function isListening(at: number | undefined): Promise<boolean> {
  return fetch(`http://127.0.0.1:${at}/`).then(
    () => true,
    () => false,
  );
}

function step(what: string): void {
  process.stdout.write(`${what}\n`);
}

function told(line: string): void {
  process.stdout.write(`  ok  ${line}\n`);
}

function stop(why: string): never {
  process.stderr.write(`The deployment cannot be checked here. ${why}\n`);
  process.exit(1);
}
