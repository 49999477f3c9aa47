import { describe, expect, it } from 'vitest';
import { readSignals } from '../../../lib/brief/offline/read';
import type { Interaction } from '../../../lib/interaction';
import { type SignalKind, signalKinds } from '../../../prompts/rubric';

type Expected = SignalKind | `${SignalKind}:${string}`;

/** Kinds whose topic only says what it was about; which concern is open is what has to be exact. */
const looselyTopical = new Set<SignalKind>(['engaged', 'need_confirmed', 'positive_reaction']);

function log(summary: string, index = 0): Interaction {
  return {
    id: `log-${index}`,
    at: `2026-11-0${index + 1}T10:00:00.000Z`,
    outcome: 'none',
    summary,
    prospect: 'Ann Lee',
    type: 'call_log',
  };
}

function read(...summaries: string[]): string[] {
  const history = summaries.map(log);
  const { signals } = readSignals(history);
  for (const { memoryId, quote } of signals) {
    expect(history.find(({ id }) => id === memoryId)?.summary).toContain(quote);
  }
  const last = signals.filter(({ memoryId }) => memoryId === `log-${summaries.length - 1}`);
  return [
    ...new Set(
      last.map(({ kind, topic }) =>
        topic === null || looselyTopical.has(kind) ? kind : `${kind}:${topic}`,
      ),
    ),
  ].sort();
}

const table: Record<string, [string, ...Expected[]][]> = {
  'negation and its scope': [
    ['They have no objections.'],
    ['No questions, no pushback.'],
    ['She didn’t like the demo.'],
    ['He was not impressed.'],
    ['There is no decision yet.'],
    ['Nothing new from legal.'],
    ['They are not looking at any competitors.'],
    ['No competitor involved so far.'],
    ['She isn’t the decision maker.'],
    ['Ann did not agree to a pilot.'],
    ['They don’t want a pilot.'],
    ['They haven’t signed the contract.'],
    ['She did not commit to buy.'],
    ['It was not a no.'],
    ['The mood wasn’t great.'],
    ['We never sent the proposal.'],
    ['No date for the go-live yet.'],
    ['The deal is not dead.'],
    ['Nobody from legal objected.'],
    ['Zero pushback on security.'],
    ['Noone complained.'],
    ['The demo didn’t happen.'],
  ],
  'concerns, open and gone': [
    ['She is worried about onboarding.', 'objection:onboarding'],
    ['Concerns around data migration.', 'objection:migration'],
    ['Still not convinced on security.', 'objection:security'],
    ['Says it is too expensive.', 'objection:price', 'pricing_discussed'],
    ['Price is a problem for her.', 'objection:price', 'pricing_discussed'],
    ['Migration worries remain.', 'objection:migration'],
    ['He has doubts about adoption by the reps.', 'objection:adoption'],
    ['Her main fear is a long implementation.', 'objection:onboarding'],
    ['They think the contract is too rigid.', 'objection:contract'],
    ['It’s not a priority this quarter.', 'objection:timing'],
    ['Come back next year.', 'objection:timing'],
    ['She will come back after the holidays.', 'promise_theirs'],
    ['Sorry for missing the call.'],
    ['Missing the export.', 'objection:features'],
    ['Only 3 of 15 log in.', 'objection:adoption'],
    ['12 of 15 log in.', 'positive_reaction'],
    ['They want a 15% discount.', 'objection:price', 'pricing_discussed'],
    ['Bad timing, they are moving offices.', 'objection:timing'],
    ['He does not see the value.', 'objection:value'],
    ['They don’t want yet another tool.', 'objection:adoption'],
    ['She is not worried about price any more.', 'objection_resolved:price', 'pricing_discussed'],
    ['Onboarding is no longer an issue.', 'objection_resolved:onboarding'],
    ['The security question is settled.', 'objection_resolved:security'],
    ['API reliability concern resolved.', 'objection_resolved:reliability'],
    ['Her migration concerns are gone.', 'objection_resolved:migration'],
    ['That put her mind at ease on data residency.', 'objection_resolved:security'],
    ['The migration concern is still unresolved.', 'objection:migration'],
    ['Initially worried about security.'],
    ['Security objection handled.', 'objection_resolved:security'],
    ['Migration worry: solved by the import.', 'objection_resolved:migration'],
    ['Security came up but not an issue.'],
    ['Reliability has not been resolved.', 'objection:reliability'],
    ['The security issue isn’t fixed yet.', 'objection:security'],
    ['If the migration worry is resolved she would sign.', 'objection:migration'],
  ],
  'questions are interest and no doubt': [
    ['She asked whether we support SSO.', 'engaged'],
    ['He asked about pricing.', 'engaged', 'pricing_discussed'],
    ['Asked how long onboarding takes.', 'engaged'],
    ['She wanted to know if there is a pilot programme.', 'engaged'],
    ['Is the budget approved?'],
    ['Asked when the budget gets approved.', 'engaged'],
    ['I asked whether legal has signed off.'],
    ['I asked her about the competitor.', 'competitor_active'],
    ['Asked if migration is a problem with our tool.', 'engaged'],
  ],
  'conditions void what is not yet so': [
    ['She would love a pilot if the CFO agrees.', 'pilot_requested', 'decision_process'],
    ['They will sign if legal agrees.', 'decision_process'],
    ['They said they might sign.'],
    ['Provided that the board approves, they go live in March.', 'decision_process'],
    ['Budget could be approved next week.'],
    ['Once the budget is released they will buy.'],
    ['Unless we lower the price they will not proceed.', 'objection:price', 'pricing_discussed'],
    ['Perhaps they start the pilot in May.'],
    ['She hopes to get the budget approved.'],
    ['The deal is subject to legal review.', 'decision_process'],
  ],
  'hearsay proves nothing': [
    ['Apparently the budget has been approved.'],
    ['Rumour has it that our champion left the company.'],
    ['Heard from a friend that they signed the contract.'],
    ['Word is the pilot was approved.'],
    ['According to the receptionist they went with a competitor.', 'competitor_active'],
  ],
  'what may come was not said': [
    ['If they push back on the rollout, offer training.'],
    ['If the security doubts go away they start a pilot.', 'objection:security'],
    ['Expect pushback on security next time.'],
    ['Migration could take too long for them.'],
    ['She says migration could take too long.', 'objection:migration'],
    ['In case they like it, talk about seats.'],
    ['Worst case they look at a competitor.'],
    ['Asked her whether they look at competitors.'],
    ['Aim: verbal yes by Friday.'],
    ['Should the budget be cut, we go month to month.'],
    ['She joked that it crashed.'],
    ['I asked for a decision by Friday.'],
    ['I asked for a pilot, she agreed to a trial.', 'pilot_agreed'],
    ['I should ask about adoption worries.'],
    ['I should answer her doubts about adoption.', 'objection:adoption'],
    ['Did we ever demo the mobile app?'],
    ['Need to find the decision maker.'],
  ],
  'our own side is not theirs': [
    ['Our legal is slow with the redlines.'],
    ['Legal is slow with the redlines.', 'legal_blocker'],
    ['Our sales engineer left the company.'],
    ['Our champion left the company.', 'champion_lost'],
    ['My boss has doubts about adoption.'],
    ['Her boss has doubts about adoption.', 'objection:adoption'],
    ['No capacity for onboarding before May on our side.'],
    ['We have no budget for the trip.'],
    ['"We have no budget," she said.', 'budget_blocked'],
    ['I am not happy with the migration plan.'],
    ['I pushed back on the migration.'],
    ['We had pushback on the migration.', 'objection:migration'],
    ['I was impressed.'],
    ['We need a win in Q4.'],
    ['Ann: "We need a better tool."', 'need_confirmed'],
    ['Need a new slot.'],
    ['Invited her to the webinar.'],
  ],
  'what we told them, and what others did, is not theirs': [
    ['Told her how Acme started a pilot.'],
    ['Told her about the pilot and she agreed to a trial.', 'pilot_agreed'],
    ['Told her that Acme was worried about security.'],
    ['She told me she is worried about security.', 'objection:security'],
    ['Their sister company rejected us.'],
    ['Another customer of ours has a budget freeze.'],
    ['They looked at Gong two years ago, didn’t see the value.'],
    ['Their pilot with Gong starts on Monday.'],
    ['She joked that it’s a no.'],
  ],
  'yes and no to something else': [
    ['She said yes to lunch.'],
    ['She said yes to the offer.', 'verbal_commitment'],
    ['She said no to coffee.'],
    ['She said no to the offer.', 'rejection'],
    ['Got the signed NDA.'],
    ['Got the signed contract.', 'verbal_commitment'],
    ['New slot for the demo.'],
    ['Demo env is down.'],
    ['We lost a week.'],
    ['We lost to them.', 'rejection'],
    ['The Meyer deal is lost.'],
    ['The deal is lost.', 'rejection'],
    ['The portal rejected our form.'],
    ['They rejected our offer.', 'rejection'],
  ],
  'typed in short': [
    ['They didnt like it.'],
    ['Pricing wasnt discussed.'],
    ['They wont renew.', 'rejection'],
    ['Demo w/o issues.', 'covered_demoed'],
    ['LVM.', 'no_answer'],
    ['Fwd’d the API docs.', 'covered_sent:integration'],
    ['Worried about security but not any more.', 'objection_resolved:security'],
  ],
  'a rival’s gains are not ours': [
    ['The competitor’s rep called her.', 'competitor_active'],
    ['Competitor’s pilot starts on Monday.', 'competitor_active'],
    ['She loved the competitor’s demo.', 'competitor_active'],
    ['Another vendor is 20% cheaper.', 'competitor_pressing', 'pricing_discussed'],
    ['A rival undercut us by a third.', 'competitor_pressing'],
    ['They also talk to two other vendors.', 'competitor_active'],
    ['They ruled out the competitor.', 'competitor_out'],
    ['The competitor’s customers are unhappy with support.', 'competitor_active'],
    ['Their competitors are growing.'],
    ['She prefers us over the incumbent.', 'competitor_out'],
    ['They went with another vendor.', 'rejection', 'competitor_active'],
  ],
  money: [
    ['Budget is frozen until Q3.', 'budget_blocked'],
    ['No budget this year.', 'budget_blocked'],
    ['They have no money for it.', 'budget_blocked'],
    ['Spending freeze across the company.', 'budget_blocked'],
    ['She hasn’t approved the budget yet.', 'budget_blocked'],
    ['The budget has not been approved.', 'budget_blocked'],
    ['Budget no longer frozen.', 'budget_confirmed'],
    ['The freeze is lifted.', 'budget_confirmed'],
    ['CFO approved the budget.', 'budget_confirmed', 'decision_maker'],
    ['They have set aside 40k for this.', 'budget_confirmed'],
    ['Funding is secured.', 'budget_confirmed'],
    ['Board approved the spend.', 'budget_confirmed', 'decision_maker'],
  ],
  'pilots, commitments, dates': [
    ['She requested a pilot.', 'pilot_requested'],
    ['They’d like to try it with one team.', 'pilot_requested'],
    ['Asked for a quote for 30 seats.', 'pilot_requested', 'pricing_discussed'],
    ['Wants to test it for two weeks.', 'pilot_requested'],
    ['Pilot agreed for 20 reps.', 'pilot_agreed'],
    ['The trial kicked off with nine users.', 'pilot_agreed'],
    ['Pilot is running.', 'pilot_agreed'],
    ['She agreed to a pilot.', 'pilot_agreed'],
    ['They postponed the trial.', 'objection:timing'],
    ['Pilot cancelled.', 'rejection'],
    ['She said yes.', 'verbal_commitment'],
    ['They are going with us!', 'verbal_commitment'],
    ['Verbally agreed to 120 seats.', 'verbal_commitment'],
    ['She wants to renew for two years.', 'verbal_commitment'],
    ['Go-live planned for 1 February.', 'date_set'],
    ['Decision on 10 December.', 'date_set'],
    ['They will decide before Christmas.', 'date_set'],
    ['Next call on Thursday.', 'next_step'],
    ['Booked a follow-up for 3 December.', 'next_step'],
    ['The call on 29 October was short.'],
    ['The call is on 29 November.', 'next_step'],
    ['Decision was on 5 October.'],
    ['Decision on 5 February.', 'date_set'],
  ],
  people: [
    ['She is our champion there.', 'champion'],
    ['He is selling us internally.', 'champion'],
    ['She introduced me to her CFO.', 'champion', 'engaged'],
    ['Our champion left.', 'champion_lost'],
    ['She is leaving the company in May.', 'champion_lost'],
    ['The CFO joined the call.', 'decision_maker', 'engaged'],
    ['Ann, VP Sales, took the call.', 'decision_maker', 'engaged'],
    ['He has the final say.', 'decision_maker', 'decision_process'],
    ['The board decides in January.', 'decision_process', 'date_set'],
    ['She needs sign-off from her boss.', 'decision_process'],
  ],
  'legal and procurement': [
    ['Stuck in procurement.', 'legal_blocker'],
    ['Legal is still blocking on liability.', 'legal_blocker'],
    ['The contract is waiting for their legal team.', 'legal_blocker'],
    ['Legal signed off.', 'legal_cleared'],
    ['We passed the security review.', 'legal_cleared'],
    ['Legal has no issues with it.'],
    ['If legal signs off, we start.', 'decision_process'],
    ['I sent the contract to legal.', 'covered_sent:contract'],
  ],
  'what we did, and what is still to do': [
    ['I sent the ROI calculator.', 'covered_sent:value'],
    ['Sent pricing.', 'covered_sent:price', 'pricing_discussed'],
    ['Whitepaper sent.', 'covered_sent'],
    ['Raj sent the whitepaper.'],
    ['Gave a demo to the team.', 'covered_demoed'],
    ['Answered her questions on SSO.', 'covered_answered:integration'],
    ['She asked for a demo.', 'engaged'],
    ['He requested the security report.', 'engaged'],
    ['She sent us her requirements.', 'engaged'],
    ['I will send the API docs by Friday.', 'promise_ours:integration'],
    ['I owe her the SOC 2 report.', 'promise_ours:security'],
    ['We promised to prepare a migration plan.', 'promise_ours:migration'],
    ['She will talk to her CFO next week.', 'promise_theirs'],
    ['He promised to send the data sample.', 'promise_theirs'],
    ['"I will send the data sample," she wrote.', 'promise_theirs'],
    ['I need to ask her about support.'],
    ['I owe Ann the API docs.', 'promise_ours:integration'],
    ['API docs over to Ann.', 'covered_sent:integration'],
    ['ROI calculator was well received.', 'positive_reaction', 'covered_pitched:value'],
  ],
  'need, mood, silence and no': [
    ['They lose deals because notes get lost.', 'need_confirmed'],
    ['They are struggling with spreadsheets.', 'need_confirmed'],
    ['She is unhappy with their current provider.', 'need_confirmed'],
    ['The team loved it.', 'positive_reaction', 'positive_tone'],
    ['She loves her new office.', 'positive_tone'],
    ['Usage was low.', 'objection:adoption'],
    ['He was annoyed.', 'negative_tone'],
    ['Cold call with Ann.'],
    ['No answer.', 'no_answer'],
    ['Left a voicemail.', 'no_answer'],
    ['She didn’t show up.', 'no_answer'],
    ['Chased again, nothing back.', 'no_answer'],
    ['She is not interested.', 'rejection'],
    ['They decided against it.', 'rejection'],
    ['They will not renew.', 'rejection'],
    ['She replied within the hour.', 'engaged'],
  ],
};

describe.each(Object.entries(table))('%s', (_name, rows) => {
  it.each(rows)('%s', (sentence, ...expected) => {
    expect(read(sentence)).toEqual([...expected].sort());
  });
});

describe('later words against earlier ones', () => {
  it.each<[string[], ...Expected[]]>([
    [
      ['She is worried about security.', 'No concerns about security.'],
      'objection_resolved:security',
    ],
    [['Good talk.', 'No concerns about security.']],
    [['Price is too high.', 'Price is fine now.'], 'objection_resolved:price', 'pricing_discussed'],
    [['Budget is frozen.', 'Budget is back.'], 'budget_confirmed'],
    [['I will send the API docs.', 'Sent the API docs.'], 'covered_sent:integration'],
  ])('%j', (summaries, ...expected) => {
    expect(read(...summaries)).toEqual([...expected].sort());
  });
});

describe('every kind of signal', () => {
  it('is read from at least one sentence of the table', () => {
    const found = new Set(
      Object.values(table)
        .flat()
        .flatMap(([, ...expected]) => expected.map((one) => one.split(':')[0])),
    );
    expect([...Object.keys(signalKinds)].filter((kind) => !found.has(kind))).toEqual([]);
  });
});
