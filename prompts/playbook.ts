import type { Topic } from './rubric';

/** Answers to a concern: each stands in a sentence as it is. */
export interface Play {
  bring: string;
  hurts: string;
  ask: string;
}

/**
 * What an experienced rep brings to a concern: the thing to send or do, how the concern can hurt the
 * deal, and what to ask so that the call ends with an answer. The offline reader words its advice from it; the prompt shows it as examples.
 */
export const playbook: Record<Topic, Play> = {
  budget: {
    bring: 'a phased start that fits the money there is',
    hurts: 'There may be no money for it',
    ask: 'ask when money is decided and by whom',
  },
  price: {
    bring: 'a cost comparison over the full term',
    hurts: 'Price could lose the deal',
    ask: 'ask what besides price decides it',
  },
  timing: {
    bring: 'a plan that fits their calendar',
    hurts: 'Timing could push the deal out',
    ask: 'ask which date would work and what has to happen before it',
  },
  onboarding: {
    bring: 'an onboarding plan',
    hurts: 'Doubts about onboarding could slow the deal',
    ask: 'agree who trains the first team and by when',
  },
  migration: {
    bring: 'a migration timeline',
    hurts: 'Data migration could stall the deal',
    ask: 'agree who owns data migration on their side and by when',
  },
  security: {
    bring: 'the security report',
    hurts: 'Open security questions could block the deal',
    ask: 'ask who signs security off and what is still missing',
  },
  integration: {
    bring: 'an integration walkthrough for their technical lead',
    hurts: 'Doubts about integration could stop the deal',
    ask: 'agree a date for their technical lead to test it',
  },
  reliability: {
    bring: 'the uptime history and the SLA',
    hurts: 'Doubts about reliability could stop the deal',
    ask: 'ask which figure would settle it',
  },
  features: {
    bring: 'a straight answer on the missing feature, with a date or a way around it',
    hurts: 'A missing feature could cost the deal',
    ask: 'ask what they would do without it',
  },
  support: {
    bring: 'the support terms and response times',
    hurts: 'Doubts about support could cost the deal',
    ask: 'ask what response time they need',
  },
  contract: {
    bring: 'revised contract terms',
    hurts: 'Contract terms could hold the deal up',
    ask: 'ask which clause stands in the way',
  },
  adoption: {
    bring: 'a training and adoption plan',
    hurts: 'The team might not adopt it',
    ask: 'agree which team starts and who checks in with them',
  },
  authority: {
    bring: 'a one-page summary for whoever signs',
    hurts: 'Sign-off could hold the deal up',
    ask: 'ask who signs and what they want to see',
  },
  value: {
    bring: 'a business case in their own numbers',
    hurts: 'The value isn’t clear to them yet',
    ask: 'ask what a result would have to look like',
  },
  references: {
    bring: 'a reference call with a similar customer',
    hurts: 'Missing references could slow the deal',
    ask: 'agree a date for the reference call',
  },
  other: {
    bring: 'an answer to what worries them',
    hurts: 'An open concern could stall the deal',
    ask: 'ask what would settle it',
  },
};

/** Advice about somebody of whom nothing is remembered. */
export const firstMeeting = (name: string): string =>
  `Understand ${name}’s priorities and introduce the product.`;
