import type { Memory } from '../memory';
import type { Lock, Store } from './kept';

/** What the outbox needs from outside. */
export interface OutboxParts {
  store: Store;
  lock: Lock;
  /** @throws MemoryError where none is set up. */
  memory(): Promise<Memory>;
  /** Milliseconds since 1970. */
  now(): number;
  /** Waits so many milliseconds. */
  pause(ms: number): Promise<void>;
}
