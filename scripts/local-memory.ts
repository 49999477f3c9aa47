import { prospectKey } from '../lib/identity/key';
import { normaliseName } from '../lib/identity/names';
import type { Prospect } from '../lib/identity/prospect';
import type { Interaction } from '../lib/interaction';
import { MemoryError } from '../lib/memory/errors';
import { createMemory, type Memory } from '../lib/memory/memory';
import { type Hindsight, startHindsight } from './hindsight';
import { homeFolder, localPort } from './home';
import { fail } from './say';

/** The bank that the commands and the sample browser use. */
export const localBank = 'salesmemory';

/** @returns the memory on a local server, through the extension's own code. */
export function memoryOn({ baseUrl, apiKey }: Pick<Hindsight, 'baseUrl' | 'apiKey'>): Memory {
  return createMemory({ baseUrl, apiKey, bank: localBank });
}

/**
 * Runs work on the memory of the local Hindsight, which is started if it doesn't run, and then ends
 * again. A failure of memory ends the command with its message.
 */
export async function withLocalMemory<T>(work: (memory: Memory) => Promise<T>): Promise<T> {
  const hindsight = await startHindsight({ home: homeFolder(), port: localPort() });
  try {
    const memory = memoryOn(hindsight);
    await memory.createBank();
    return await work(memory);
  } catch (error) {
    if (error instanceof MemoryError) fail(error.message, error.detail);
    throw error;
  } finally {
    await hindsight.stop();
  }
}

/** Finds the one prospect of a name or an address. Several, or none, end the command. */
export async function oneProspect(memory: Memory, asked: string): Promise<Prospect> {
  const known = await memory.knownProspects(asked);
  const wanted = normaliseName(asked);
  const exact = known.filter(
    ({ prospect }) =>
      prospect.email === asked.trim().toLowerCase() || normaliseName(prospect.name) === wanted,
  );
  const [first, ...others] = exact.length > 0 ? exact : known;
  if (!first)
    fail(`Nothing is remembered about “${asked}”.`, 'npm run memory -- list shows who is.');
  if (others.length > 0) {
    fail(
      `“${asked}” is several people. Give an address:`,
      ...[first, ...others].map(({ prospect }) =>
        [prospect.name, prospect.company, prospect.email ?? prospectKey(prospect)].join(' · '),
      ),
    );
  }
  return first.prospect;
}

/** The history of one prospect of the local memory, by name or address. */
export function findProspect(
  asked: string,
): Promise<{ prospect: Prospect; history: Interaction[] }> {
  return withLocalMemory(async (memory) => {
    const prospect = await oneProspect(memory, asked);
    return { prospect, history: await memory.historyOf(prospect) };
  });
}
