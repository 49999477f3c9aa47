import type { WrittenReply } from '../../prompts/ask';
import type { BriefLanguage } from '../../prompts/language';
import { humanDate } from '../brief/days';
import { conversationEnd, talksToReader } from '../brief/instructions';
import { strangersIn } from '../brief/mentions';
import { isEnglish } from '../brief/offline/language';
import { quoteFinder } from '../brief/quote';
import type { Claim, Evidence } from '../brief/types';
import type { Interaction } from '../interaction';
import { sharesWith } from '../recall/fit';

/** Why a sentence of a model's was left out. */
export type SentenceDrop =
  | 'no_source'
  | 'no_such_memory'
  | 'not_in_memory'
  | 'talks_to_the_reader'
  | 'name_or_number_not_in_source'
  | 'nothing_of_its_source'
  | 'link_or_markup'
  | 'too_long'
  | 'said_twice';

/** Longest sentence, in characters, and most of them. */
const longest = 400;
const most = 8;

const linkOrMarkup = /https?:|www\.|@|[<>`*_[\]{}|\\]/i;

type Held = { claim: Claim } | { reason: SentenceDrop };

function evidenceOf(
  { memory_id: id, quote }: WrittenReply['sentences'][number]['sources'][number],
  memories: ReadonlyMap<string, Interaction>,
): { evidence: Evidence; memory: Interaction } | { reason: SentenceDrop } {
  const memory = memories.get(id);
  if (!memory) return { reason: 'no_such_memory' };
  const place = quoteFinder(memory.summary)(quote);
  if (!place) return { reason: 'not_in_memory' };
  if (place.end > conversationEnd(memory.summary)) return { reason: 'talks_to_the_reader' };
  const verbatim = memory.summary.slice(place.start, place.end);
  return { evidence: { memoryId: id, quote: verbatim, at: memory.at }, memory };
}

function hold(
  written: WrittenReply['sentences'][number],
  question: string,
  memories: ReadonlyMap<string, Interaction>,
  language: BriefLanguage,
): Held {
  const text = written.text.replace(/\s+/g, ' ').trim();
  if (text === '' || written.sources.length === 0) return { reason: 'no_source' };
  if (text.length > longest) return { reason: 'too_long' };
  if (linkOrMarkup.test(text)) return { reason: 'link_or_markup' };
  if (talksToReader(text)) return { reason: 'talks_to_the_reader' };
  const evidence: Evidence[] = [];
  // The question's own names may be said again; its numbers prove nothing.
  const names = [question.replace(/\d/g, '')];
  const figures: string[] = [];
  const people: string[] = [];
  for (const source of written.sources) {
    const found = evidenceOf(source, memories);
    if ('reason' in found) return found;
    const { memory } = found;
    evidence.push(found.evidence);
    // A sentence may name the day, which its source carries as a date and not in its words.
    const days = [
      humanDate(memory.at, ''),
      humanDate(memory.at, '', language),
      memory.at.slice(0, 10),
    ];
    const said = memory.summary.slice(0, conversationEnd(memory.summary));
    names.push(said, memory.prospect, memory.company ?? '', ...days);
    figures.push(found.evidence.quote, ...days);
    people.push(memory.prospect, memory.company ?? '');
  }
  // A number says something only beside its words: it has to stand in what is quoted.
  const strange =
    strangersIn(text, names, language).length > 0 ||
    strangersIn(text, figures, language).some((stranger) => /\d/.test(stranger));
  if (strange) return { reason: 'name_or_number_not_in_source' };
  // Any log can be quoted for any sentence. Across languages, nothing here can tell whether it says it.
  const quoted = evidence.map(({ quote }) => quote).join('\n');
  if ([text, quoted].every(isEnglish) && !sharesWith(text, quoted, people.join(' '))) {
    return { reason: 'nothing_of_its_source' };
  }
  return { claim: { text, evidence } };
}

/** What of a model's reply holds. */
export interface GroundedReply {
  sentences: Claim[];
  dropped: { count: number; reasons: Record<string, number> };
}

/**
 * Holds every sentence of a model's reply against the logs that it names: each log exists, each
 * quote is in it and before any words that talk to the machine, and the sentence brings no name and
 * no number that isn't in them, and has a word or a subject of what it quotes. All else is left out and
 * counted by reason.
 *
 * @param language that the reply was asked in
 */
export function groundReply(
  reply: WrittenReply,
  question: string,
  memories: readonly Interaction[],
  language: BriefLanguage = 'en',
): GroundedReply {
  const byId = new Map(memories.map((memory) => [memory.id, memory]));
  const sentences: Claim[] = [];
  const reasons: Record<string, number> = {};
  for (const written of reply.sentences) {
    const held = hold(written, question, byId, language);
    const twice = 'claim' in held && sentences.some(({ text }) => text === held.claim.text);
    const reason = 'reason' in held ? held.reason : twice ? 'said_twice' : null;
    if (reason !== null) reasons[reason] = (reasons[reason] ?? 0) + 1;
    else if ('claim' in held && sentences.length < most) sentences.push(held.claim);
  }
  const count = Object.values(reasons).reduce((sum, one) => sum + one, 0);
  return { sentences, dropped: { count, reasons } };
}
