import type { Topic } from './rubric';

/**
 * What an experienced rep brings to a concern: the thing to send or do, and how the concern can hurt
 * the deal. The offline reader words its advice from it; the prompt shows it as examples.
 */
export const playbook: Record<Topic, { bring: string; hurts: string }> = {
  budget: {
    bring: 'a phased start that fits the money there is',
    hurts: 'There may be no money for it',
  },
  price: { bring: 'a cost comparison over the full term', hurts: 'Price could lose the deal' },
  timing: { bring: 'a plan that fits their calendar', hurts: 'Timing could push the deal out' },
  onboarding: {
    bring: 'an onboarding plan',
    hurts: 'Doubts about onboarding could slow the deal',
  },
  migration: {
    bring: 'a migration timeline',
    hurts: 'Data migration could stall the deal',
  },
  security: {
    bring: 'the security report',
    hurts: 'Open security questions could block the deal',
  },
  integration: {
    bring: 'an integration walkthrough for their technical lead',
    hurts: 'Doubts about integration could stop the deal',
  },
  reliability: {
    bring: 'the uptime history and the SLA',
    hurts: 'Doubts about reliability could stop the deal',
  },
  features: {
    bring: 'a straight answer on the missing feature, with a date or a way around it',
    hurts: 'A missing feature could cost the deal',
  },
  support: {
    bring: 'the support terms and response times',
    hurts: 'Doubts about support could cost the deal',
  },
  contract: {
    bring: 'revised contract terms',
    hurts: 'Contract terms could hold the deal up',
  },
  adoption: {
    bring: 'a training and adoption plan',
    hurts: 'The team might not adopt it',
  },
  authority: {
    bring: 'a one-page summary for whoever signs',
    hurts: 'Sign-off could hold the deal up',
  },
  value: {
    bring: 'a business case in their own numbers',
    hurts: 'The value isn’t clear to them yet',
  },
  references: {
    bring: 'a reference call with a similar customer',
    hurts: 'Missing references could slow the deal',
  },
  other: {
    bring: 'an answer to what worries them',
    hurts: 'An open concern could stall the deal',
  },
};

/** Advice about somebody of whom nothing is remembered. */
export const firstMeeting = (name: string): string =>
  `Understand ${name}’s priorities and introduce the product.`;
