import type { Interaction } from '../../../lib/interaction';
import { MemoryError, type MemoryReason } from '../../../lib/memory/errors';
import type { Memory } from '../../../lib/memory/memory';
import { createOutbox, type Outbox } from '../../../lib/memory/outbox';
import { locks } from '../../fakes/locks';

/** What happens to one request on its way. */
export type Fate =
  | 'arrives'
  /** It never gets there. */
  | 'lost'
  /** It arrives and is worked off, but the answer doesn't come back. */
  | 'answer lost'
  /** It arrives, and the server is slow to work it off. */
  | 'slow'
  /** The server takes it and gives it up later. */
  | 'given up'
  | MemoryReason;

type Operation = { logs: readonly Interaction[]; state: 'working' | 'completed' | 'failed' };

/**
 * A server as measured: an operation id is taken once, a document id is held once, and every time
 * that a document is written is counted.
 */
export class FakeServer {
  readonly documents = new Map<string, Interaction>();
  /** How often each document was written. */
  readonly writes = new Map<string, number>();
  readonly operations = new Map<string, Operation>();
  /** Fates of the requests that hand a log over, in order; then all arrive. */
  fates: Fate[] = [];
  /** Called with each log as it is handed over. */
  onSubmit: (interaction: Interaction) => Promise<void> = async () => {};
  /** Called with each request of whatever kind. */
  onRequest: () => void = () => {};
  /** Ids of logs that no request may carry. */
  readonly refused = new Set<string>();
  /** Why nothing at all is answered. */
  down: MemoryReason | null = null;
  /** Why nothing is deleted, as where a proxy lets no such request through. */
  keepsAll: MemoryReason | null = null;

  /** Works off what is in work: so many deliveries, oldest first, or all. */
  work(most = Number.POSITIVE_INFINITY): void {
    for (const [id, operation] of this.working().slice(0, most)) this.finish(id, operation);
  }

  /** @returns how many deliveries are in work. */
  inWork(): number {
    return this.working().length;
  }

  private working(): [string, Operation][] {
    return [...this.operations].filter(([, { state }]) => state === 'working');
  }

  private finish(id: string, operation: Operation): void {
    this.operations.set(id, { ...operation, state: 'completed' });
    for (const log of operation.logs) {
      this.documents.set(log.id, log);
      this.writes.set(log.id, (this.writes.get(log.id) ?? 0) + 1);
    }
  }

  private async submit(logs: readonly Interaction[], id: string): Promise<void> {
    this.onRequest();
    if (this.down) throw new MemoryError(this.down);
    if (logs.some((log) => this.refused.has(log.id))) throw new MemoryError('broken');
    const fate = this.fates.shift() ?? 'arrives';
    if (fate === 'lost') throw new MemoryError('unreachable');
    const arrives = ['arrives', 'answer lost', 'slow', 'given up'].includes(fate);
    if (!arrives) throw new MemoryError(fate as MemoryReason);
    if (!this.operations.has(id)) {
      const state = fate === 'given up' ? 'failed' : 'working';
      const operation: Operation = { logs, state };
      this.operations.set(id, operation);
      if (state === 'working' && fate !== 'slow') this.finish(id, operation);
    }
    for (const log of logs) await this.onSubmit(log);
    if (fate === 'answer lost') throw new MemoryError('unreachable');
  }

  /** @returns the part of a memory that an outbox uses. */
  memory(): Memory {
    const answering = <T>(answer: () => T): T => {
      this.onRequest();
      if (this.down) throw new MemoryError(this.down);
      return answer();
    };
    const used: Pick<Memory, 'submit' | 'deliveriesOf' | 'has' | 'remove'> = {
      submit: (logs, operation) => this.submit(logs, operation),
      has: async (id) => answering(() => this.documents.has(id)),
      remove: async (id) =>
        answering(() => {
          if (this.keepsAll) throw new MemoryError(this.keepsAll);
          this.documents.delete(id);
        }),
      deliveriesOf: async (logs, operation) =>
        answering(() => {
          const state = this.operations.get(operation)?.state;
          return logs.map(({ id, summary }) => {
            if (state === 'working' || state === 'failed') return state;
            if (this.documents.get(id)?.summary === summary) return 'stored';
            return state === 'completed' ? 'failed' : 'unknown';
          });
        }),
    };
    return used as Memory;
  }
}

/** A browser: its storage, clock and locks outlive any worker that runs in it. */
export class FakeBrowser {
  stored: unknown = null;
  clock = 1_000_000;
  /** Called on each change of the storage; throws where the browser can't keep it. */
  onStore: (value: unknown) => void = () => {};
  /** Called whenever a worker waits. */
  onPause: () => void = () => {};
  private readonly lock = locks();

  constructor(readonly server: FakeServer) {}

  /** @returns the outbox of a new worker. */
  worker(): Outbox {
    return createOutbox({
      store: {
        get: async () => structuredClone(this.stored),
        set: async (value) => {
          this.onStore(value);
          this.stored = structuredClone(value);
        },
      },
      lock: this.lock,
      memory: async () => this.server.memory(),
      now: () => this.clock,
      pause: async (ms) => {
        this.clock += ms;
        this.onPause();
      },
    });
  }
}
