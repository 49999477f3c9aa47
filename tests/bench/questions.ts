/**
 * Forty questions that reps ask, with the logs of the written deals that answer them; the first three
 * passages have to hold one. Written down from the logs, before anything had been asked.
 */
export const questions: { asked: string; sources: string[] }[] = [
  {
    asked: 'Who asked about SSO?',
    sources: ['multi-threaded-energy-2', 'multi-threaded-insurer-2'],
  },
  {
    asked: 'Which deals are waiting for legal?',
    sources: [
      'legal-stuck-telco-0',
      'legal-stuck-telco-1',
      'legal-stuck-telco-3',
      'legal-stuck-telco-4',
      'multi-threaded-insurer-4',
      'multi-threaded-insurer-5',
    ],
  },
  {
    asked: 'What did Rashid say about adoption?',
    sources: ['noisy-healthy-logistics-2', 'noisy-healthy-logistics-3'],
  },
  {
    asked: 'Who has a cheaper offer from a competitor?',
    sources: [
      'price-war-freight-3',
      'price-war-freight-4',
      'price-war-cables-2',
      'price-war-cables-4',
      'renewal-wobbly-3',
    ],
  },
  { asked: 'When does Falk Glas kick off?', sources: ['won-late-glass-6'] },
  {
    asked: 'What is the problem with the SAP integration?',
    sources: ['promise-kept-integration-1', 'promise-kept-integration-3'],
  },
  {
    asked: 'Did we send Mikko the API docs?',
    sources: ['promise-kept-integration-1', 'promise-kept-integration-2'],
  },
  { asked: 'What do I owe Nkechi?', sources: ['one-day-sprint-2'] },
  {
    asked: 'Which reference did I promise Grace?',
    sources: ['our-own-fault-0', 'our-own-fault-1'],
  },
  {
    asked: 'Where may the bank’s data be stored?',
    sources: ['security-blocker-bank-1', 'security-blocker-bank-2'],
  },
  { asked: 'Who is the sponsor at Blue Crane?', sources: ['noisy-healthy-logistics-5'] },
  {
    asked: 'Why did Nora not go ahead?',
    sources: ['rejected-after-pilot-2', 'rejected-after-pilot-3'],
  },
  { asked: 'Who cancelled their contract?', sources: ['renewal-lost-3'] },
  {
    asked: 'Whose money is frozen?',
    sources: [
      'revived-budget-1',
      'revived-budget-2',
      'contradictory-board-3',
      'contradictory-board-1',
    ],
  },
  { asked: 'How much budget does Wei have?', sources: ['revived-budget-3'] },
  {
    asked: 'Who replaced Ruth?',
    sources: ['champion-leaves-new-found-2', 'champion-leaves-new-found-1'],
  },
  {
    asked: 'Which champion is leaving the company?',
    sources: ['champion-leaves-retail-2', 'champion-leaves-new-found-1'],
  },
  {
    asked: 'Who keeps missing our meetings?',
    sources: [
      'no-shows-1',
      'no-shows-2',
      'no-shows-3',
      'no-show-then-gone-1',
      'no-show-then-gone-2',
    ],
  },
  {
    asked: 'What did the drivers think of it?',
    sources: ['noisy-healthy-logistics-3', 'noisy-healthy-logistics-2'],
  },
  { asked: 'Who complained about our support?', sources: ['renewal-lost-0', 'renewal-lost-2'] },
  {
    asked: 'Who is worried about confidentiality of notes?',
    sources: ['same-day-workshop-1', 'same-day-workshop-2'],
  },
  {
    asked: 'What does Velapharm’s procurement want?',
    sources: ['legal-stuck-pharma-4', 'legal-stuck-pharma-3', 'legal-stuck-pharma-5'],
  },
  { asked: 'Who uses spreadsheets today?', sources: ['long-silence-answered-0'] },
  { asked: 'How many seats does Fatima want?', sources: ['legal-stuck-telco-0'] },
  { asked: 'What changed Luis’s mind on price?', sources: ['price-war-won-1'] },
  { asked: 'Who lost account managers recently?', sources: ['revived-after-no-2'] },
  { asked: 'Who will build their own tool?', sources: ['flat-no-1'] },
  {
    asked: 'What did Vogt say?',
    sources: ['renewal-wobbly-2', 'renewal-wobbly-1', 'renewal-wobbly-3'],
  },
  {
    asked: 'Does it work with the dialer?',
    sources: ['noisy-healthy-saas-1', 'noisy-healthy-saas-2'],
  },
  {
    asked: 'How did the trial go for the SDR team?',
    sources: ['noisy-healthy-saas-5', 'noisy-healthy-saas-4'],
  },
  {
    asked: 'Whose reps don’t want another tool?',
    sources: ['contradictory-team-1', 'contradictory-team-3'],
  },
  { asked: 'Why is Marco in a hurry?', sources: ['price-war-cables-0'] },
  {
    asked: 'Who needs a business case?',
    sources: ['multi-threaded-energy-3', 'multi-threaded-energy-4', 'multi-threaded-energy-5'],
  },
  { asked: 'When will Wattra decide?', sources: ['multi-threaded-energy-5'] },
  {
    asked: 'Who wants to add more seats at renewal?',
    sources: ['renewal-easy-2', 'renewal-easy-3', 'renewal-upsell-1', 'renewal-upsell-2'],
  },
  { asked: 'Who told us to come back in spring?', sources: ['long-silence-answer-no-time-3'] },
  { asked: 'Who was on leave?', sources: ['long-silence-answered-4'] },
  {
    asked: 'Who decides at Holm Bakeries besides Gerda?',
    sources: ['won-late-bakery-3', 'won-late-bakery-4'],
  },
  {
    asked: 'Which customers lose knowledge when salespeople quit?',
    sources: ['first-call-only-0', 'revived-after-no-2'],
  },
  { asked: 'Who filled in a vendor questionnaire?', sources: ['legal-stuck-pharma-2'] },
];

/** Questions that sound like the others and that no log answers. */
export const unanswerable: string[] = [
  'Who asked about HIPAA?',
  'Which prospect plays golf?',
  'Who mentioned Kubernetes?',
  'What is the capital of Portugal?',
  'Whose birthday is in June?',
  'Who complained about the weather?',
  'Who wants an on-premise installation on Windows 2000?',
  'What did Rashid say about his holiday in Greece?',
  'Which deal needs a Japanese translation?',
  'Who asked for a bicycle?',
  'How is the recipe for pancakes?',
  'Did Claire mention a merger or an acquisition?',
];
