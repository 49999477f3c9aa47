/**
 * The other half of `paraphrases`: written down before recall was improved, and never tuned on. Some
 * ask in sentences, some in the words that one types into a search field. The logs are each other's
 * distractors.
 */
export const heldOutParaphrases: { logged: string; asked: string }[] = [
  {
    logged: 'She flinched when she saw the number on the last page.',
    asked: 'how did she react to our price',
  },
  {
    logged: 'Nothing can be bought before the new fiscal year begins in October.',
    asked: 'when will funds be available',
  },
  {
    logged: 'Any invoice over twenty thousand goes to three people in Zurich first.',
    asked: 'internal sign-off steps',
  },
  { logged: 'Would rather be billed each quarter.', asked: 'invoicing preferences' },
  {
    logged: 'Hinted that a multi-year deal would need a sweetener.',
    asked: 'are they looking for a rebate',
  },
  {
    logged: 'Counsel is on holiday, so the paper lies untouched until the twentieth.',
    asked: 'where is the agreement stuck',
  },
  {
    logged: 'Does not accept automatic renewal in paragraph nine.',
    asked: 'objections to the contract terms',
  },
  {
    logged: 'Their information security officer wants to see how we encrypt backups.',
    asked: 'questions about data protection',
  },
  {
    logged: 'Servers outside the EU are a no-go for the bank.',
    asked: 'hosting location requirements',
  },
  {
    logged: 'One password for everything, or their people will revolt.',
    asked: 'login and authentication',
  },
  {
    logged: 'Had a presentation by Salesloft on Tuesday and was impressed.',
    asked: 'which rivals are they talking to',
  },
  {
    logged: 'The current provider has just thrown in a free year.',
    asked: 'what is the other vendor offering',
  },
  {
    logged: 'Two developers claim they can put something together over the summer.',
    asked: 'do they want to make it on their own',
  },
  {
    logged: 'They can only leave their supplier in eighteen months without a fine.',
    asked: 'when does the present contract end',
  },
  {
    logged: 'Has thirty thousand contacts in a homemade Access database.',
    asked: 'import of legacy data',
  },
  { logged: 'Everything has to appear in HubSpot by itself.', asked: 'sync with other systems' },
  {
    logged: 'The test account froze in front of her whole team.',
    asked: 'technical trouble during the trial',
  },
  {
    logged: 'Drivers only ever see a tablet in the cab.',
    asked: 'what devices are used in the field',
  },
  {
    logged: 'Older colleagues will stick to their notebooks, she fears.',
    asked: 'will the team really use it',
  },
  {
    logged: 'Wanted to know if somebody comes on site to teach the reps.',
    asked: 'training offered',
  },
  {
    logged: 'Last time it took their provider four days to reply to a ticket.',
    asked: 'expectations about customer service',
  },
  {
    logged: 'An hour of standstill costs them eighty thousand.',
    asked: 'how much does downtime hurt',
  },
  {
    logged: 'Our savings sheet convinced the managing director.',
    asked: 'did the business case land',
  },
  { logged: 'She called it the first tool that she would open gladly.', asked: 'praise' },
  { logged: 'Eight reps start a four-week test on the third.', asked: 'proof of concept' },
  {
    logged: 'Shook hands on it; the signature is a formality.',
    asked: 'did she agree to buy',
  },
  {
    logged: 'Could she ring up one of our hospitals and hear how it went?',
    asked: 'talking to existing clients',
  },
  { logged: 'Expects an offer with three options on her desk on Thursday.', asked: 'quote due' },
  {
    logged: 'I still have to come back with the answer about audit logs.',
    asked: 'open tasks on our side',
  },
  {
    logged: 'She will get us half an hour with the operations chief.',
    asked: 'access to more people in the company',
  },
  {
    logged: 'Third attempt this week, straight to the answering machine.',
    asked: 'unsuccessful attempts to phone',
  },
  { logged: 'Has read the last four mails and replied to none.', asked: 'ghosting us' },
  {
    logged: 'Tomas, who fought for us, starts at another company in May.',
    asked: 'are we losing our supporter',
  },
  {
    logged: 'A new chief executive turns every project over once more.',
    asked: 'change at the top',
  },
  {
    logged: 'They merge with their largest rival at the turn of the year.',
    asked: 'corporate takeover',
  },
  { logged: 'Went with the cheaper one; wished us well.', asked: 'why did we not win' },
  { logged: 'She was short with me and hung up quickly.', asked: 'bad mood' },
  {
    logged: 'Every handover between shifts starts from nothing.',
    asked: 'what problem do they want to solve',
  },
  {
    logged: 'Notes end up in a shared Excel file that no one opens.',
    asked: 'how do they work now',
  },
  { logged: 'A second branch with sixty desks opens in Graz.', asked: 'expansion plans' },
  { logged: 'Travel and new hires are stopped for now.', asked: 'cost cutting at the company' },
  {
    logged: 'If it is not live when the season starts, they skip a year.',
    asked: 'time pressure',
  },
  {
    logged: 'Wants us to ring again once the trade fair is over.',
    asked: 'when should I follow up',
  },
  {
    logged: 'First the Nordic team, then the others if it works.',
    asked: 'start small and expand later',
  },
  {
    logged: 'Interns must not see what was agreed with key accounts.',
    asked: 'who is allowed to view what',
  },
  {
    logged: 'Does not believe that a computer understands what a customer meant.',
    asked: 'scepticism about artificial intelligence',
  },
  {
    logged: 'Is wary of a firm with fewer than fifty employees.',
    asked: 'do they think we are too small',
  },
  {
    logged: 'The head of sales looks at nothing but numbers on one page.',
    asked: 'dashboards and analytics',
  },
  { logged: 'They would need it for twelve people at first.', asked: 'how many users' },
  {
    logged: 'Is troubled that it took her sister company half a year to get going.',
    asked: 'worries about how long the rollout takes',
  },
];

/** Logs that answer none of these questions, and share words with them or with the logs above. */
export const heldOutDistractors: string[] = [
  'Reacted badly to the lobster in the canteen.',
  'The price of the school trip surprised all parents.',
  'The pool will be available again after the summer.',
  'Took the steps instead of the lift, and was out of breath.',
  'He has a preference for tea without milk.',
  'The rebate shop round the corner sells shoes.',
  'We agreed that the stadium is stuck in the past.',
  'She objects to dogs in the office.',
  'Her son asked questions about dinosaurs for the whole ride.',
  'The host of the radio show is a neighbour.',
  'The password of the guest wifi hangs at the door.',
  'They were talking about two rival football clubs.',
  'The other vendor at the market offers better cheese.',
  'He wants to make his own furniture and has bought a saw.',
  'When the play ends, everybody has a drink together.',
  'Imports coffee from Peru with a friend.',
  'The lifeguard had trouble with the boat.',
  'A field of sunflowers lies behind the factory.',
  'His team uses the kitchen on the second floor.',
  'Training for the triathlon takes all her evenings.',
  'Customer of the year got a cake.',
  'Hurt his knee while skiing.',
  'Her business trip landed an hour late in Porto.',
  'Raised a glass to the retirement of a colleague.',
  'A proof of the poster was printed in the wrong green.',
  'Bought a second-hand bicycle.',
  'A client of hers is a famous singer.',
  'Quoted a line of a poem on the phone.',
  'Has to open the tasks of the treasure hunt for the kids.',
  'Phone shops in the city close early.',
  'Dressed up as a ghost for the party.',
  'Supports the club from his home town, which keeps losing.',
  'The view from the top of the tower is worth it.',
  'Won a hamper at the raffle.',
  'Moody weather, we walked under one umbrella.',
  'Solved the crossword while I was waiting.',
  'The garden expands into the old orchard.',
  'Cut her hair short; looks well.',
  'Pressure in the tyre was low, so he came late.',
  'Small talk about the new tram line.',
];
