import type { SignalKind } from '../../prompts/rubric';
import type { Prospect } from '../identity/prospect';
import type { Interaction } from '../interaction';

/** Words that were logged and what they are taken to mean: no claim exists without one. */
export interface Evidence {
  /** `Interaction.id` of the memory that holds the quote. */
  memoryId: string;
  /** Verbatim from that memory's summary. */
  quote: string;
  /** When the memory happened (ISO 8601). */
  at: string;
}

/** One dated fact read from one memory. What it is worth is the ledger's business, not the reader's. */
export interface Signal {
  kind: SignalKind;
  /** What it is about, from the topics of the kind (e.g. `budget`, `migration`); null where none applies. */
  topic: string | null;
  polarity: 'positive' | 'negative' | 'neutral';
  at: string;
  memoryId: string;
  quote: string;
  /** A due or decision date that the words name (ISO date), else null. */
  dueAt: string | null;
}

/** One line of the score's sum. The points of all entries add up to the score. */
export interface LedgerEntry {
  points: number;
  text: string;
  /** ISO 8601 date-time at which the entry counts. */
  at: string;
  /** The memory it rests on (of silence: the last word heard); null before any, and for the clamp. */
  source: string | null;
  /** Id of the rubric row. */
  rule: string;
}

export type Label = 'Cold' | 'Warming up' | 'Engaged' | 'Hot' | 'Closing';
export type Momentum = 'improving' | 'steady' | 'declining';
export type Confidence = 'Low' | 'Medium' | 'High';

/** A sentence on the screen with the memories it rests on. */
export interface Claim {
  text: string;
  evidence: Evidence[];
}

export interface CoveredItem extends Claim {
  how: 'pitched' | 'sent' | 'demoed' | 'answered';
  received: 'well' | 'badly' | null;
  at: string;
}

export interface ObjectionItem extends Claim {
  topic: string;
  /** In how many interactions it came up. */
  times: number;
  firstAt: string;
  lastAt: string;
  open: boolean;
}

export interface PromiseItem extends Claim {
  by: 'us' | 'them';
  at: string;
  dueAt: string | null;
  state: 'open' | 'kept' | 'overdue';
}

/** A warning that sales leaders know, computed in code. */
export interface Warning extends Claim {
  kind:
    | 'no_activity'
    | 'ghosted'
    | 'overdue_promise'
    | 'single_threaded'
    | 'no_decision_maker'
    | 'pricing_never_discussed'
    | 'red_flag'
    | 'stalled';
}

export type ReaderName = 'basic' | 'groq' | 'chrome' | 'hindsight' | 'openai_compatible';

/** One question to a model, and what it took. */
export interface ModelCall {
  model: string;
  /** Waits that the server asked for included. */
  ms: number;
  promptTokens: number | null;
  completionTokens: number | null;
}

/** Everything the panel shows about one prospect. Computed anew each time, never stored. */
export interface Brief {
  prospect: Prospect;
  reader: ReaderName;
  generatedAt: string;
  interactions: {
    count: number;
    firstAt: string | null;
    lastAt: string | null;
    /** Whole days between the first and the last. */
    spanDays: number;
    pending: number;
  };
  score: number;
  label: Label;
  momentum: Momentum;
  /** Points gained or lost since two interactions ago. */
  momentumPoints: number;
  confidence: Confidence;
  ledger: LedgerEntry[];
  signals: Signal[];
  /** The score's course, replayed from the ledger's rules at each interaction and now. */
  course: { at: string; score: number }[];
  risk: Claim | null;
  recommended_action: Claim;
  sections: {
    covered: CoveredItem[];
    objections: ObjectionItem[];
    budget: Claim[];
    competitors: Claim[];
    decision: Claim[];
    tone: Claim[];
    shifts: Claim[];
    promises: PromiseItem[];
    changed: Claim[];
    warnings: Warning[];
  };
  /** Newest first. */
  timeline: Interaction[];
  /** Claims left out because their source or quote didn't hold, by reason. */
  dropped: { count: number; reasons: Record<string, number> };
  /** What the reader has to say about itself, e.g. that it can't read a language. */
  notes: string[];
  /** What the model's call took: its name, milliseconds, and tokens where the server told them. */
  cost?: {
    model: string;
    ms: number;
    promptTokens: number | null;
    completionTokens: number | null;
    /** Each call by itself, in order. */
    calls?: ModelCall[];
  };
}
