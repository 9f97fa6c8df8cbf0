/**
 * What the server counts and times, for Prometheus. Labels come from closed lists and nothing else: no id, code, name or
 * address ever becomes one, so that whoever reads them learns how the server is, and of nobody in a room.
 */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Ack } from '../../src/lib/protocol/delivery.ts';
import type { Face } from '../../src/lib/protocol/roles.ts';
import type { AnsweredCommand } from '../room/ports.ts';

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5];

interface LiveCounts {
  rooms(): number;
  sockets(): Record<Face, number>;
}

export class Metrics {
  readonly #own = new Registry();
  readonly #commands = this.#counter('plumbline_commands_total', 'Commands answered.', ['type', 'outcome']);
  readonly #refusals = this.#counter('plumbline_refusals_total', 'Commands refused, by reason.', ['code']);
  readonly #turnedAway = this.#counter('plumbline_sockets_refused_total', 'Sockets from a foreign origin.');
  readonly #journalBytes = this.#counter('plumbline_journal_bytes_total', 'Bytes appended to journals.');
  readonly #failures = this.#counter('plumbline_storage_failures_total', 'Times the store took no more.');
  readonly #acks = this.#histogram('plumbline_ack_seconds', 'From a command to its answer, stored.');
  readonly #appends = this.#histogram('plumbline_append_seconds', 'One append to a journal, synced.');
  readonly #syncs = this.#histogram(
    'plumbline_sync_seconds',
    'One sync of a file; of a journal, its write as well.',
  );

  /** What is counted when somebody asks. */
  watch(live: LiveCounts): void {
    new Gauge({
      name: 'plumbline_rooms_live',
      help: 'Workshops in memory.',
      registers: [this.#own],
      collect() {
        this.set(live.rooms());
      },
    });
    new Gauge({
      name: 'plumbline_sockets',
      help: 'Open sockets, by face.',
      labelNames: ['face'],
      registers: [this.#own],
      collect() {
        for (const [face, count] of Object.entries(live.sockets())) this.set({ face }, count);
      },
    });
  }

  answered({ type, ack, seconds }: AnsweredCommand): void {
    this.#commands.inc({ type: type ?? 'unreadable', outcome: outcomeOf(ack) });
    if (!ack.ok) this.#refusals.inc({ code: ack.code });
    if (type !== null) this.#acks.observe(seconds);
  }

  turnedAway(): void {
    this.#turnedAway.inc();
  }

  appended(seconds: number): void {
    this.#appends.observe(seconds);
  }

  synced(seconds: number): void {
    this.#syncs.observe(seconds);
  }

  journalGrew(bytes: number): void {
    this.#journalBytes.inc(bytes);
  }

  storageFailed(): void {
    this.#failures.inc();
  }

  /** In Prometheus' text format. */
  async text(): Promise<{ type: string; body: string }> {
    const all = Registry.merge([this.#own, ofThisProcess()]);
    return { type: all.contentType, body: await all.metrics() };
  }

  #counter(name: string, help: string, labelNames: string[] = []): Counter {
    return new Counter({ name, help, labelNames, registers: [this.#own] });
  }

  #histogram(name: string, help: string): Histogram {
    return new Histogram({ name, help, buckets: SECONDS, registers: [this.#own] });
  }
}

function outcomeOf(ack: Ack): 'stored' | 'refused' {
  return ack.ok ? 'stored' : 'refused';
}

let processRegistry: Registry | null = null;

/** Memory, processor and the event loop's lag; watched from the first reading on, so that it costs nothing where nobody reads. */
function ofThisProcess(): Registry {
  if (!processRegistry) {
    processRegistry = new Registry();
    collectDefaultMetrics({ register: processRegistry });
  }
  return processRegistry;
}
