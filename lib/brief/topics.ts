import { type SignalKind, type Topic, topics } from '../../prompts/rubric';
import type { Signal } from './types';

const known = new Set<string>(topics);

/** @returns the topic of a signal, `other` where it names none of the list. */
export function topicOf({ topic }: Signal): Topic {
  return topic !== null && known.has(topic) ? (topic as Topic) : 'other';
}

/** What became of one concern: each interaction that raised it, and what settled it. */
export interface TopicState {
  topic: Topic;
  /** The first signal of each interaction that raised it, oldest first. */
  raised: Signal[];
  /** What settled it, where nothing raised it again later. */
  resolution: Signal | null;
}

/** What shows that a concern no longer stands, without a word about it. */
const overtakenBy: Partial<Record<Topic, SignalKind[]>> = {
  timing: ['pilot_requested', 'pilot_agreed', 'verbal_commitment', 'date_set'],
  budget: ['budget_confirmed'],
  contract: ['legal_cleared'],
};

/** @returns every concern that was raised or settled, in order of first mention. Signals oldest first. */
export function topicStates(signals: Signal[]): TopicState[] {
  const states = new Map<Topic, TopicState>();
  for (const signal of signals) {
    for (const state of states.values()) {
      const overtaken = overtakenBy[state.topic]?.includes(signal.kind);
      const last = state.raised.at(-1);
      if (overtaken && last && signal.at > last.at) state.resolution ??= signal;
    }
    if (signal.kind !== 'objection' && signal.kind !== 'objection_resolved') continue;
    const topic = topicOf(signal);
    const state = states.get(topic) ?? { topic, raised: [], resolution: null };
    states.set(topic, state);
    if (signal.kind === 'objection_resolved') {
      state.resolution = signal;
    } else {
      if (state.resolution && signal.at > state.resolution.at) state.resolution = null;
      if (!state.raised.some(({ memoryId }) => memoryId === signal.memoryId)) {
        state.raised.push(signal);
      }
    }
  }
  return [...states.values()];
}
