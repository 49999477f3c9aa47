/** Keeps one answer for a while, so that who asks at each letter typed doesn't ask the server. */
export interface Shelf<T> {
  /** @returns what `read` gave under this key a while ago, else what it gives now. */
  get(key: string, read: () => Promise<T>): Promise<T>;
  /** The same, for who can do with an answer that is older, or from before a change. */
  lately(key: string, read: () => Promise<T>): Promise<T>;
  /** From now on everything is read anew, what is under way too. */
  clear(): void;
}

/**
 * @param freshMs how long an answer is kept. @param latelyMs how long for who can do with an older one.
 * @param now milliseconds since 1970
 */
export function createShelf<T>(freshMs: number, latelyMs: number, now: () => number): Shelf<T> {
  let kept: { key: string; at: number; changed: boolean; answer: Promise<T> } | null = null;
  const within = (key: string, ms: number) => {
    const age = kept?.key === key ? now() - kept.at : Number.NaN;
    return age >= 0 && age < ms ? kept : null;
  };
  const read = (key: string, how: () => Promise<T>) => {
    const mine = { key, at: now(), changed: false, answer: how() };
    kept = mine;
    // A failure is nobody's answer but of who asked.
    mine.answer.catch(() => {
      if (kept === mine) kept = null;
    });
    return mine.answer;
  };
  return {
    get(key, how) {
      const there = within(key, freshMs);
      return there && !there.changed ? there.answer : read(key, how);
    },
    lately: (key, how) => within(key, latelyMs)?.answer ?? read(key, how),
    clear() {
      if (kept) kept.changed = true;
    },
  };
}
