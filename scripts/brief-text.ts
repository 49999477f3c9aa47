import { humanDate } from '../lib/brief/days';
import type { Brief, Claim } from '../lib/brief/types';
import { signed } from '../prompts/rubric';

/** A claim with where it comes from, on one line. */
function line({ text, evidence }: Claim, now: string): string {
  const from = [...new Set(evidence.map(({ at }) => humanDate(at, now)))].join(', ');
  return from === '' ? `  ${text}` : `  ${text}  [${from}]`;
}

/** @returns a brief as plain text, for a terminal. Every claim names the day it rests on. */
export function briefAsText(brief: Brief): string {
  const now = brief.generatedAt;
  const { prospect, interactions, sections } = brief;
  const part = (title: string, claims: Claim[]) =>
    claims.length === 0 ? [] : ['', title, ...claims.map((claim) => line(claim, now))];
  const who = [prospect.name, prospect.company, prospect.email].filter(Boolean).join(' · ');
  return [
    who,
    `${interactions.count} interactions over ${interactions.spanDays} days`,
    '',
    `Score ${brief.score} · ${brief.label} · ${brief.momentum} · confidence ${brief.confidence}`,
    ...brief.ledger.map(
      ({ points, text, at }) => `  ${signed(points).padStart(4)}  ${text}  [${humanDate(at, now)}]`,
    ),
    `  ${signed(brief.score).padStart(4)}  in all`,
    ...part('Do this', [brief.recommended_action]),
    ...part('Main risk', brief.risk ? [brief.risk] : []),
    ...part('Already covered: don’t repeat', sections.covered),
    ...part(
      'Open objections',
      sections.objections.filter(({ open }) => open),
    ),
    ...part('Budget', sections.budget),
    ...part('Competitors', sections.competitors),
    ...part('Decision', sections.decision),
    ...part('Promises', sections.promises),
    ...part('Warnings', sections.warnings),
    ...brief.notes.map((note) => `\n${note}`),
  ].join('\n');
}
