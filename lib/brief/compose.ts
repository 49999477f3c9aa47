import type { BriefLanguage } from '../../prompts/language';
import type { Prospect } from '../identity/prospect';
import type { Interaction } from '../interaction';
import { wordingOf } from '../wording';
import { recommendAction } from './action';
import { daysBetween, earliestOf, latestOf } from './days';
import { inOrder, ledgerBy, replayOf } from './ledger';
import { changedOf, shiftsOf } from './movement';
import { promisesOf } from './promises';
import { mainRisk, risksOf } from './risks';
import { confidenceOf, courseOf, labelOf, momentumOf, scoreOf } from './score';
import { quotedSections } from './sections';
import type { Brief, Claim, ReaderName, Signal } from './types';
import { warningsOf } from './warnings';

/** What a brief is made from. */
export interface BriefInput {
  prospect: Prospect;
  /** The complete history, in any order. */
  history: Interaction[];
  /** The moment the brief is for (ISO 8601). What lies after it is left out, and said. */
  now: string;
  /** Other people of the prospect's company that memory knows; absent where nobody looked. */
  colleagues?: Prospect[];
  /** What the sentences that code composes are in; English where nobody says. */
  language?: BriefLanguage;
}

/** What a reader made of the history. A model may bring its own wording; code reckons the rest. */
export interface Reading {
  reader: ReaderName;
  signals: Signal[];
  risk?: Claim | null;
  action?: Claim | null;
  dropped?: Brief['dropped'];
  notes?: string[];
}

/** @returns moments as UTC, so that they compare as text; of one moment, the id decides. */
function inUtc(history: Interaction[]): Interaction[] {
  return history
    .map((one) => ({ ...one, at: new Date(one.at).toISOString() }))
    .sort((a, b) => (a.at + a.id < b.at + b.id ? -1 : 1));
}

/**
 * The brief of one prospect, from what a reader read. Deterministic: the same input gives the same
 * brief, in whatever order it comes.
 */
export function composeBrief(input: BriefInput, reading: Reading): Brief {
  const { prospect, history, now } = input;
  const all = inUtc(history);
  const moment = new Date(now).toISOString();
  const words = wordingOf(input.language);
  const past = all.filter(({ at }) => at <= moment);
  const signals = inOrder(reading.signals).filter(({ at }) => at <= moment);
  const replay = replayOf(signals, past);
  const ledger = ledgerBy(replay, moment, words);
  const score = scoreOf(ledger);
  const { momentum, points } = momentumOf(replay, moment);
  const risks = risksOf(signals, past, moment, words);
  const firstAt = earliestOf(past);
  const lastAt = latestOf(past);
  const later = all.length - past.length;
  const notes = [...(reading.notes ?? [])];
  if (later > 0) notes.push(words.note.later(later));
  return {
    prospect,
    reader: reading.reader,
    generatedAt: moment,
    interactions: {
      count: past.length,
      firstAt,
      lastAt,
      spanDays: firstAt && lastAt ? daysBetween(firstAt, lastAt) : 0,
      pending: past.filter(({ pending }) => pending).length,
    },
    score,
    label: labelOf(score),
    momentum,
    momentumPoints: points,
    confidence: confidenceOf(past, moment),
    ledger,
    signals,
    course: courseOf(replay, moment),
    risk: reading.risk ?? mainRisk(risks, words),
    recommended_action:
      reading.action ?? recommendAction(prospect.name, risks, signals, moment, words),
    sections: {
      ...quotedSections(signals, words),
      shifts: shiftsOf(ledger, signals, past),
      promises: promisesOf(signals, moment),
      changed: changedOf(ledger, signals, past),
      warnings: warningsOf(signals, past, moment, input, words),
    },
    timeline: [...all].reverse(),
    dropped: reading.dropped ?? { count: 0, reasons: {} },
    notes,
  };
}
