/** Keeps one answer for a while, so that who asks at each letter typed doesn't ask the server. */
export interface Shelf<T> {
  /** @returns what `read` gave under this key a while ago, else what it gives now. */
  get(key: string, read: () => Promise<T>): Promise<T>;
  /** The same, for who would rather not wait: what is older is given, too, and read anew behind it. */
  atOnce(key: string, read: () => Promise<T>): Promise<T>;
  /** The same, for who can do with an answer that is older, or from before a change. */
  lately(key: string, read: () => Promise<T>): Promise<T>;
  /** @returns what is at hand, or under way, and as `atOnce` would give it; null where nothing is. */
  peek(key: string): Promise<T> | null;
  /** From now on everything is read anew, what is under way too. */
  clear(): void;
}

interface Kept<T> {
  key: string;
  /** When it was asked for (ms since 1970). */
  at: number;
  /** Something changed since. */
  changed: boolean;
  /** It is being read anew behind those who are given it. */
  renewing: boolean;
  answer: Promise<T>;
}

/**
 * @param freshMs how long an answer is kept. @param latelyMs how long for who can do with an older one.
 * @param now milliseconds since 1970
 */
export function createShelf<T>(freshMs: number, latelyMs: number, now: () => number): Shelf<T> {
  let kept: Kept<T> | null = null;
  const within = (key: string, ms: number) => {
    const age = kept?.key === key ? now() - kept.at : Number.NaN;
    return age >= 0 && age < ms ? kept : null;
  };
  const read = (key: string, how: () => Promise<T>) => {
    const mine = { key, at: now(), changed: false, renewing: false, answer: how() };
    kept = mine;
    // A failure is nobody's answer but of who asked.
    mine.answer.catch(() => {
      if (kept === mine) kept = null;
    });
    return mine.answer;
  };
  const unchanged = (key: string, ms: number) => {
    const there = within(key, ms);
    return there && !there.changed ? there : null;
  };
  const renew = (key: string, how: () => Promise<T>, old: Kept<T>) => {
    if (old.renewing) return;
    old.renewing = true;
    const at = now();
    void how().then(
      (value) => {
        // What was changed or read anew meanwhile is newer than this.
        if (kept !== old || old.changed) return;
        kept = { key, at, changed: false, renewing: false, answer: Promise.resolve(value) };
      },
      () => {
        old.renewing = false;
      },
    );
  };
  return {
    get: (key, how) => unchanged(key, freshMs)?.answer ?? read(key, how),
    atOnce(key, how) {
      const old = unchanged(key, latelyMs);
      if (!old) return read(key, how);
      if (!within(key, freshMs)) renew(key, how, old);
      return old.answer;
    },
    lately: (key, how) => within(key, latelyMs)?.answer ?? read(key, how),
    peek: (key) => unchanged(key, latelyMs)?.answer ?? null,
    clear() {
      if (kept) kept.changed = true;
    },
  };
}
