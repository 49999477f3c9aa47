import type { WrittenClaim, WrittenSignal } from '../../prompts/answer';
import type { BriefLanguage } from '../../prompts/language';
import { type SignalKind, signalKinds, topics } from '../../prompts/rubric';
import type { Prospect } from '../identity/prospect';
import type { Interaction } from '../interaction';
import { alreadySent } from './already';
import { humanDate } from './days';
import { conversationEnd, talksToReader } from './instructions';
import { strangersIn } from './mentions';
import { dueDate } from './offline/english/due-date';
import { isEnglish } from './offline/language';
import { quoteFinder } from './quote';
import type { Claim, Signal } from './types';

/** What a model wrote, as far as its shape holds. */
export interface WrittenAnswer {
  signals: WrittenSignal[];
  risk: WrittenClaim;
  action: WrittenClaim;
}

/** Why a claim was left out. */
export type DropReason =
  | 'no_such_memory'
  | 'not_in_memory'
  | 'wrong_date'
  | 'unknown_kind'
  | 'unknown_topic'
  | 'cut_from_its_not'
  | 'words_say_otherwise'
  | 'talks_to_the_reader'
  | 'said_twice'
  | 'malformed'
  | 'no_source'
  | 'name_or_number_not_in_source'
  | 'link_or_markup'
  | 'too_long'
  | 'already_done';

/** Claims that hold, and how many didn't, by reason. */
export interface Grounded {
  signals: Signal[];
  risk: Claim | null;
  action: Claim | null;
  dropped: { count: number; reasons: Record<string, number> };
}

/** Kinds that hold a date of their own. */
const dated = new Set<SignalKind>(['promise_ours', 'promise_theirs', 'date_set', 'next_step']);

/**
 * The rows that weigh most must at least speak of the matter. Loose on purpose: it catches a label
 * that has nothing to do with its words, not a fine shade. English only, like the words here.
 */
const mustSpeakOf: Partial<Record<SignalKind, RegExp>> = {
  pilot_agreed:
    /\b(?:pilot|trial|poc|proof|try|tries|trying|test|tests|testing|evaluat|sandbox|roll)\w*/i,
  verbal_commitment:
    /\b(?:yes|agree|commit|go|going|goes|went|sign|deal|buy|purchas|order|cho[os]se|select|pick|won|win|ready|proceed|forward|accept|approv|green|aboard|board|in|do it|want|verbal|handshake|confirm|sold)\w*/i,
  budget_confirmed:
    /\b(?:budget|money|fund|spend|approv|releas|financ|cfo|invest|allocat|afford|freeze|frozen|lift|unblock|cash|pay|purchase|price|cost|[$€£]|\d)\w*/i,
  rejection:
    /\b(?:no|not|n't|never|declin|reject|pass|lost|lose|against|cho[os]se|went|cancel|withdr|stop|out|dead|over|drop|kill|another|instead|competitor|unsubscribe|refus|turned|end|themselves|house|built|build)\w*|n['’]t\b/i,
};

/** How far before a quote a "not" still turns it round, in characters. */
const notReach = 24;
const notWord =
  /\b(?:no|not|never|without|nobody|none|nor|hardly|cannot)\b|\b(?:is|was|has|have|did|does|do|wo|would|ca|could|are|were)n['’]?t\b/i;
/** What ends the reach of a "not". */
const restart = /[.!?;,:\n]|\b(?:and|but|so|then)\b/i;

/** Whether a quote was cut out right after the "not" that turns it round. */
function cutFromItsNot(summary: string, start: number, verbatim: string): boolean {
  const before =
    summary
      .slice(Math.max(0, start - notReach), start)
      .split(restart)
      .at(-1) ?? '';
  return notWord.test(before) && !notWord.test(verbatim);
}

/** Longest risk or advice, in characters. */
const longestClaim = 400;
const linkOrMarkup = /https?:|www\.|@|[<>`*_[\]{}|\\]|\b[\w-]+\.(?!\d)[a-z]{2,}\b/i;

/**
 * The day that a signal's words name. Code's own reading stands; a model's day counts only where code
 * can't read the words and they carry its number.
 */
function dueOf(kind: SignalKind, quote: string, at: string, written: string | null): string | null {
  if (!dated.has(kind)) return null;
  const read = dueDate(quote, at);
  if (read !== null) return read < at ? null : read;
  if (written === null) return null;
  const day = Number(written.slice(8, 10));
  const named = quote.match(/\d+/g)?.some((number) => Number(number) === day) ?? false;
  return named && !isEnglish(quote) ? `${written.slice(0, 10)}T23:59:59.000Z` : null;
}

const isoDay = /^\d{4}-\d{2}-\d{2}/;

/** @returns the ISO day that was written, null where none was, `undefined` where it is none. */
function dayIn(written: string | null | undefined): string | null | undefined {
  if (written === null || written === undefined || written.trim() === '') return null;
  const day = written.trim();
  if (!isoDay.test(day) || Number.isNaN(Date.parse(day.slice(0, 10)))) return undefined;
  return day.slice(0, 10);
}

/** A log, where in it the conversation ends, and how to find quotes in it. */
type Memory = Interaction & { end: number; find: ReturnType<typeof quoteFinder> };

type Outcome<T> = { held: T } | { reason: DropReason };

function groundSignal(written: WrittenSignal, memories: Map<string, Memory>): Outcome<Signal> {
  const { kind, memory_id, quote } = written;
  if (!Object.hasOwn(signalKinds, kind)) return { reason: 'unknown_kind' };
  const known = kind as SignalKind;
  const { polarity, topical } = signalKinds[known];
  const topic = topical ? (written.topic ?? null) : null;
  if (topic !== null && !(topics as readonly string[]).includes(topic)) {
    return { reason: 'unknown_topic' };
  }
  const memory = memories.get(memory_id);
  if (!memory) return { reason: 'no_such_memory' };
  const { summary, at, end, find } = memory;
  const place = find(quote);
  if (!place) return { reason: 'not_in_memory' };
  const day = dayIn(written.date);
  const due = dayIn(written.due);
  if (day === undefined || due === undefined) return { reason: 'wrong_date' };
  if (day !== null && day !== at.slice(0, 10)) return { reason: 'wrong_date' };
  if (due !== null && due < at.slice(0, 10)) return { reason: 'wrong_date' };
  if (place.end > end) {
    return { reason: 'talks_to_the_reader' };
  }
  const verbatim = summary.slice(place.start, place.end);
  if (polarity === 'positive' && cutFromItsNot(summary, place.start, verbatim)) {
    return { reason: 'cut_from_its_not' };
  }
  if (isEnglish(summary) && mustSpeakOf[known]?.test(verbatim) === false) {
    return { reason: 'words_say_otherwise' };
  }
  return {
    held: {
      kind: known,
      topic,
      polarity,
      at,
      memoryId: memory.id,
      quote: verbatim,
      dueAt: dueOf(known, verbatim, at, due),
    },
  };
}

/** @returns the quote that shares most words with a sentence; the first of several, if any. */
function closest(text: string, quotes: string[]): string | undefined {
  const words = (of: string) => new Set(of.toLowerCase().match(/\p{L}{4,}/gu));
  const wanted = words(text);
  const shared = (quote: string) => words(quote).intersection(wanted).size;
  return quotes.toSorted((a, b) => shared(b) - shared(a))[0];
}

/** A sentence without the days that its logs happened on: those need no mention in their words. */
function withoutDays(text: string, logs: Interaction[], language: BriefLanguage): string {
  return logs.reduce((rest, { at }) => {
    const [day = '', month = ''] = humanDate(at).split(' ');
    const own = humanDate(at, undefined, language).replace(/[.()]/g, '\\$&');
    const either = `${day} (?:of )?${month}|${month} ${day}|${own}`;
    return rest.replace(new RegExp(`\\b(?:${either}|${at.slice(0, 10)})\\b`, 'g'), 'then');
  }, text);
}

function groundClaim(
  written: NonNullable<WrittenClaim>,
  memories: Map<string, Memory>,
  signals: Signal[],
  { name, company }: Prospect,
  language: BriefLanguage,
): Outcome<Claim> {
  const text = written.text.replace(/\s+/g, ' ').trim();
  const cited = [...new Set(written.memory_ids)].map((id) => memories.get(id));
  if (text === '' || cited.length === 0) return { reason: 'no_source' };
  if (cited.includes(undefined)) return { reason: 'no_such_memory' };
  if (text.length > longestClaim) return { reason: 'too_long' };
  if (linkOrMarkup.test(text)) return { reason: 'link_or_markup' };
  if (talksToReader(text) || /\b(?:score|rubric)\b/i.test(text)) {
    return { reason: 'talks_to_the_reader' };
  }
  const logs = cited.filter((one) => one !== undefined);
  const sources = [...logs.map(({ summary, end }) => summary.slice(0, end)), name, company ?? ''];
  if (strangersIn(withoutDays(text, logs, language), sources, language).length > 0)
    return { reason: 'name_or_number_not_in_source' };
  return {
    held: {
      text,
      evidence: logs.map(({ id, summary, at }) => {
        const quotes = signals.filter(({ memoryId }) => memoryId === id).map(({ quote }) => quote);
        return { memoryId: id, quote: closest(text, quotes) ?? summary, at };
      }),
    },
  };
}

/**
 * Holds every claim of a model against the logs it names.
 *
 * A signal stands where its kind and topic are of the lists, its memory exists, the quote is in it
 * (`quoteFinder`), the dates fit, and the words aren't an order to whoever reads them; what is kept is
 * the log's own wording and date. Risk and action stand where they cite logs and bring no name and no
 * number that isn't in them, and an action also where it doesn't hand over what was sent already. All else is left out and counted by reason.
 *
 * @param history the logs that the claims may rest on, with `at` in UTC
 * @param language what risk and action are written in
 */
export function ground(
  answer: WrittenAnswer,
  history: Interaction[],
  prospect: Prospect,
  language: BriefLanguage = 'en',
): Grounded {
  const memories = new Map(
    history.map((one) => {
      const at = new Date(one.at).toISOString();
      const { summary } = one;
      return [one.id, { ...one, at, end: conversationEnd(summary), find: quoteFinder(summary) }];
    }),
  );
  const reasons: Record<string, number> = {};
  const drop = (reason: DropReason) => {
    reasons[reason] = (reasons[reason] ?? 0) + 1;
    return null;
  };
  const signals: Signal[] = [];
  const seen = new Set<string>();
  for (const written of answer.signals) {
    const result = groundSignal(written, memories);
    if ('reason' in result) {
      drop(result.reason);
      continue;
    }
    const { kind, topic, memoryId, quote } = result.held;
    const key = JSON.stringify([kind, topic, memoryId, quote]);
    if (seen.has(key)) drop('said_twice');
    else signals.push(result.held);
    seen.add(key);
  }
  const claim = (written: WrittenClaim) => {
    if (!written) return null;
    const result = groundClaim(written, memories, signals, prospect, language);
    return 'reason' in result ? drop(result.reason) : result.held;
  };
  const risk = claim(answer.risk);
  const advised = claim(answer.action);
  const done = advised && alreadySent(advised.text, signals, [prospect.name]);
  const action = done ? drop('already_done') : advised;
  const count = Object.values(reasons).reduce((sum, one) => sum + one, 0);
  return { signals, risk, action, dropped: { count, reasons } };
}
