import type { BriefLanguage } from '../../prompts/language';
import type { Estimate } from './batches';
import type { Digest } from './types';

/** How far a digest has come. Small: it is told to the screen at each step. */
export interface DigestRun {
  /** `asking`: read and ordered by rules; comparing by the model waits for a yes. */
  state: 'reading' | 'asking' | 'ranking' | 'done' | 'stopped' | 'failed';
  /** Comparing is a page's work: Chrome's own model lives in pages only. */
  onDevice: boolean;
  /** The moment the digest is for (ISO 8601). */
  now: string;
  /** What its sentences are in. */
  language: BriefLanguage;
  /** Prospects, and how many of them are read. */
  total: number;
  read: number;
  /** Requests to the model so far, and batches of its round that are still to come. */
  calls: number;
  batchesLeft: number;
  /** Seconds that the model's server asked to wait. */
  waiting: number | null;
  /** What the model would take; null while not all is read. */
  estimate: Estimate | null;
  /** Why it failed, for the screen. */
  message: string | null;
}

/** @returns a run at its beginning. `now` is ISO 8601. */
export function beginRun(now: string, language: BriefLanguage = 'en'): DigestRun {
  return {
    state: 'reading',
    onDevice: false,
    now,
    language,
    total: 0,
    read: 0,
    calls: 0,
    batchesLeft: 0,
    waiting: null,
    estimate: null,
    message: null,
  };
}

/** Whether something is going on by itself. */
export function isBusy(run: DigestRun | null): boolean {
  return run?.state === 'reading' || run?.state === 'ranking';
}

/** When the rep is reminded of the digest, and whether at all. */
export interface Reminder {
  on: boolean;
  /** 0 is Sunday. */
  weekday: number;
  /** 0 to 23, in the rep's own time. */
  hour: number;
}

/** Where the kept parts of a digest lie in the session's storage. */
export const digestKeys = {
  run: 'digest:run',
  people: 'digest:people',
  /** Followed by the number of the chunk. */
  cards: 'digest:cards:',
  rank: 'digest:rank',
  ranking: 'digest:ranking',
  due: 'digest:due',
} as const;

/** What the view of the week asks for when it opens. */
export interface WeekView {
  digest: Digest | null;
  /** The rep's own address, for the mail to oneself; empty where none is set. */
  address: string;
  reminder: Reminder;
}
