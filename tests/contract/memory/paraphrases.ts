/**
 * What a rep logged, and how somebody would ask for it later: in other words, written by hand before
 * any ranking was seen. The logs are each other's distractors.
 */
export const paraphrases: { logged: string; asked: string }[] = [
  {
    logged: 'Worried about onboarding delays; the last vendor took five months to go live.',
    asked: 'she pushed back on timing',
  },
  {
    logged: 'Their rollout must not slip past the summer, or the team loses patience.',
    asked: 'implementation timeline concerns',
  },
  {
    logged: 'Finance has frozen all new spend until the third quarter.',
    asked: 'is there any money for this',
  },
  { logged: 'Said our quote is a third above what they pay today.', asked: 'too expensive' },
  { logged: 'Wants to pay monthly instead of a year up front.', asked: 'payment terms' },
  {
    logged: 'Asked for fifteen percent off if they sign for three years.',
    asked: 'discount request',
  },
  { logged: 'The CFO signs everything above fifty thousand.', asked: 'who approves the purchase' },
  { logged: 'Her boss Martin has the last word.', asked: 'final decision maker' },
  { logged: 'Their lawyers want to strike the liability clause.', asked: 'contract redlines' },
  {
    logged: 'Procurement sent a questionnaire of ninety pages.',
    asked: 'vendor assessment paperwork',
  },
  {
    logged: 'Asked where the data is kept and whether it ever leaves Germany.',
    asked: 'data residency',
  },
  {
    logged: 'Needs our penetration test report before anything moves.',
    asked: 'security audit evidence',
  },
  { logged: 'Asked whether staff can log in with their company account.', asked: 'single sign-on' },
  {
    logged: 'The works council has to agree before we record anything.',
    asked: 'employee privacy approval',
  },
  {
    logged: 'They are looking at Gong as well and see it on Friday.',
    asked: 'competing vendors under evaluation',
  },
  {
    logged: 'The incumbent offered to halve the price to keep them.',
    asked: 'competitor price pressure',
  },
  {
    logged: 'An engineer suggested they could build it themselves.',
    asked: 'in-house alternative',
  },
  {
    logged: 'Signed with their present supplier for another two years.',
    asked: 'locked into an existing contract',
  },
  {
    logged: 'Moving ten years of records out of the old system scares them.',
    asked: 'migration worries',
  },
  {
    logged: 'It has to write back to Salesforce or nobody will use it.',
    asked: 'CRM integration requirement',
  },
  { logged: 'The API timed out twice while they tried it.', asked: 'reliability problems' },
  { logged: 'Pages took ten seconds to open in the trial.', asked: 'performance complaint' },
  { logged: 'Half the team works on the road with a phone only.', asked: 'mobile access' },
  { logged: 'The reps in Lyon need it in French.', asked: 'language localisation' },
  { logged: 'Reps hate typing; anything that adds a form will fail.', asked: 'adoption risk' },
  { logged: 'Nobody there has time to train two hundred people.', asked: 'teaching users' },
  { logged: 'Asked who picks up the phone at three in the morning.', asked: 'support hours' },
  {
    logged: 'Wants a penalty if we are down for more than an hour a month.',
    asked: 'uptime guarantee',
  },
  {
    logged: 'Loved the spreadsheet that showed they earn it back in nine months.',
    asked: 'ROI calculator reaction',
  },
  {
    logged: 'Said the walk-through was the best one they have seen this year.',
    asked: 'positive feedback on the demo',
  },
  { logged: 'Agreed to try it with ten people for four weeks from March.', asked: 'pilot agreed' },
  { logged: 'Verbally said yes; the paper follows next week.', asked: 'verbal commitment' },
  { logged: 'Wants to speak to another customer of their size.', asked: 'reference call' },
  { logged: 'Asked for the offer in writing by Monday.', asked: 'proposal requested' },
  { logged: 'I promised to send the security paper tomorrow.', asked: 'what do we owe them' },
  {
    logged: 'She will introduce me to the head of IT.',
    asked: 'introduction to another stakeholder',
  },
  { logged: 'Didn’t pick up; left a voicemail.', asked: 'could not reach her' },
  { logged: 'No answer to three mails in a row.', asked: 'gone silent' },
  {
    logged: 'Our contact leaves the company at the end of the month.',
    asked: 'champion departing',
  },
  { logged: 'A reorganisation put a new director above her.', asked: 'leadership change' },
  { logged: 'They were bought by a larger group last week.', asked: 'acquisition' },
  { logged: 'Told us to stop calling; they chose somebody else.', asked: 'deal lost' },
  { logged: 'She sounded annoyed that we missed the last meeting.', asked: 'frustrated tone' },
  {
    logged: 'He laughed a lot and stayed twenty minutes longer than planned.',
    asked: 'good mood on the call',
  },
  {
    logged: 'Losing two deals a month because nobody knows what was said before.',
    asked: 'their pain',
  },
  { logged: 'They write everything on paper notes today.', asked: 'current process' },
  { logged: 'They hire forty salespeople in January.', asked: 'team growth' },
  { logged: 'Let a tenth of the staff go in spring.', asked: 'layoffs' },
  { logged: 'They must have it running before the audit in June.', asked: 'hard deadline' },
  { logged: 'The board meets on the twelfth and decides then.', asked: 'decision date' },
  { logged: 'Asked to come back after the holidays.', asked: 'postponed the conversation' },
  { logged: 'Wants to start with one region and see.', asked: 'phased rollout' },
  { logged: 'Needs different rights for managers and reps.', asked: 'permissions' },
  {
    logged: 'Asked how to get everything out again should they leave us.',
    asked: 'vendor lock-in fear',
  },
  { logged: 'Thinks machine summaries make things up.', asked: 'distrust of AI' },
  { logged: 'Asked what happens to recordings of people who object.', asked: 'consent' },
  {
    logged: 'They were burnt by a start-up that closed within a year.',
    asked: 'doubts about our stability',
  },
  { logged: 'Wants a monthly chart for the managing director.', asked: 'reporting needs' },
  { logged: 'Would pay for thirty seats now and more in autumn.', asked: 'number of licences' },
  { logged: 'Asked whether we have a price for charities.', asked: 'non-profit rate' },
];
