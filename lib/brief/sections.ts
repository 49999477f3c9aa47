import type { SignalKind } from '../../prompts/rubric';
import { english, type Wording } from '../wording/english';
import { topicOf, topicStates } from './topics';
import type { Claim, CoveredItem, Evidence, ObjectionItem, Signal } from './types';

/** @returns the evidence that a signal is. */
export function evidenceOf({ memoryId, quote, at }: Signal): Evidence {
  return { memoryId, quote, at };
}

/** @returns a quote as a sentence of its own: no leading joining word, a capital first. */
export function asSentence(quote: string): string {
  const bare = quote.replace(/^(and|but|so|then|however|although|though|yet)[, ]+/i, '').trim();
  return bare.charAt(0).toUpperCase() + bare.slice(1);
}

/**
 * The words behind signals of some kinds, newest first, each quote of a memory once. Signals oldest
 * first.
 */
function said(signals: Signal[], kinds: SignalKind[]): Claim[] {
  const seen = new Set<string>();
  return signals
    .filter(({ kind }) => kinds.includes(kind))
    .reverse()
    .filter(({ memoryId, quote }) => {
      const key = `${memoryId}|${quote}`;
      return !seen.has(key) && seen.add(key);
    })
    .map((signal) => ({ text: asSentence(signal.quote), evidence: [evidenceOf(signal)] }));
}

const coveredHow: [SignalKind, CoveredItem['how']][] = [
  ['covered_demoed', 'demoed'],
  ['covered_sent', 'sent'],
  ['covered_answered', 'answered'],
  ['covered_pitched', 'pitched'],
];

/** @returns what was pitched, sent, demoed or answered, newest first; one item for each quote. */
function coveredOf(signals: Signal[]): CoveredItem[] {
  const items = new Map<string, CoveredItem>();
  for (const [kind, how] of coveredHow) {
    for (const signal of signals) {
      const key = `${signal.memoryId}|${signal.quote}`;
      if (signal.kind !== kind || items.has(key)) continue;
      items.set(key, {
        text: asSentence(signal.quote),
        evidence: [evidenceOf(signal)],
        how,
        received: receptionOf(signals, signal),
        at: signal.at,
      });
    }
  }
  return [...items.values()].sort((a, b) => (a.at > b.at ? -1 : a.at < b.at ? 1 : 0));
}

/**
 * How something went down: by a reaction in the same words, or about the same topic that day. What
 * was said at a demo is about the demo.
 */
function receptionOf(signals: Signal[], covered: Signal): CoveredItem['received'] {
  const near = (kind: SignalKind) =>
    signals.some(
      (s) =>
        s.kind === kind &&
        s.memoryId === covered.memoryId &&
        (covered.kind === 'covered_demoed' ||
          s.quote === covered.quote ||
          (s.topic !== null && s.topic === covered.topic)),
    );
  if (near('positive_reaction') || near('objection_resolved')) return 'well';
  return near('negative_tone') ? 'badly' : null;
}

/** @returns concerns that were raised, open ones first, then the newest. */
function objectionsOf(signals: Signal[], { topics, quoted }: Wording): ObjectionItem[] {
  return topicStates(signals)
    .flatMap(({ topic, raised, resolution }): ObjectionItem[] => {
      const first = raised[0];
      const last = raised.at(-1);
      if (!first || !last) return [];
      return [
        {
          text: `${asSentence(topics[topic])}: ${quoted(last.quote)}`,
          evidence: [...raised, ...(resolution ? [resolution] : [])].map(evidenceOf),
          topic,
          times: raised.length,
          firstAt: first.at,
          lastAt: last.at,
          open: resolution === null,
        },
      ];
    })
    .sort((a, b) => Number(b.open) - Number(a.open) || (a.lastAt > b.lastAt ? -1 : 1));
}

/** @returns topics with an open concern, the newest first. Signals oldest first. */
export function openTopics(signals: Signal[]) {
  return topicStates(signals)
    .filter(({ raised, resolution }) => resolution === null && raised.length > 0)
    .sort((a, b) => ((a.raised.at(-1)?.at ?? '') > (b.raised.at(-1)?.at ?? '') ? -1 : 1));
}

/**
 * The parts of a brief that repeat what was logged, each with its source. Signals oldest first.
 * Promises, shifts, changes and warnings are reckoned elsewhere.
 */
export function quotedSections(signals: Signal[], words: Wording = english) {
  return {
    covered: coveredOf(signals),
    objections: objectionsOf(signals, words),
    budget: said(
      signals.filter((s) => s.kind !== 'objection' || topicOf(s) === 'budget'),
      ['budget_confirmed', 'budget_blocked', 'pricing_discussed', 'objection'],
    ),
    competitors: said(signals, ['competitor_active', 'competitor_pressing', 'competitor_out']),
    decision: said(signals, [
      'decision_process',
      'decision_maker',
      'champion',
      'champion_lost',
      'legal_blocker',
      'legal_cleared',
      'date_set',
    ]),
    tone: said(signals, ['positive_tone', 'negative_tone']),
  };
}
