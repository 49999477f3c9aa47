import { condense } from '../../../lib/digest/condense';
import type { DealCard } from '../../../lib/digest/types';
import type { Prospect } from '../../../lib/identity/prospect';
import type { Interaction, Outcome } from '../../../lib/interaction';
import { sampleDeals, sampleHistory } from '../../../scripts/samples/deals';
import { writtenDeals } from '../../fixtures/deals';
import { historyOf, judgedAt } from '../../fixtures/deals/deal';

export const now = judgedAt;

/** A history in a few words: days before `now`, how it ended, what was said. */
export function historyIn(
  prospect: Prospect,
  calls: [daysAgo: number, outcome: Outcome, summary: string][],
): Interaction[] {
  return calls.map(([daysAgo, outcome, summary], index) => ({
    id: `${prospect.name}-${index}`,
    at: new Date(Date.parse(now) - daysAgo * 86_400_000).toISOString(),
    outcome,
    summary,
    prospect: prospect.name,
    ...(prospect.email ? { email: prospect.email } : {}),
    ...(prospect.company ? { company: prospect.company } : {}),
    type: 'call_log',
  }));
}

/** The sample deals, James among them, condensed. */
export const sampleCards = (): DealCard[] =>
  sampleDeals.map((deal) => condense(deal.prospect, sampleHistory(deal, now), now));

/** So many deals: the written ones over and over, under other names and addresses. */
export function manyCards(count: number): DealCard[] {
  const written = writtenDeals.map((deal) => condense(deal.prospect, historyOf(deal), now));
  return Array.from({ length: count }, (_, index) => {
    const card = written[index % written.length] as DealCard;
    const prospect = { ...card.prospect, email: `p${index}@many.example` };
    return { ...card, key: prospect.email, prospect };
  });
}

export function cardOf(cards: DealCard[], name: string): DealCard {
  const found = cards.find(({ prospect }) => prospect.name === name);
  if (!found) throw new Error(`nobody is called ${name}`);
  return found;
}
