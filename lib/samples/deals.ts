import type { Prospect } from '../identity/prospect';
import type { Interaction, Outcome } from '../interaction';

/** One logged call of a sample deal. */
export interface SampleCall {
  daysAgo: number;
  outcome: Outcome;
  summary: string;
}

/** An invented deal, for trying the product out. */
export interface SampleDeal {
  prospect: Prospect;
  calls: SampleCall[];
}

/**
 * Eight invented deals and one prospect without any history. Two different people are called
 * Sarah Chen. All names and companies' dealings are invented.
 */
export const sampleDeals: SampleDeal[] = [
  {
    prospect: {
      name: 'Priya Sharma',
      email: 'priya.sharma@rentokil.example',
      company: 'Rentokil',
    },
    calls: [
      {
        daysAgo: 42,
        outcome: 'objection',
        summary:
          'Intro call with Priya, VP Sales, who decides on sales tools. She likes the idea, but the budget is frozen until Q3. Asked me to keep in touch.',
      },
      {
        daysAgo: 28,
        outcome: 'objection',
        summary:
          'Priya is worried about onboarding: the last vendor took five months to go live. She asked how we train new reps.',
      },
      {
        daysAgo: 14,
        outcome: 'positive',
        summary:
          'Sent the ROI calculator; it was well received. Priya shared it with her CFO and requested a pilot for the UK team.',
      },
      {
        daysAgo: 3,
        outcome: 'pilot',
        summary:
          'Pilot agreed for 20 reps. Priya raised concerns about data migration from the old CRM.',
      },
    ],
  },
  {
    prospect: { name: 'James Okafor', email: 'james.okafor@paysend.example', company: 'Paysend' },
    calls: [
      {
        daysAgo: 45,
        outcome: 'objection',
        summary:
          'Discovery call with James. He is concerned about API reliability after an outage at their current provider, and asked for our uptime figures.',
      },
      {
        daysAgo: 30,
        outcome: 'positive',
        summary:
          'Went through the uptime history with their lead engineer. API reliability concern resolved. James asked for our security report.',
      },
      {
        daysAgo: 16,
        outcome: 'objection',
        summary:
          'James says a competitor offers a price 20% lower. He is under price pressure, still unresolved.',
      },
      {
        daysAgo: 8,
        outcome: 'follow_up',
        summary: 'Sent the security report. James thanked me and said he would read it.',
      },
      {
        daysAgo: 1,
        outcome: 'no_answer',
        summary: 'Followed up on the report and the price. Seven days without an answer.',
      },
    ],
  },
  {
    prospect: { name: 'Maria Rossi', email: 'maria.rossi@luxottica.example', company: 'Luxottica' },
    calls: [
      {
        daysAgo: 60,
        outcome: 'positive',
        summary:
          'Discovery with Maria, Head of Revenue Operations. She confirmed the problem: reps lose track of what was said and repeat pitches.',
      },
      {
        daysAgo: 48,
        outcome: 'demo',
        summary:
          'Demo for Maria and two team leads. They loved the brief. Maria asked whether we support SSO.',
      },
      {
        daysAgo: 35,
        outcome: 'neutral',
        summary:
          'Answered the SSO question: supported with Okta and Entra. Legal needs to review the DPA before anything is signed.',
      },
      {
        daysAgo: 20,
        outcome: 'positive',
        summary: 'Budget approved by the CFO. Legal review finished without changes.',
      },
      {
        daysAgo: 6,
        outcome: 'won',
        summary:
          'Maria verbally agreed to go with us. Go-live planned by 1 February. Next call on Thursday to sign.',
      },
    ],
  },
  {
    prospect: { name: 'Sarah Chen', email: 'sarah.chen@northwind.example', company: 'Northwind' },
    calls: [
      {
        daysAgo: 75,
        outcome: 'neutral',
        summary: 'Intro call. Sarah is curious but has no budget this year.',
      },
      {
        daysAgo: 61,
        outcome: 'no_answer',
        summary: 'Sent the case study. Left a voicemail, no reply.',
      },
      { daysAgo: 40, outcome: 'no_answer', summary: 'Called twice, no answer.' },
    ],
  },
  {
    prospect: { name: 'Sarah Chen', email: 's.chen@contoso.example', company: 'Contoso' },
    calls: [
      {
        daysAgo: 12,
        outcome: 'positive',
        summary:
          'Sarah runs sales enablement at Contoso. She confirmed they struggle with ramp-up of new reps and asked for a demo.',
      },
      {
        daysAgo: 4,
        outcome: 'demo',
        summary:
          'Demo went very well, Sarah was impressed by the timeline. Next call on Friday with her VP.',
      },
    ],
  },
  {
    prospect: { name: 'Tom Becker', email: 'tom.becker@siemens.example', company: 'Siemens' },
    calls: [
      {
        daysAgo: 90,
        outcome: 'positive',
        summary: 'Kick-off with Tom. He asked for a proposal for 200 seats.',
      },
      {
        daysAgo: 80,
        outcome: 'proposal',
        summary: 'Sent the proposal. Tom thinks the price is too high.',
      },
      {
        daysAgo: 66,
        outcome: 'objection',
        summary: 'Tom pushed back on price again and flagged the contract lock-in.',
      },
      {
        daysAgo: 50,
        outcome: 'neutral',
        summary:
          'Sent a cost comparison over three years. Tom is no longer worried about price. Lock-in is still a concern.',
      },
      {
        daysAgo: 38,
        outcome: 'neutral',
        summary: 'Procurement is holding things up: vendor onboarding takes weeks.',
      },
      {
        daysAgo: 24,
        outcome: 'follow_up',
        summary: 'I will send the revised contract by Friday. Tom remains friendly.',
      },
      {
        daysAgo: 10,
        outcome: 'neutral',
        summary: 'Tom asked where the revised contract is. He was annoyed.',
      },
    ],
  },
  {
    prospect: { name: 'Aisha Khan', email: 'aisha.khan@careem.example', company: 'Careem' },
    calls: [
      {
        daysAgo: 55,
        outcome: 'positive',
        summary: 'Aisha, Sales Director, is looking for a way to keep account knowledge.',
      },
      {
        daysAgo: 47,
        outcome: 'demo',
        summary: 'Demo for her team. Great feedback on the follow-up list.',
      },
      {
        daysAgo: 41,
        outcome: 'objection',
        summary: 'Aisha is concerned about adoption: reps would not log calls.',
      },
      {
        daysAgo: 33,
        outcome: 'positive',
        summary: 'Showed the ten-second log. Her concerns about adoption are gone.',
      },
      {
        daysAgo: 26,
        outcome: 'pilot',
        summary: 'She asked for a trial with one team.',
      },
      {
        daysAgo: 19,
        outcome: 'pilot',
        summary: 'Trial started with eight reps.',
      },
      {
        daysAgo: 12,
        outcome: 'positive',
        summary: 'Trial check-in: reps are enthusiastic. Aisha introduced me to her CEO.',
      },
      {
        daysAgo: 5,
        outcome: 'positive',
        summary: 'Talked price with Aisha. Budget is approved for 60 seats.',
      },
      {
        daysAgo: 2,
        outcome: 'follow_up',
        summary: 'I promised to send the order form by Wednesday. Decision by end of next week.',
      },
    ],
  },
  {
    prospect: {
      name: 'Lucas Moreau',
      email: 'lucas.moreau@decathlon.example',
      company: 'Decathlon',
    },
    calls: [
      {
        daysAgo: 34,
        outcome: 'positive',
        summary: 'Lucas asked for a pilot after a short demo.',
      },
      {
        daysAgo: 21,
        outcome: 'negative',
        summary: 'Our champion Lucas said the team is sceptical about integration with their CRM.',
      },
      {
        daysAgo: 9,
        outcome: 'lost',
        summary: 'They went with a competitor. Lucas said no for this year.',
      },
    ],
  },
];

/** A prospect of whom nothing is remembered. */
export const newProspect: Prospect = {
  name: 'Nina Petrova',
  email: 'nina.petrova@wizzair.example',
  company: 'Wizz Air',
};

/** @returns when a sample call happened: so many days before `now`, at ten in the morning UTC. */
export function sampleTime(daysAgo: number, now: string): string {
  const day = new Date(Date.parse(now) - daysAgo * 86_400_000).toISOString().slice(0, 10);
  const at = `${day}T10:00:00.000Z`;
  return at <= now ? at : new Date(now).toISOString();
}

/** @returns a deal's calls as interactions, dated back from `now` (ISO 8601), oldest first. */
export function sampleHistory({ prospect, calls }: SampleDeal, now: string): Interaction[] {
  return calls.map(({ daysAgo, outcome, summary }, index) => ({
    id: `sample-${prospect.email}-${index}`,
    at: sampleTime(daysAgo, now),
    outcome,
    summary,
    prospect: prospect.name,
    email: prospect.email,
    company: prospect.company,
    type: 'call_log',
  }));
}
