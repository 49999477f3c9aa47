import { dealLine, type NumberedDeal } from '../../prompts/digest';
import type { BriefLanguage } from '../../prompts/language';
import { humanDate } from '../brief/days';
import { talksToReader } from '../brief/instructions';
import { strangersIn } from '../brief/mentions';
import { jsonIn } from '../brief/raw-answer';
import type { Claim } from '../brief/types';
import { wordingOf } from '../wording';
import type { Bucket, Mended, Placed } from './types';

/** An answer that no order can be made from, with a sentence that says why. */
export interface Unusable {
  invalid: string;
}

/** Longest answer that is looked at, in characters. */
const longestAnswer = 200_000;
/** Longest sentence that is shown, in characters. */
const longestSentence = 300;
/** From so large a share of the deals on, an answer counts; with less it is asked for again. */
const enough = 0.5;

export const nothingMended = (): Mended => ({
  missing: 0,
  doubled: 0,
  invented: 0,
  unreadable: 0,
  moved: 0,
  reworded: 0,
});

/**
 * Other words for the buckets that models have been seen to use, in the languages of the screens.
 * Compared without case, signs and spaces.
 */
const bucketWords: [Bucket, RegExp][] = [
  [
    'attention',
    /^(?:🔴|red|rot|rojo|rouge|attention|needs?attention(?:now)?|urgent|now|brauchtaufmerksamkeit|aufmerksamkeit|sofort|dringend|atencion|requiereatencion|urgente|atrisk|critical|high)$/,
  ],
  [
    'follow_up',
    /^(?:🟡|yellow|gelb|amarillo|jaune|followups?|followup(?:this)?week|thisweek|nachfassen|nachfassendiesewoche|wiedervorlage|seguimiento|seguir|amber|medium)$/,
  ],
  [
    'on_track',
    /^(?:🟢|green|grun|gruen|verde|vert|ontrack|track|healthy|aufkurs|implan|encamino|enbuencamino|low)$/,
  ],
];

/** @returns the bucket that a word means; null where it means none. */
export function bucketIn(written: unknown): Bucket | null {
  if (typeof written !== 'string') return null;
  const plain = written
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}🔴🟡🟢]/gu, '');
  const bare = plain.length > 2 ? plain.replace(/^[🔴🟡🟢]/u, '') : plain;
  return bucketWords.find(([, word]) => word.test(bare))?.[0] ?? null;
}

const linkOrMarkup = /https?:|www\.|@|[<>`*_[\]{}|\\]|\b[\w-]+\.(?!\d)[a-z]{2,}\b/i;

/**
 * @returns a model's sentence about a deal, with the words that the deal's own line rests on; null
 * where there is none; undefined where it can't be shown: a name or a figure that the line doesn't
 * hold, markup, an address, an order to whoever reads.
 */
function sentenceOf(
  written: unknown,
  deal: NumberedDeal,
  line: string,
  language: BriefLanguage,
): Claim | null | undefined {
  if (written === null || written === undefined || written === '') return null;
  if (typeof written !== 'string') return undefined;
  const text = written.replace(/\s+/g, ' ').trim();
  if (text === '') return null;
  if (text.length > longestSentence || linkOrMarkup.test(text) || talksToReader(text)) return;
  if (/\b(?:score|rubric)\b/i.test(text)) return undefined;
  const { card } = deal;
  const evidence = [...card.why.evidence, ...card.action.evidence];
  const { locale } = wordingOf(language);
  const days = evidence.flatMap(({ at }) => [humanDate(at), humanDate(at, undefined, locale)]);
  const sources = [line, ...evidence.map(({ quote }) => quote), ...days];
  if (strangersIn(text, sources, language).length > 0) return undefined;
  if (evidence.length === 0 && !card.newest) return undefined;
  const { newest } = card;
  const own = newest ? [{ memoryId: newest.memoryId, quote: newest.text, at: newest.at }] : [];
  return { text, evidence: card.why.evidence.length > 0 ? card.why.evidence : own };
}

/** @returns an id as a text, whatever type it was written in; empty where it is none. */
function idIn(written: unknown): string {
  return typeof written === 'string' || typeof written === 'number' ? String(written).trim() : '';
}

/** @returns the list under a name, or the answer itself where it is one. */
function listIn(raw: unknown, name: string): unknown[] | null {
  if (Array.isArray(raw)) return raw;
  const list = (raw as Record<string, unknown> | null | undefined)?.[name];
  return Array.isArray(list) ? list : null;
}

/** What an answer says, kept apart from ours of it: a model may write "invalid", too. */
function rawOf(text: string): { raw: unknown } | Unusable {
  if (text.length > longestAnswer) {
    return { invalid: `It is longer than ${longestAnswer} characters.` };
  }
  if (text.trim() === '') return { invalid: 'It is empty.' };
  const raw = jsonIn(text) ?? salvaged(text);
  return raw === undefined ? { invalid: 'It is no complete JSON.' } : { raw };
}

/**
 * @returns the whole objects at the beginning of an answer that stops in the middle; undefined where
 * there is none.
 */
function salvaged(text: string): unknown {
  const whole = text.match(/\{[^{}]*\}/g) ?? [];
  const deals = whole.flatMap((one) => {
    try {
      return [JSON.parse(one) as unknown];
    } catch {
      return [];
    }
  });
  return deals.length > 0 ? { deals } : undefined;
}

/**
 * Reads a comparison as it came. What it leaves out, doubles, invents or calls by other words is
 * counted; what can't be shown of its sentences is left to the rules' words.
 *
 * @param language that its sentences were asked in
 * @returns the deals it placed, in its order; why it is of no use where it placed fewer than half
 */
export function readComparison(
  text: string,
  deals: NumberedDeal[],
  language: BriefLanguage = 'en',
): { placed: Placed[]; mended: Mended } | Unusable {
  const read = rawOf(text);
  if (isUnusable(read)) return read;
  const list = listIn(read.raw, 'deals');
  if (!list) return { invalid: 'It has no list called "deals".' };
  const byId = new Map(deals.map((deal) => [deal.id, deal]));
  const mended = nothingMended();
  const placed = new Map<string, Placed>();
  for (const entry of list) {
    const { id, bucket: named, why, action } = (entry ?? {}) as Record<string, unknown>;
    const deal = byId.get(idIn(id));
    if (!deal) {
      mended.invented += 1;
      continue;
    }
    const { key, ...card } = deal.card;
    if (placed.has(key)) {
      mended.doubled += 1;
      continue;
    }
    const bucket = bucketIn(named);
    if (bucket === null) mended.unreadable += 1;
    const line = dealLine(deal);
    const claim = (written: unknown) => {
      const sentence = sentenceOf(written, deal, line, language);
      if (sentence === undefined) mended.reworded += 1;
      return sentence ?? null;
    };
    placed.set(key, {
      key,
      bucket: bucket ?? card.bucket,
      why: claim(why),
      action: claim(action),
    });
  }
  mended.missing = deals.length - placed.size;
  if (placed.size < deals.length * enough) {
    return {
      invalid: `It places ${placed.size} of ${deals.length} deals. Every deal of the list is needed, each once.`,
    };
  }
  return { placed: [...placed.values()], mended };
}

/**
 * Reads a nomination as it came.
 *
 * @param most how many count; more are passed over
 * @returns keys of deals, the most pressing first, or why it is of no use
 */
export function readNomination(
  text: string,
  deals: NumberedDeal[],
  most: number,
): { keys: string[]; mended: Mended } | Unusable {
  const read = rawOf(text);
  if (isUnusable(read)) return read;
  const list = listIn(read.raw, 'nominees');
  if (!list) return { invalid: 'It has no list called "nominees".' };
  const byId = new Map(deals.map((deal) => [deal.id, deal.card.key]));
  const mended = nothingMended();
  const keys = new Set<string>();
  for (const entry of list) {
    const id = typeof entry === 'object' && entry !== null && 'id' in entry ? entry.id : entry;
    const key = byId.get(idIn(id));
    if (key === undefined) mended.invented += 1;
    else if (keys.has(key)) mended.doubled += 1;
    else if (keys.size < most) keys.add(key);
  }
  if (keys.size === 0 && list.length > 0) {
    return { invalid: 'None of its ids is in the list.' };
  }
  return { keys: [...keys], mended };
}

/** Whether a reading failed. */
export function isUnusable(value: unknown): value is Unusable {
  return typeof value === 'object' && value !== null && 'invalid' in value;
}

/** @returns the sum of two counts of what was mended. */
export function addMended(a: Mended, b: Mended): Mended {
  const sum = nothingMended();
  for (const name of Object.keys(sum) as (keyof Mended)[]) sum[name] = a[name] + b[name];
  return sum;
}
