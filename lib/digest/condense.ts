import type { BriefLanguage } from '../../prompts/language';
import { basicBrief } from '../brief';
import { daysBetween } from '../brief/days';
import type { Claim, Evidence, ObjectionItem, Warning } from '../brief/types';
import { prospectKey } from '../identity/key';
import type { Prospect } from '../identity/prospect';
import type { Interaction } from '../interaction';
import { wordingOf } from '../wording';
import { needOf } from './need';
import type { Concern, DealCard } from './types';

/** Longest quote on a card, in characters; a cut quote is still verbatim. */
const longestQuote = 160;
/** Longest piece of the newest words. */
const longestNewest = 280;
const mostEvidence = 2;
const mostWarnings = 5;
const mostDates = 6;
/** Days that the table of objections looks back. */
export const recentDays = 30;

function cut(text: string, most: number): string {
  return text.length <= most ? text : text.slice(0, most).replace(/\s+\S*$/, '');
}

const short = (evidence: Evidence[]): Evidence[] =>
  evidence.slice(0, mostEvidence).map((one) => ({ ...one, quote: cut(one.quote, longestQuote) }));

const shortClaim = ({ text, evidence }: Claim): Claim => ({
  text: cut(text, 2 * longestQuote),
  evidence: short(evidence),
});

/** @returns when a topic came up, a moment for each interaction, oldest first. */
function concernOf({ topic, evidence, times, open }: ObjectionItem): Concern {
  const dates = [...new Set(evidence.slice(0, times).map(({ at }) => at))].sort();
  return { topic, dates, open };
}

/**
 * One deal, condensed by the offline reader for comparison with the others.
 *
 * @param history complete, in any order
 * @param now the moment of the digest (ISO 8601); what lies after it doesn't count
 * @param colleagues others of the prospect's company that memory knows; absent where nothing tells
 * @param language what its sentences are in
 */
export function condense(
  prospect: Prospect,
  history: Interaction[],
  now: string,
  colleagues?: Prospect[],
  language: BriefLanguage = 'en',
): DealCard {
  const brief = basicBrief({
    prospect,
    history,
    now,
    ...(colleagues ? { colleagues } : {}),
    language,
  });
  const past = brief.timeline.filter(({ at }) => at <= brief.generatedAt).reverse();
  const need = needOf(brief, past, brief.generatedAt, wordingOf(language));
  const concerns = brief.sections.objections.map(concernOf);
  const [returning] = concerns
    .filter(({ dates }) => dates.length > 1)
    .sort((a, b) => b.dates.length - a.dates.length || Number(b.open) - Number(a.open));
  const newest = past.at(-1);
  const recent = concerns
    .map((one) => ({
      ...one,
      dates: one.dates.filter((at) => daysBetween(at, brief.generatedAt) < recentDays),
    }))
    .filter(({ dates }) => dates.length > 0);
  return {
    key: prospectKey(prospect),
    prospect,
    score: brief.score,
    label: brief.label,
    momentum: brief.momentum,
    momentumPoints: brief.momentumPoints,
    confidence: brief.confidence,
    interactions: past.length,
    lastAt: newest?.at ?? null,
    warnings: brief.sections.warnings
      .slice(0, mostWarnings)
      .map((warning): Warning => ({ ...warning, ...shortClaim(warning) })),
    returning: returning ? { ...returning, dates: returning.dates.slice(-mostDates) } : null,
    recent,
    newest: newest
      ? {
          memoryId: newest.id,
          at: newest.at,
          outcome: newest.outcome,
          text: cut(newest.summary.replace(/\s+/g, ' ').trim(), longestNewest),
        }
      : null,
    action: shortClaim(brief.recommended_action),
    ...need,
    why: shortClaim(need.why),
  };
}
