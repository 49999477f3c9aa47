/** Keeps one answer for a while, so that who asks at each letter typed doesn't ask the server. */
export interface Shelf<T> {
  /** @returns what `read` gave under this key a while ago, else what it gives now. */
  get(key: string, read: () => Promise<T>): Promise<T>;
  /** From now on everything is read anew, what is under way too. */
  clear(): void;
}

/** @param freshMs how long an answer is kept. @param now milliseconds since 1970 */
export function createShelf<T>(freshMs: number, now: () => number): Shelf<T> {
  let kept: { key: string; at: number; answer: Promise<T> } | null = null;
  return {
    get(key, read) {
      const age = kept ? now() - kept.at : Number.NaN;
      if (kept?.key === key && age >= 0 && age < freshMs) return kept.answer;
      const mine = { key, at: now(), answer: read() };
      kept = mine;
      // A failure is nobody's answer but of who asked.
      mine.answer.catch(() => {
        if (kept === mine) kept = null;
      });
      return mine.answer;
    },
    clear() {
      kept = null;
    },
  };
}
