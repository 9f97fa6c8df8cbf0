/** The one place where the environment is read: each setting is parsed once, here, and handed on. */
import * as z from 'zod';

const flag = z.stringbool().default(false);

const settings = z.object({
  /** Interface to listen on; the default is all of them, so that phones in the room reach it. */
  HOST: z.string().min(1).default('0.0.0.0'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  DATA_DIR: z.string().min(1).default('data'),
  /** `https://workshops.example.org`, when people reach the server by another address than its own. */
  PUBLIC_ORIGIN: z
    .url({ protocol: /^https?$/ })
    .transform((url) => new URL(url).origin)
    .optional(),
  /** Whether X-Forwarded-For and X-Forwarded-Proto come from a proxy of one's own. */
  TRUST_PROXY: flag,
  /** Whoever sends it may read /metrics from elsewhere; without it, only this machine. */
  METRICS_TOKEN: z.string().min(24, 'at least 24 characters').optional(),
  /** `short` where the terminal is a log, which holds no secret (S2): no staff link, no join code. */
  GREETING: z.enum(['full', 'short']).default('full'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('warn'),
});

export interface Settings {
  host: string;
  port: number;
  dataDir: string;
  publicOrigin: string | null;
  isBehindProxy: boolean;
  metricsToken: string | null;
  greeting: 'full' | 'short';
  logLevel: z.infer<typeof settings>['LOG_LEVEL'];
}

/** Throws with one sentence a setting that cannot be used. */
export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  const read = settings.safeParse(
    Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')),
  );
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new Error(`The setting ${issue?.path.join('.') ?? ''} cannot be used: ${issue?.message ?? ''}.`);
  }
  const { HOST, PORT, DATA_DIR, PUBLIC_ORIGIN, TRUST_PROXY, METRICS_TOKEN, GREETING, LOG_LEVEL } = read.data;
  return {
    host: HOST,
    port: PORT,
    dataDir: DATA_DIR,
    publicOrigin: PUBLIC_ORIGIN ?? null,
    isBehindProxy: TRUST_PROXY,
    metricsToken: METRICS_TOKEN ?? null,
    greeting: GREETING,
    logLevel: LOG_LEVEL,
  };
}

/** Only the server itself sets these headers; what a client sent under their names is replaced. */
export const PROTOCOL_HEADER = 'x-plumbline-protocol';
export const ADDRESS_HEADER = 'x-plumbline-address';

/** The built pages read these when they are loaded: the real protocol, the real address, and how large an upload may be: each page judges that itself. */
export function tellPages(): void {
  process.env['PROTOCOL_HEADER'] = PROTOCOL_HEADER;
  process.env['BODY_SIZE_LIMIT'] = '4G';
  process.env['ADDRESS_HEADER'] = ADDRESS_HEADER;
}
