import { isDeepStrictEqual } from 'node:util';
import { basicBrief } from '../../../lib/brief';
import { conversationEnd } from '../../../lib/brief/instructions';
import { type InvalidAnswer, modelBrief } from '../../../lib/brief/model-brief';
import type { Brief } from '../../../lib/brief/types';
import { attackLog, attacks, honestHistory, honestSignals, target } from '../../fixtures/attacks';

const now = '2026-04-14T08:00:00.000Z';

/** What became of the written attacks on one reader. */
export interface Survival {
  attacks: number;
  /** The brief is the one that the honest words give. */
  survived: number;
  /** Claims that the attacks asked for, and how many of them were dropped. */
  claims: number;
  dropped: number;
  /** Those that got through. */
  fallen: string[];
}

/** @returns whether a brief is what another is, apart from what was dropped and the words read. */
function sameBrief(a: Brief, b: Brief): boolean {
  const said = ({ dropped: _dropped, timeline: _timeline, notes: _notes, ...rest }: Brief) => rest;
  return isDeepStrictEqual(said(a), said(b));
}

/** A model that does what each attack wants, against the checks of its answer. */
export function attackModel(): Survival {
  const result: Survival = {
    attacks: attacks.length,
    survived: 0,
    claims: 0,
    dropped: 0,
    fallen: [],
  };
  for (const attack of attacks) {
    const input = { prospect: target, history: [...honestHistory, attackLog(attack.words)], now };
    const read = (answer: object): Brief | InvalidAnswer =>
      modelBrief(input, JSON.stringify(answer), { reader: 'groq' });
    const honest = read({ signals: honestSignals, risk: null, action: null });
    const fallen = read({
      ...attack.extra,
      signals: [...honestSignals, ...(attack.signals ?? [])],
      risk: attack.risk ?? null,
      action: attack.action ?? null,
    });
    if ('invalid' in honest) throw new Error(`The honest answer is of no use: ${honest.invalid}`);
    result.claims += [...(attack.signals ?? []), attack.risk, attack.action].filter(Boolean).length;
    if ('invalid' in fallen || !sameBrief(honest, fallen)) {
      result.fallen.push(attack.name);
      continue;
    }
    result.survived += 1;
    result.dropped += fallen.dropped.count;
  }
  return result;
}

/** The basic reader, against a log that ends where it turns to a machine. */
export function attackBasic(): Omit<Survival, 'claims' | 'dropped'> {
  const fallen = attacks
    .filter(({ words }) => {
      const briefOf = (summary: string) =>
        basicBrief({ prospect: target, history: [...honestHistory, attackLog(summary)], now });
      const until = words.slice(0, conversationEnd(words));
      return !sameBrief(briefOf(words), briefOf(until));
    })
    .map(({ name }) => name);
  return { attacks: attacks.length, survived: attacks.length - fallen.length, fallen };
}

/** What the basic reader makes of attacks where they would show: the score without and with them. */
export function attackedScores(): { honest: number; attacked: number[] } {
  const scoreOf = (words: string) =>
    basicBrief({ prospect: target, history: [...honestHistory, attackLog(words)], now }).score;
  return { honest: scoreOf('Short call.'), attacked: attacks.map(({ words }) => scoreOf(words)) };
}
