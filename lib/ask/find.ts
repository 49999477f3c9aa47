import type { Memory } from '../memory/memory';
import type { RecalledLog } from '../memory/recall';
import { wordsShared } from '../recall/fit';
import { wordsIn } from '../recall/words';
import type { Scope } from './scope';

/** Logs that recall is asked for; ranking them anew needs more than are shown. */
const mostRecalled = 30;

/** @returns whether a question says no more than whom it is about: "What about Priya?", "status rentokil". */
export function asksOnlyWho({ people, rest }: Scope): boolean {
  const names = wordsIn(people.map(({ name, company = '' }) => `${name} ${company}`).join(' '));
  return people.length > 0 && wordsShared(wordsIn(rest), [names]).every(([isName]) => isName);
}

/**
 * @returns the logs that may answer a question: what recall finds, best first; or all that was logged
 * with whom it is about where it asks nothing further, since no few of it are nearer than the others
 */
export async function logsFor(
  memory: Pick<Memory, 'recallLogs' | 'historyOf'>,
  scope: Scope,
): Promise<RecalledLog[]> {
  const { people, rest } = scope;
  if (!asksOnlyWho(scope)) return memory.recallLogs(rest, people, mostRecalled);
  const histories = await Promise.all(people.map((one) => memory.historyOf(one)));
  return histories.flat().map((interaction) => ({ interaction, semantic: null, example: null }));
}
