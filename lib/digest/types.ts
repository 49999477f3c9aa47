import type { BriefLanguage } from '../../prompts/language';
import type { Claim, Confidence, Label, Momentum, ReaderName, Warning } from '../brief/types';
import type { Prospect } from '../identity/prospect';

/** Where a deal stands this week, the most urgent first. */
export const buckets = ['attention', 'follow_up', 'on_track'] as const;
export type Bucket = (typeof buckets)[number];

/** A concern that was raised, and when. */
export interface Concern {
  topic: string;
  /** Moments of the interactions it came up in (ISO 8601), oldest first. */
  dates: string[];
  open: boolean;
}

/** Why a rule holds a deal that no model may put lower. */
export type HeldRule = 'pressed' | 'owing' | 'overdue' | 'silent' | 'refused' | 'champion';

/** A rule that no model overrules: the best bucket that it leaves, and why. */
export interface HeldBy {
  best: Bucket;
  rule: HeldRule;
}

/**
 * One deal, condensed: all that comparing it with others takes, and all that a screen shows of it.
 * Small whatever the history: quotes are cut, and only the newest words go along.
 */
export interface DealCard {
  /** `prospectKey` of the prospect. */
  key: string;
  prospect: Prospect;
  score: number;
  label: Label;
  momentum: Momentum;
  momentumPoints: number;
  confidence: Confidence;
  interactions: number;
  /** When the newest interaction was (ISO 8601); null where there is none. */
  lastAt: string | null;
  /** Whole days since the prospect was last heard: an unanswered try is no contact. */
  daysSince: number | null;
  warnings: Warning[];
  /** The concern that came back most; null where none came twice. */
  returning: Concern | null;
  /** Every concern of the last thirty days, for the table over all deals. */
  recent: Concern[];
  /** The beginning of the newest words. */
  newest: { memoryId: string; at: string; outcome: string; text: string } | null;
  why: Claim;
  action: Claim;
  /** Where the rules put it, and how pressing it is among those of its bucket: larger first. */
  bucket: Bucket;
  urgency: number;
  held: HeldBy | null;
}

/** One deal in its place. */
export interface DigestEntry extends DealCard {
  /** Who worded why and action. */
  by: 'rules' | 'model';
}

/** One topic over all deals in the last thirty days. */
export interface ObjectionRow {
  topic: string;
  /** In how many deals, how often, and in how many of them it is open. */
  deals: number;
  times: number;
  open: number;
}

/** What was wrong with a model's answers, as counts. Code has mended each. */
export interface Mended {
  /** Deals that it left out; the rules placed them. */
  missing: number;
  doubled: number;
  invented: number;
  /** Buckets that no reading made sense of. */
  unreadable: number;
  /** Deals that a hard rule moved. */
  moved: number;
  /** Sentences that the logs don't bear out; the rules' words stand. */
  reworded: number;
}

/** What the model took. Tokens are null where its server doesn't tell. */
export interface DigestCost {
  model: string;
  calls: number;
  /** Batches that gave no usable answer, and were nominated by rules. */
  byRules: number;
  promptTokens: number | null;
  completionTokens: number | null;
  ms: number;
}

/** All deals of one moment, each in exactly one bucket, in order. */
export interface Digest {
  generatedAt: string;
  /** What its sentences are in. */
  language: BriefLanguage;
  reader: ReaderName;
  entries: DigestEntry[];
  objections: ObjectionRow[];
  mended: Mended | null;
  cost: DigestCost | null;
  notes: string[];
}

/** A model's word on one deal, as far as it could be read. */
export interface Placed {
  key: string;
  bucket: Bucket;
  why: Claim | null;
  action: Claim | null;
}

/** What a model made of the deals: the compared ones in order, then how far the others came. */
export interface Ranking {
  reader: ReaderName;
  placed: Placed[];
  /** Deals that were nominated but not in the final pass: key → round, a later one first. */
  rounds: Record<string, number>;
  mended: Mended;
  cost: DigestCost;
  notes: string[];
}
