// First: what is composed here is worded by the story's language.
import './shown';

import { basicBrief } from '../../lib/brief';
import { meetingBrief } from '../../lib/brief/meeting';
import type { Brief } from '../../lib/brief/types';
import { screenLanguage } from '../../lib/brief-language';
import type { Detection } from '../../lib/detect/detection';
import type { Prospect } from '../../lib/identity/prospect';
import { type Interaction, outcomes } from '../../lib/interaction';
import { sampleDeals, sampleHistory } from '../../scripts/samples/deals';

export const fiveDaysAgo = '2026-05-15T09:00:00.000Z';

/** The moment that every story is looked at, so that photographs can be compared. */
export const now = new Date('2026-05-20T13:40:00.000Z');

/** What the briefs are written in: as the screen, as it is where nobody chose. */
export const language = screenLanguage();

/** @returns the real brief of a history at the stories' moment. */
function briefOf(prospect: Prospect, history: Interaction[]): Brief {
  return basicBrief({ prospect, history, now: now.toISOString(), language });
}

/** @returns a sample deal's prospect, history and brief. */
function sample(name: string) {
  const deal = sampleDeals.find(({ prospect }) => prospect.name === name);
  if (!deal) throw new Error(`There is no sample deal with ${name}.`);
  const history = sampleHistory(deal, now.toISOString());
  return { prospect: deal.prospect, history, brief: briefOf(deal.prospect, history) };
}

export const priya = sample('Priya Sharma');
export const james = sample('James Okafor');
export const maria = sample('Maria Rossi');

export const newcomer: Prospect = {
  name: 'Noor Haddad',
  email: 'noor.haddad@northwind.example',
  company: 'Northwind',
};

/** Somebody else of Priya's company, who sees some matters otherwise. */
export const legal = (() => {
  const prospect: Prospect = {
    name: 'Tom Ashby',
    email: 'tom.ashby@rentokil.example',
    company: 'Rentokil',
  };
  const calls: [day: number, summary: string][] = [
    [24, 'Tom (IT) is worried about data migration. Showed him the security report.'],
    [9, 'Tom says the ROI is not clear to him. Onboarding concerns are resolved.'],
  ];
  const history = calls.map(
    ([day, summary], index): Interaction => ({
      id: `tom-${index}`,
      at: new Date(now.getTime() - day * 86_400_000).toISOString(),
      outcome: 'neutral',
      summary,
      prospect: prospect.name,
      type: 'call_log',
    }),
  );
  return { prospect, brief: briefOf(prospect, history) };
})();

export const severalMeeting = meetingBrief(
  [priya.brief, legal.brief, briefOf(newcomer, [])],
  language,
);
export const newMeeting = meetingBrief([
  briefOf(newcomer, []),
  briefOf({ name: 'Kim Roe', company: 'Northwind' }, []),
]);

/** Priya's brief as if a model had read it in two calls, with two claims dropped. */
export const readByModel: Brief = {
  ...priya.brief,
  reader: 'groq',
  dropped: { count: 2, reasons: { not_in_memory: 2 } },
  cost: {
    model: 'openai/gpt-oss-120b',
    ms: 3400,
    promptTokens: 9120,
    completionTokens: 1480,
    calls: [
      { model: 'openai/gpt-oss-120b', ms: 1900, promptTokens: 4500, completionTokens: 700 },
      { model: 'openai/gpt-oss-120b', ms: 1500, promptTokens: 4620, completionTokens: 780 },
    ],
  },
};

/** Priya's brief as a model words it, who sees another risk. */
export const readOtherwise: Brief = {
  ...readByModel,
  risk: {
    text: 'Rollout could slip past Q3 if migration isn’t owned.',
    evidence: priya.brief.risk?.evidence ?? [],
  },
};

export const newcomerBrief = briefOf(newcomer, []);
export const oneCall = briefOf(priya.prospect, priya.history.slice(0, 1));
/** What the outbox alone knows while memory is away. */
export const waitingOnly = briefOf(
  priya.prospect,
  priya.history.slice(-1).map((one) => ({ ...one, pending: true })),
);

/** Priya's brief as it was read three hours before, without the last call. */
export const earlier = basicBrief({
  prospect: priya.prospect,
  history: priya.history.slice(0, -1),
  now: new Date(now.getTime() - 3 * 3_600_000).toISOString(),
});

const promised: [day: number, summary: string][] = [
  [30, 'Discovery. They lose track of what was said in calls. I’ll send the security report.'],
  [20, 'She asked about single sign-on. I promised her a call with our onboarding lead.'],
  [12, 'Sent the security report. She will review the contract with legal.'],
  [2, 'Short call. We will send a migration timeline by Friday.'],
];

/** A deal with promises of both sides: kept, open and overdue. */
export const promises = briefOf(
  maria.prospect,
  promised.map(([day, summary], index) => ({
    id: `promise-${index}`,
    at: new Date(now.getTime() - day * 86_400_000).toISOString(),
    outcome: 'neutral',
    summary,
    prospect: maria.prospect.name,
    type: 'call_log',
    rep: 'Robin Rep',
  })),
);

const talk = priya.history.concat(james.history, maria.history).map(({ summary }) => summary);

/** Two hundred logs over two years, a note and an import among them. */
export const longHistory = briefOf(
  maria.prospect,
  Array.from({ length: 200 }, (_, index) => ({
    id: `log-${index}`,
    at: new Date(now.getTime() - (200 - index) * 3.5 * 86_400_000).toISOString(),
    outcome: outcomes[index % 9] ?? 'none',
    summary: `${talk[index % talk.length]} Call ${index + 1}.`,
    prospect: maria.prospect.name,
    type: index % 40 === 7 ? 'note' : index % 40 === 8 ? 'import' : 'call_log',
    rep: index % 2 === 0 ? 'Robin Rep' : 'Sam Sales',
  })),
);

export const longNamed: Prospect = {
  name: 'Maximiliane Freifrau von Hohenzollern-Sigmaringen-Württemberg zu Donaudampfschifffahrtsgesellschaft',
  email: 'maximiliane.von.hohenzollern-sigmaringen@donaudampfschifffahrtsgesellschaft.example',
  company: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft mbH',
};
export const longNamedBrief = briefOf(
  longNamed,
  priya.history.map((one) => ({
    ...one,
    summary: `${one.summary} See https://files.example/${'very-long-path-without-a-break/'.repeat(4)}`,
  })),
);

export const rightToLeft: Prospect = {
  name: 'נועה ברק',
  email: 'noa.barak@teva.example',
  company: 'טבע תעשיות',
};
export const rightToLeftBrief = briefOf(
  rightToLeft,
  [
    'שיחת היכרות עם נועה. התקציב מוקפא עד הרבעון השלישי.',
    'Pilot agreed for 20 reps. Noa raised concerns about data migration from the old CRM.',
  ].map((summary, index) => ({
    id: `rtl-${index}`,
    at: new Date(now.getTime() - (20 - index * 12) * 86_400_000).toISOString(),
    outcome: index === 0 ? 'objection' : 'pilot',
    summary,
    prospect: rightToLeft.name,
    type: 'call_log',
  })),
);

export const foreign: Prospect = { name: '田中 陽子', company: '日本通運' };
export const foreignBrief = briefOf(
  foreign,
  ['予算は来年度まで凍結とのこと。', '移行計画について質問があった。'].map((summary, index) => ({
    id: `ja-${index}`,
    at: new Date(now.getTime() - (15 - index * 9) * 86_400_000).toISOString(),
    outcome: index === 0 ? 'objection' : 'neutral',
    summary,
    prospect: foreign.name,
    type: 'call_log',
  })),
);

/** @returns the meeting that the stories' page shows, twenty minutes from now. */
export const meetingWith = (company: string | undefined): Detection => ({
  site: 'google_calendar',
  kind: 'meeting',
  people: [],
  company: company ?? null,
  deal: null,
  title: company ? `${company}: pilot kick-off` : 'Pilot kick-off',
  startsAt: new Date(now.getTime() + 20 * 60_000).toISOString(),
  endsAt: new Date(now.getTime() + 50 * 60_000).toISOString(),
  pageId: 'event-1',
  confidence: 'high',
  reason: 'guest list',
});
