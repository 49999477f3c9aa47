/** What an `Ahead` reads, and how. */
export interface AheadParts<T, V> {
  /** What makes two subjects one. */
  keyOf(subject: T): string;
  /** Reads a subject. The signal ends what was read ahead once nobody wants it any more. */
  read(subject: T, signal: AbortSignal): Promise<V>;
  /** Takes each answer that nobody had asked for when its reading began. */
  onAhead(subject: T, value: V): void;
  /** Milliseconds, of a clock that doesn't go back. */
  now(): number;
}

/** Answers that are kept, and subjects that wait to be read ahead: a morning's meetings. */
export const mostAhead = 12;
/** What is read ahead at the same time: the server has others to serve. */
export const aheadAtOnce = 2;
/** How long an answer that nobody took yet stands for a question (ms). */
export const freshMs = 30_000;
/** How long it does once somebody took it (ms): the panel asks a few things of one opening. */
export const takenMs = 2_000;

/** Reads what is likely to be asked next, and answers it once it is. */
export interface Ahead<T, V> {
  /**
   * Answers a question: by what is being read already, by what was read ahead a moment ago, or by
   * reading it now, before anything that is only likely to be asked.
   *
   * @throws what reading throws; a failure serves no later question
   */
  get(subject: T): Promise<V>;
  /** @returns what `get` would answer without reading anything, if there is such an answer. */
  peek(subject: T): V | undefined;
  /**
   * Says what is likely to be asked next, as far as a source knows. What the source said before is
   * overtaken: it is read no more, unless another source or a question wants it.
   */
  plan(source: string, subjects: readonly T[]): void;
  /** Something changed: nothing that was read up to now answers a question from now on. */
  forget(): void;
}

interface Reading<V> {
  answer: Promise<V>;
  stop: AbortController;
  /** Somebody waits for it. */
  asked: boolean;
}

interface Kept<V> {
  value: V;
  readAt: number;
  takenAt: number | null;
}

/** Reads ahead within bounds; never the same subject twice at once, whoever wants it. */
export function createAhead<T, V>(parts: AheadParts<T, V>): Ahead<T, V> {
  const { keyOf, now } = parts;
  const readings = new Map<string, Reading<V>>();
  const kept = new Map<string, Kept<V>>();
  /** What each source wants, the source that spoke last at the end. */
  const wishes = new Map<string, Map<string, T>>();

  const isWished = (key: string) => [...wishes.values()].some((wished) => wished.has(key));

  function freshly(key: string): Kept<V> | undefined {
    const found = kept.get(key);
    if (!found) return undefined;
    const { readAt, takenAt } = found;
    if (now() < (takenAt === null ? readAt + freshMs : takenAt + takenMs)) return found;
    kept.delete(key);
    return undefined;
  }

  function keep(key: string, value: V, asked: boolean): void {
    kept.delete(key);
    kept.set(key, { value, readAt: now(), takenAt: asked ? now() : null });
    for (const oldest of kept.keys()) {
      if (kept.size <= mostAhead) break;
      kept.delete(oldest);
    }
  }

  function start(subject: T, asked: boolean): Reading<V> {
    const key = keyOf(subject);
    const stop = new AbortController();
    const answer = parts.read(subject, stop.signal);
    const reading: Reading<V> = { answer, stop, asked };
    readings.set(key, reading);
    const end = () => {
      if (readings.get(key) !== reading) return false;
      readings.delete(key);
      for (const wished of wishes.values()) wished.delete(key);
      return true;
    };
    void answer
      .then(
        (value) => {
          // What was forgotten or given up meanwhile is kept no more.
          if (!end()) return;
          keep(key, value, reading.asked);
          if (!asked) parts.onAhead(subject, value);
        },
        () => void end(),
      )
      .then(pump);
    return reading;
  }

  function nextWish(): T | undefined {
    for (const wished of [...wishes.values()].reverse()) {
      for (const [key, subject] of wished) {
        if (readings.has(key)) continue;
        const there = freshly(key);
        if (!there || there.takenAt !== null) return subject;
        wished.delete(key);
      }
    }
    return undefined;
  }

  function pump(): void {
    const unasked = () => [...readings.values()].filter(({ asked }) => !asked).length;
    while (unasked() < aheadAtOnce) {
      const next = nextWish();
      if (next === undefined) return;
      start(next, false);
    }
  }

  /** Ends what nobody waits for and no source wants any more. */
  function giveUp(): void {
    for (const [key, { asked, stop }] of readings) {
      if (asked || isWished(key)) continue;
      readings.delete(key);
      stop.abort();
    }
  }

  return {
    get(subject) {
      const key = keyOf(subject);
      const running = readings.get(key);
      if (running) {
        running.asked = true;
        return running.answer;
      }
      const there = freshly(key);
      if (!there) return start(subject, true).answer;
      there.takenAt ??= now();
      return Promise.resolve(there.value);
    },

    peek: (subject) => freshly(keyOf(subject))?.value,

    plan(source, subjects) {
      wishes.delete(source);
      const wished = new Map(subjects.map((subject) => [keyOf(subject), subject]));
      if (wished.size > 0) wishes.set(source, new Map([...wished].slice(0, mostAhead)));
      // The sources that were silent for longest wait in vain.
      let waiting = 0;
      for (const [name, { size }] of [...wishes].reverse()) {
        waiting += size;
        if (waiting > mostAhead) wishes.delete(name);
      }
      giveUp();
      pump();
    },

    forget() {
      kept.clear();
      wishes.clear();
      giveUp();
      // Who waits already gets what was asked for; who asks from now on asks anew.
      readings.clear();
    },
  };
}
