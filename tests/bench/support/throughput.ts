import type { Connection } from '../../../lib/settings';

/** What went on, how long in all (s), and how many logs the server stored meanwhile. */
export interface Phase {
  seconds: number;
  stored: number;
}

/** Says what goes on from now on, until it is said again. */
export interface Phases {
  now(name: string): Promise<void>;
  /** @returns each phase that there was. */
  end(): Promise<Record<string, Phase>>;
}

/** @returns how many documents a bank holds; as many as before where the server doesn't answer. */
async function storedIn({ baseUrl, apiKey, bank }: Connection, before: number): Promise<number> {
  try {
    const answer = await fetch(`${baseUrl}/v1/default/banks/${bank}/documents?limit=1`, {
      headers: { authorization: `Bearer ${apiKey}` },
      signal: AbortSignal.timeout(2_000),
    });
    return ((await answer.json()) as { total: number }).total;
  } catch {
    return before;
  }
}

/** Tells apart how much a server stores while different things go on. It is asked at each change. */
export function startPhases(connection: Connection, first: string): Phases {
  const phases: Record<string, Phase> = {};
  let current = { name: first, from: performance.now(), stored: 0 };
  const now = async (name: string) => {
    const { name: before, from, stored: had } = current;
    const at = performance.now();
    const stored = await storedIn(connection, had);
    const phase = phases[before] ?? { seconds: 0, stored: 0 };
    phases[before] = {
      seconds: phase.seconds + (at - from) / 1000,
      stored: phase.stored + stored - had,
    };
    current = { name, from: at, stored };
  };
  return {
    now,
    end: async () => {
      await now('');
      return phases;
    },
  };
}
