import type { Pattern } from '../lexicon';

const any = (...alternatives: string[]) => new RegExp(`\\b(?:${alternatives.join('|')})`, 'i');

const trial = '(?:pilot|trial|proof of concept|proof-of-concept|poc|test run|test phase)';
const month =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const weekday = 'mon(?:day)?|tues?(?:day)?|wed(?:nesday)?|thurs?(?:day)?|fri(?:day)?';
const day = `(?:\\d{1,2}(?:st|nd|rd|th)\\b|\\d{1,2}[./]\\d{1,2}\\b|\\d{1,2} (?:${month})\\b|(?:(?:early|mid|late|next)[ -])?(?:${month}|${weekday})\\b|tomorrow\\b|next (?:week|month|quarter)\\b|q[1-4]\\b|end of\\b|christmas\\b|year[- ]end\\b|new year\\b|spring\\b|summer\\b|autumn\\b|fall\\b|winter\\b)`;
const rivals =
  "(?:competitors?(?:'s)?|competition|rivals?(?:'s)?|incumbent(?:'s)?|(?:other|another|alternative|cheaper|competing|second|different) (?:vendor|provider|supplier|offer|bid|quote|solution|product)s?|the other lot|alternatives)";
const boss =
  '(?:cfo|ceo|coo|cto|cio|ciso|cro|cmo|md|svp|vp|vice president|managing director|chief \\w+ officer|head of \\w+|director|director of \\w+|(?:co-)?owner|founder|board|boss|management)';
const trying =
  '(?:try(?: it| this| us)?(?: out)?|test(?: it| this| us)?(?: out)?|pilot (?:it|this|us)|trial (?:it|this|us)|(?:pilot|trial)\\b)';

export const patterns: Pattern[] = [
  {
    kind: 'engaged',
    unless:
      /\b(i|we|i've|we've) (just |also |then |have )?(asked|replied|responded|requested|joined|attended|called|brought|tested|introduced|sent|rang|pinged)\b|^(and |then |also )*(asked|invited|called|emailed|mailed|messaged|rang|phoned) (she|her|him|them)\b|\b(asked|told) us to stop\b/i,
    match: any(
      '(?<!(?:was|were|been|being|be) )ask(?:s|ed|ing)\\b',
      '(?<!(?:was|were|as|been) )request(?:s|ed|ing)\\b',
      '(?:replied|replies|responded|responds|wrote back|got back to (?:me|us)|gets back)\\b',
      '(?:called|rang|phoned|emailed|mailed|messaged|wrote)(?: me| us)(?: back)?\\b',
      '(?:called|rang) back\\b',
      '(?:joined|joins|attended|showed up|turned up|dialled in|came (?:along|back|prepared)|took the call|sat in)\\b',
      '(?:she|he|they) (?:also )?(?:brought|invited|sent|shared|forwarded|introduced|walked|showed|tested)\\b',
      '(?:brought|invited|introduced|looped in|introduces|introducing) (?:me|us|in|her|his|their|along|the)\\b',
      '(?:sent|shared|gave) (?:me|us) (?:her|his|their|the|a)\\b',
      '(?:lots of|many|good|great|sharp|detailed|two|three|several) (?:\\w+ )?questions\\b',
      "(?:wants?|wanted|would like|'d like|keen|eager|happy) to (?:see|know|learn|hear|understand|meet|talk|speak|discuss|explore|continue)\\b",
      '(?:wants?|wanted) (?:a|another|the|us to) (?:\\w+ )?(?:demo|call|meeting|walkthrough|session|overview|look|come)\\b',
      '(?:interested|keen|eager|curious|intrigued)\\b',
      'testing (?:it|the|our)\\b',
      'agreed to (?:a|another|meet|talk|a (?:call|demo))\\b',
      'enquired|inquired|thanked\\b',
      '(?:said|told me|told us|wants me|wants us|happy for us) to (?:send|call|come|keep|stay|get in touch|follow)\\b',
      '(?:likes?|liked|loves?|loved) the (?:idea|concept)\\b',
    ),
  },
  {
    kind: 'need_confirmed',
    firm: true,
    // A note to oneself: "Need a new slot".
    unless: /^need (a|an|to|some|something|better|help)\b/i,
    match: any(
      '(?<!no )needs? (?:a|an|something|better|help|this|it|to (?:fix|solve|replace|keep|stop|track|reduce|cut|improve|get rid|save))\\b(?! (?:few|bit|moment|little|day|week|month|sign|answer|think))',
      'need is (?:real|clear|obvious|there|urgent)\\b',
      '(?:clear|real|strong|urgent|acute) need\\b',
      'struggl(?:es?|ed|ing)\\b(?!.{0,30}\\b(?:our|the (?:demo|trial|pilot|product|tool))\\b)',
      '(?:biggest |main |real |exactly (?:this|that) )?(?:pain(?: ?points?)?|headache)\\b(?! (?:with|about) our)',
      'los(?:es?|ing|t) (?:deals|orders|time|money|knowledge|track|(?:\\w+ )?(?:history|customers|renewals))\\b',
      'costs? (?:them|her|him|us|the team) (?:deals|orders|time|money|renewals|customers|hours|days|a lot|a fortune)\\b',
      '(?:looking|searching|shopping) for (?:a|an|something|some|ways)\\b',
      'problem (?:is|they have|she has|he has)\\b.{0,12}\\b(?:real|known|big|clear|exactly|that|acute)\\b',
      '(?:confirmed|acknowledged|admits?|admitted) (?:the|a|their|that|to) (?:\\w+ ){0,2}(?:problem|pain|need|mess|chaos|issue|gap|they|struggle|lose|reps|sales|dispatch)',
      '(?:biggest|main) (?:problem|challenge|pain|issue|headache)\\b',
      '(?:exactly|just) what (?:she|he|they|we|her|his|their)\\b',
      '(?:fits?|meets?|solves?) (?:the|their|her|his|a|an) (?:\\w+ )?(?:need|problem|pain)\\b',
      'must fix|(?:wants|needs|need|wanted) something better',
      'fed up\\b|drowning in|(?:is|was|in|total|complete|pure) chaos\\b|(?:reps|teams?|they|people|nobody) (?:\\w+ )?(?:forgets?|repeats?|knows the story)\\b',
      'hates? (?:it|that|the (?:spreadsheet|current|old)|their (?:current|old|spreadsheet))\\b',
      '(?:in their heads|knowledge (?:goes|leaves|walks)|pitch(?:es)? the same \\w+ twice)\\b',
    ),
  },
  {
    kind: 'positive_reaction',
    match: any(
      'loved?\\b(?! (?:to|a|it if|her|his|their|the (?:idea|concept))\\b)',
      'loves\\b(?! (?:her|his|their|the (?:idea|concept))\\b)',
      '(?<!would )liked?\\b(?! (?:her|his|their)\\b| the (?:idea|concept)| to| a| that she| last| the other)(?<!(?:looks|feels|sounds|seems|was|is|just|more|something|things|d) like)(?<!(?:looks|feels|sounds|seems|was|is|just|more|something|things) like)',
      'likes\\b(?! (?:her|his|their|the (?:idea|concept))\\b)',
      '(?:impressed|delighted|excited|enthusiastic|thrilled|raving|blown away)\\b',
      'well[- ]received\\b',
      'went (?:over|down) (?:really |very |so )?(?:great|well|brilliantly)\\b',
      '(?:very|really|super|highly|extremely) (?:positive|compelling|convincing|persuasive|useful|helpful)\\b',
      '(?:responded|reacted) (?:very |really )?(?:positively|well|warmly)\\b|convinced (?:her|him|them|she)\\b',
      '(?:very |really )?(?:positive|great|good|strong|warm|nice|excellent|super) (?:feedback|reactions?|response|reception)\\b',
      '(?:feedback|reaction|response|reception) (?:is|was|were|has been) (?:very |really )?(?:positive|great|good|strong|warm|excellent)\\b',
      'resonated|landed( very| really)? well|went (?:down )?(?:very |really |so )?well\\b',
      'received (?:very |really )?(?:well|positively)|positively received|(?:took|taken) (?:it )?(?:very )?well\\b',
      'really (?:likes?|happy)|was a hit|(?:big|huge) hit|eyes lit up|spot on|won (?:her|him|them) over',
      '(?:users|reps|team|they|everyone|she|he) (?:was|were|are|is) (?:very |really |all )?(?:happy|thrilled|pleased)\\b(?! to\\b)',
      '(?<!\\bonly )(?:\\d+ ?(?:%|percent\\b)|\\d+ of \\d+\\b).{0,20}\\b(?:use|uses|used|log|logged)\\b|be happier\\b',
      'found .{0,40}\\b(?:useful|helpful|compelling|convincing|persuasive|great)\\b',
      '(?:impressed|amazed|convinced|delighted) (?:her|him|them)\\b',
      '(?:is|was|were|are) (?:very |really |quite |pretty )?(?:happy|pleased) with (?:the|our|it|what)\\b',
      '(?:very |really )?happy (?:customer|client|user)s?\\b',
      '(?:was|were|is|got) sold\\b(?! (?:to|for|off|by|out))',
    ),
  },
  {
    kind: 'champion',
    firm: true,
    unless:
      /\b(champion|sponsor|advocate)\b.{0,40}\b(left|leav(es|ing)|quit|resigned|gone|moved|fired)\b/i,
    match: any(
      '(?<!(?:lost|no|without|need|needs|find|find a|need a|wants?|missing) (?:our |a |an )?)(?:champion(?:s|ing)?|advocat(?:e|es|ing))\\b',
      '(?:is|as|our|the|executive) sponsor\\b',
      '(?:speaks?|fights?|fighting|pushing|pushes|lobbying|rooting) (?:for us|for it|for (?:the )?budget|this|it)\\b(?! (?:back|out|to))',
      'selling (?:us|it|this) (?:\\w+ )?internally',
      '(?:introduced|introducing|introduces|brought|bringing|looped|connected) (?:us |me |in |along )*(?:to |with )?(?:her|his|their|the) (?:boss|manager|cfo|ceo|cto|coo|md|vp|director)\\b',
      '(?:pitched|presented|sold) (?:it|us|this) (?:to|internally)\\b.{0,30}\\b(?:herself|himself|themselves|cfo|ceo|heads|board|boss|director|vp)\\b',
      '(?:will|is going to|wants to) (?:pitch|present|back|defend) (?:it|us|this) (?:internally|to|in front of)\\b',
      '(?:boss|director|manager|cfo|ceo|vp) is (?:on board|behind (?:it|us)|backing)\\b',
    ),
  },
  {
    kind: 'champion_lost',
    negates: true,
    firm: true,
    unless:
      /\b(isn't|is not|not|won't|will not|never|n't) (be )?(going|leaving|leave|quit|quitting|resign|resigning|moving|changing|gone)\b/i,
    match: any(
      '(?:champion|sponsor|contact|advocate)\\b.{0,40}\\b(?:left|leaving|leaves|quit|resigned|moved on|let go|laid off|fired|departed|is gone|changed (?:jobs|roles)|no longer (?:there|works))\\b',
      "(?:she|he)(?:'s| is| was| has| will| had)? (?:also )?(?:left|leaving|leaves|quit|resigned|leave) (?:the (?:company|business|firm)|at the end|in (?:\\w+ )?(?:days|weeks|months?|january|february|march|april|may|june|july|august|september|october|november|december)|her job|his job|for (?:a|another) (?:\\w+ )?(?:job|company|role))",
      "(?:she|he)(?:'s| is) leaving\\b(?! (?:for the day|early|now|soon|it|that|us some))",
      '(?:she|he) (?:quit|resigned|handed in|gave notice|got (?:fired|laid off)|was (?:let go|laid off|fired))\\b',
      '(?:she|he|champion|sponsor) (?:has )?(?:changed|changing|moved to another|switched) (?:jobs|roles?|team|department)\\b',
      'left the company\\b|leaving the company\\b|lost our (?:champion|sponsor|main contact|contact)\\b',
      'no longer (?:our|a|the) (?:champion|sponsor)\\b|turned against us\\b',
    ),
  },
  {
    kind: 'decision_maker',
    unless:
      /\b(find out|not sure|unclear|don't know|ask\w*|know|wonder) .{0,14}\bwho\b|\b(find|identify)\b|\b(unknown|tbd)\b/i,
    firm: true,
    match: any(
      'decision[- ]?makers?\\b|economic buyer\\b|budget (?:owner|holder)\\b',
      '(?<=, (?:the |our |a )?)(?:vp|svp|vice president|head of|director|chief|ceo|cfo|coo|cto|cio|ciso|cro|cmo|md|(?:co-)?owner|founder|(?:sales|managing|commercial|executive|finance|operations|marketing|key account) director)\\b',
      '(?<=she \\()(?:vp|svp|head of|director|ceo|cfo|coo|cto|cio|cro|md|(?:co-)?owner|founder|chief|managing director)\\b',
      `${boss}\\b.{0,30}\\b(?<!(?:if|once|until|unless|before|whether) (?:\\w+ ){0,2})(?:joined|attended|present|on the call|took part|approved|agreed|was there|sat in|signed)\\b`,
      `(?:joined|attended|met|spoke|call|meeting|demo|intro|session|lunch)(?: \\w+){0,3} (?:by|with|for|from|to) (?:she and )?(?:the |their |her |his )?(?:new )?${boss}\\b`,
      `(?:brought|together with|along with|joined by) (?:along )?(?:the |their |her |his )(?:new )?${boss}\\b(?! of\\b)`,
      '(?:she|he|who) (?:decides|signs\\b|has (?:the )?(?:final say|authority|last word)|owns the (?:budget|decision)|can sign|holds the budget|runs the budget|makes the (?:call|decision))',
      '^(?:the |new )?(?:vp|svp|vice president|head|director|cfo|ceo|coo|cto|cro|md|(?:co-)?owner|founder)(?: of)?(?: \\w+){0,2}[.!]?$',
      'i decide\\b',
      `\\(${boss}[^)]{0,30}\\) (?:joined|attended|was|came|took|wants|asked|approved|agreed|said|likes|liked)`,
    ),
  },
  {
    kind: 'budget_confirmed',
    firm: true,
    negates: true,
    unless:
      /(\bnot|n't|\bnever|\bno)\b(?! (longer|more)).{0,40}\b(approved?|confirmed?|released|signed|secured|available|allocated|in place|unlocked|lifted|back|ok|there|have|has|got)\b|\b(no|without|wants|needs|asks? for|fight\w*|lobby\w*|until|before|(will|would|to|should|might|may) (have|get)) (a |the |more )?(budget|funding|money)\b|\bno longer (approved|available|in place|confirmed|secured)\b/i,
    match: any(
      "(?:budget|funding|money|spend|cash)\\b.{0,40}\\b(?:approved|confirmed|released|signed off|secured|available|allocated|in place|unlocked|unfrozen|set aside|is there|freed|is back|sorted|cleared|ok(?:ay)?(?:'?d)?)\\b",
      "budget'?s (?:approved|there|back|confirmed|in place|ok)\\b",
      '(?:approved|confirmed|secured|released|allocated|got|has|unlocked|freed(?: up)?|signed off|found)\\b.{0,20}\\b(?:the |a |their |her |his |our )?(?:budget|funding|spend|money)\\b',
      '(?<!would |to |if they |if she |if he )have (?:the |a |their )?(?:budget|funding|money)\\b',
      'set aside (?:the |some |a )?(?:money|budget|\\S{0,3}\\d)',
      '(?:has|have|got) \\S{0,3}\\d+ ?k? (?:\\w+ )?(?:for (?:this|it)|set aside|in the budget)\\b',
      '(?:budget|money|funding) (?:\\w+ )?(?:came|has come|is coming) through\\b',
      'budget (?:is )?no longer (?:frozen|blocked|on hold|an issue|a problem)\\b|(?:budget )?unfrozen\\b',
      '(?:freeze|budget freeze|spending freeze) (?:is |was |has been |got )?(?:lifted|over|off|gone|ended)\\b|budget thaw',
      'finance (?:has )?(?:signed (?:it |this |that )?off|approved (?:it|this|the))',
    ),
  },
  {
    kind: 'budget_blocked',
    negates: true,
    unless:
      /\b(no longer|not|isn't|aren't|never|un)[- ]?(frozen|on hold|cut|blocked|tight|gone)\b|\bunfrozen\b|\b(lifted|released|thawed|freeze (is |was )?(over|off))\b|\bno budget (issue|problem|concern|cut)s?\b|^we('ve| have| had) (no|zero)\b(?!.*\b(she|he|they) (said|says)\b)/i,
    match: any(
      '(?:budgets?|funding|spend(?:ing)?|money)\\b.{0,40}\\b(?:frozen|freeze|froze|on hold|cut|cuts|blocked|gone|exhausted|spent|tight|(?:not|never) (?:yet )?(?:been )?(?:approved|available|released|confirmed|there)|locked|until (?:q[1-4]|next|the new|january|april|july|october))\\b',
      "(?:budget|funding|money|spend) (?:(?:is|was|has)(?:n't| not)) (?:yet )?(?:been )?(?:approved|available|released|confirmed|there|signed)",
      "(?:hasn't|haven't|has not|have not|didn't|did not|not yet|not|won't) (?:yet )?(?:approved?|released?|confirmed?|signed off|got|get|have) (?:the |a |any |their |her |his )?(?:budget|funding|spend|money)\\b",
      "(?:doesn't|don't|didn't|does not|do not) have (?:the |a |any )?(?:budget|funding|money)\\b",
      '(?:frozen|freeze|hold|cuts?) (?:on|in|of|to) (?:all |any |new |the |their )*(?:budget|spend(?:ing)?|purchas)',
      '(?:no|zero) (?:budget|money|funds|funding)\\b',
      '(?:fail(?:s|ed)|unable|not able|struggl(?:es|ed|ing)) to (?:get|find|secure|free) (?:\\w+ )?(?:budget|money|funds|funding)\\b',
      '(?:spending|hiring and spending|budget|purchasing|investment) freeze\\b|freeze (?:is )?still on\\b|froze (?:all |the |their )*(?:budget|spend)',
      "out of (?:budget|money)\\b|(?:can't|cannot) spend (?:anything|a|money|more)\\b|finance (?:did |has |have )?(?:stop|stopped|blocked)\\b",
    ),
  },
  {
    kind: 'date_set',
    firm: true,
    match: any(
      `(?:decision|decides?|deciding|go(?:es)?[- ]live|going live|roll-?out|launch(?:es)?|sign(?:s|ing|ature)?|kick-?off|start using|starts? with us|(?:contract|they|we|she|he|to) starts?|live)\\b.{0,30}\\b(?:by|on|before|in|for|at|from|until)\\b.{0,12}\\b${day}`,
      `(?:start|kick-?off|go-live|decision|signing)(?: date)?:? (?:is |set (?:for|to) |planned (?:for|by) )?${day}`,
    ),
  },
  {
    kind: 'pilot_requested',
    match: any(
      `(?:ask(?:s|ed|ing)?(?: us| me)?(?: for| about (?:doing|running)| (?:if|whether) (?:we|they|she) (?:can|could) (?:try|run|do|have|get)| to (?:try|run|do|see|set up|start|get|have))|request(?:s|ed|ing)?|want(?:s|ed)?(?: to (?:try|run|do|start|see|have)| a| an| us to| the)|would (?:like|love)|'d (?:like|love)|keen (?:on|to)|suggest(?:s|ed|ing)|propos(?:ed|es|ing)|interested in|open to|pushing for|ready for|need(?:s)?)\\b(?! (?:how|when))(?:(?!\\b(?:contract|postpone|cancel)).){0,40}\\b(?:${trial}|proposal|quote|quotation|offer)\\b(?! (?:review|feedback|results|went|by))`,
      `(?:${trial}|proposal|quote)\\b.{0,15}\\b(?:request(?:ed)?|asked for|wanted)\\b`,
      `(?:wants?|wanted|would like|'d like|would love|'d love|ask(?:s|ed)|keen|eager|happy|willing) to (?:actually )?${trying}\\b(?! to reach)`,
    ),
    unless: new RegExp(
      `\\b(?:i|we) (?:suggested|proposed|offered|asked|want|wanted|would)\\b|\\b(?:feedback|results?|outcome|how) (?:of|from|on) (?:the|our) ${trial}`,
      'i',
    ),
  },
  {
    kind: 'pilot_agreed',
    firm: true,
    unless: new RegExp(
      `\\b(?:ask(?:s|ed|ing)?(?: us| me)? (?:for|to)|requested|wants? to|postpon|delay|cancel|pushed|stopped|(?:before|after) (?:a|the|any))\\b.{0,40}\\b${trial}\\b|\\b${trial}\\b.{0,30}\\b(?:postponed|cancelled|canceled|on hold|review|feedback|requested|stopped|failed)\\b|\\b${trial} (?:terms|agreement)\\b|\\b(?:her|his|their) ${trial} with (?!us\\b)`,
      'i',
    ),
    match: any(
      `(?:agree(?:d|s|ing|ment)?|approv(?:ed|es|al)|confirm(?:ed|s)|sign(?:ed)?(?: off)?(?: on| up)?(?: for)?|accepted|committed|green-?lit|go(?:es|ing|t)? ahead|go-?ahead|green light|said yes|ok'?d|start(?:ed|ing|s)?|kick(?:ed|s|ing)? off|launched|running|runs|began|begins|scheduled|booked|set up|in|set (?:for|to)|doing|happy with|on for)\\b.{0,45}\\b${trial}\\b`,
      `${trial}\\b.{0,30}\\b(?:agreed|approved|confirmed|signed|accepted|starts?|started|starting|scheduled|booked|kicks? off|kicked off|is (?:on|live|running|go|a go|happening|set|in place|ok)|begins|began|running|underway|under way|green-?lit|going ahead|goes ahead|set (?:for|up)|ok'?d|check-?in|extended)\\b`,
      `${trial}: (?:yes|agreed|ok|go|confirmed)`,
      `${trial} with \\d+\\b`,
      `(?:we|we've) (?:have|got|secured|won|landed) (?:a|the|our) ${trial}\\b`,
    ),
  },
  {
    kind: 'verbal_commitment',
    firm: true,
    match: any(
      'verbal(?:ly)? (?:commit(?:ment|ted)|agree(?:d|ment)|confirm(?:ed)?|yes|ok|go)',
      "(?:said|gave us|it's|it is|is) (?:a )?(?:clear |firm )?yes\\b(?! (?:to|for) (?!us\\b|it\\b|(?:the |our )(?:\\w+ )?(?:deal|offer|proposal|contract|order|terms)\\b))",
      '(?:ready|wants?|wanted|going|agreed|decided|will|intends?|plans?|keen|happy) (?:to )?(?:sign|buy|purchase|go with us|move forward with us|proceed with us|renew|extend)\\b(?! (?:up|off|in)\\b)',
      "(?:is|are|they're|she's|be) going with us\\b|(?:chose|choosing|picked|selected|decided for|goes with|go with) us\\b",
      '(?:we )?(?:won|have|got) the deal\\b|deal (?:is )?(?:done|ours|won)\\b|closed[- ]won',
      '(?:got|have|received) the signed (?:contract|order|agreement|offer|quote|proposal|renewal|paperwork)\\b|deal (?:is |has )?closed\\b|(?:go|going|move) straight to (?:a |the )?contract|signed the (?:contract|order|agreement|renewal|paperwork)|(?:contract|order form|renewal) (?:is |was )?signed\\b',
      '(?:ask(?:s|ed)|wants|wanted)(?: us| me)?(?: to send| for)?(?: over)? the (?:contract|order form|paperwork)\\b',
      'committed to (?:buy|sign|renew|the (?:deal|full)|\\d+)',
      'renewal (?:is )?(?:agreed|confirmed|done|in the bag)',
    ),
  },
  {
    kind: 'next_step',
    firm: true,
    match: any(
      `(?:next (?:call|meeting|step|session|demo|review|steps)|follow-?up|call|meeting|workshop|session|demo|review|check-?in|catch-?up|walkthrough)\\b.{0,30}\\b(?:on|for|at|booked|scheduled|agreed|set|next|this|in)\\b.{0,16}\\b(?:\\d{1,2}(?:st|nd|rd|th)\\b|\\d{1,2}[./:]\\d{1,2}\\b|\\d{1,2} ?(?:am|pm|o'clock)\\b|(?:\\d|a|one|two|three) (?:days|weeks?)\\b|(?:${weekday}|${month})\\b|(?:next|this) (?:week|month)\\b|tomorrow\\b)`,
      `(?:call|meeting|demo|review|follow-?up|session) (?:is )?tomorrow\\b`,
      '(?:booked|scheduled|set up|arranged|rebooked) (?:a|the|our|another|an?) (?:next |new |second )?(?:follow-?up|call|meeting|workshop|session|demo|review|slot)\\b',
      `(?:rebooked|speak again|talk again|meet again|meeting again|speaking again)\\b.{0,12}\\b(?:${day})`,
    ),
  },
  {
    kind: 'competitor_out',
    negates: true,
    firm: true,
    match: any(
      `${rivals}\\b.{0,40}\\b(?:is out|are out|out of the (?:race|running|picture)|dropped out|ruled out|eliminated|rejected|lost)\\b`,
      `(?:dropped|ruled out|eliminated|rejected|turned down|decided against|no longer (?:looking at|considering|talking to)|dismissed)\\b (?:the |their |her |his |both |all )?(?:two |three )?(?:other (?:two|three) )?(?:${rivals}|other (?:two|three|vendors?))`,
      '(?:chose|picked|prefers?|preferred|selected|favou?rs?) us (?:over|to)\\b',
      'no (?:other|more|further) (?:vendors?|competitors?|rivals?|providers?|suppliers?)\\b.{0,24}\\b(?:in (?:the|play)|left|involved|any ?(?:more|longer))\\b',
      'not (?:looking at|considering|talking to) (?:anyone|anybody|others?) (?:else)?any ?more',
    ),
  },
  {
    kind: 'competitor_pressing',
    unless: /\b(unhappy|complain\w*|hates?|fed up|frustrat\w+)\b/i,
    match: any(
      `${rivals}\\b.{0,80}\\b(?:pric(?:e|es|ing|ed)|cheaper|undercut(?:s|ting)?|discounts?|lower|less|half|\\d+ ?(?:%|percent)|press(?:es|ing|ure)|match|went down|dropped)\\b(?! out)`,
      `(?:pric(?:e|es|ing)|cheaper|undercut(?:ting)?|discounts?|lower|\\d+ ?(?:%|percent)|pressure|match)\\b.{0,60}\\b${rivals}`,
      'undercut(?:ting|s)?\\b.{0,6}\\b(?:us|our)\\b|price pressure\\b|(?:pressure|squeezed|pressing|pressed) (?:us |her |him |them )?on price\\b',
      `match (?:their|it|the (?:competing|other|lower)|a (?:lower|cheaper))`,
      '(?:cheaper|lower|better[- ]priced|second) (?:offer|quote|bid|vendor|provider|supplier|option)\\b',
      '\\d+ ?(?:%|percent|pct) (?:below|under|less than|cheaper than|lower than) (?:ours?|us|our)\\b',
      '(?:cheaper|less|lower) than (?:ours?|us)\\b',
      'price war\\b|outbid',
    ),
  },
  {
    kind: 'competitor_active',
    match: any(
      `${rivals}\\b`,
      '(?:also|now) (?:look(?:s|ing)? at|evaluating|talk(?:s|ing)? to|considering|speaking (?:to|with)|in talks with|trialling|testing|meeting) (?!us|our|the|her|his|their)',
      'evaluating (?:\\w+ )?(?:others|options)\\b|compar(?:es|ed|ing) us (?:to|with|against)\\b|(?:two|three|several|some) (?:other )?(?:competitors|rivals|vendors|others)\\b',
      'short-?list(?:ed)? (?:of|with|us and)\\b|bake-?off\\b|up against\\b|beauty contest',
      'talking to (?:someone|somebody|others|another)\\b',
    ),
    unless:
      /\b(current|existing|our) (provider|vendor|supplier)s?\b(?!.{0,40}\b(rival|competitor))|\b(her|his|their) (own )?(competitors?|competition|rivals?)\b/i,
  },
  {
    kind: 'legal_cleared',
    firm: true,
    match: any(
      "(?:legal|procurement|contract review|redlines|dpa|msa|security review|vendor (?:review|onboarding|form)|lawyers?)\\b.{0,40}\\b(?:cleared|approved|signed (?:it )?off|done|finished|completed?|passed|agreed|through|green light|happy|accepted|ok(?:'?d)?|fine with)\\b",
      '(?:passed|cleared|through|(?:got|made it|is|went) past|finished|made it through) (?:legal|procurement|(?:the|their) (?:legal|security|vendor|procurement) (?:review|check|process))\\b',
    ),
  },
  {
    kind: 'legal_blocker',
    unless:
      /\b(no|without|not|any) (an? )?(issues?|blockers?|delays?|objections?|concerns?|changes)\b|\b(done|finished|passed|cleared|signed off)\b/i,
    match: any(
      "(?:legal|procurement|compliance team|contract review|redlines?|dpa|msa|data processing agreement|lawyers?|vendor (?:review|onboarding|form))\\b.{0,50}\\b(?:block(?:ed|ing|er|s)?|stuck|hold(?:s|ing)?(?: (?:it|this|us|things))? up|held up|delay(?:s|ed|ing)?|slow(?:s|ed|ing|ly)?|wait(?:s|ing)?|bottleneck|stall(?:s|ed|ing)?|queue|backlog|weeks|object(?:s|ed)|refus(?:es|ed)|won't|pushback|pushing back|has concerns|issues?|redlines|no contact person|has it|drags?|dragging|s(?:its?|itting|at) on|not moving)\\b",
      '(?:stuck|held up|waiting|blocked|delayed|stalled|sitting|sits|hanging|jammed)\\b.{0,25}\\b(?:in|at|by|with|on|for) (?:the |their |her |his )?(?:legal|procurement|lawyers?|contract review|data processing|dpa|msa)\\b',
      '(?:\\w+ )?round of redlines|\\d+ redlines|came back with (?:\\w+ )?redlines',
      '(?:unlimited liability)',
      'patience with (?:\\w+ ){0,2}(?:procurement|legal)\\b',
    ),
  },
  {
    kind: 'decision_process',
    match: any(
      '(?:needs?|requires?|waiting for|gets?|get|pending|wants) (?:the |her |his |their |a |final )?(?:sign-?off|approval|go-?ahead|blessing)\\b',
      '(?:sign-?off|approval) (?:from|by|of|needed|required|process)\\b|has to be approved\\b|have to approve',
      `(?:board|committee|cfo|ceo|coo|boss|md|management|finance|director|vp|legal|procurement|lawyers?|it)\\b (?:\\w+ ){0,3}(?:decides?|approves?|agrees?|signs? off|signs|has to|have to|must|needs? to|wants to see)\\b`,
      'decision (?:process|criteria|lies|is made|sits|rests|by)\\b|who decides\\b|decides? (?:alone|together|by (?:her|him|them)sel)|(?:final (?:say|decision)|last word)\\b',
      'subject to\\b|(?:goes?|has to go|going|off|passes) (?:through|to|past) (?:the |their |her |his )?(?:legal|procurement|board|committee)\\b|(?:legal|procurement) (?:needs to )?(?:review|reviews|has to review|is reviewing)\\b',
      '(?:run|takes?|bring|brings|bringing|present|presents) (?:it|this|that|us)? ?(?:past|to|by) (?:his|her|their|the) (?:boss|finance|director|board|cfo|ceo|md|vp|brother|partner)\\b',
      '(?:before|until|after|in) (?:the|their|her|his) (?:committee|board)\\b',
      'i decide\\b',
    ),
    unless: /\b(decided|approved|agreed|signed)\b/i,
  },
  {
    kind: 'pricing_discussed',
    negates: true,
    unless:
      /^((i|we) )?(should|must|need to|have to|meant to|forgot to)\b|^our\b|(\bnot|n't|\bnever) (\w+ )?(discuss|talk|mention|get to|touch|come to|ask)/i,
    match: any(
      '(?:pric(?:e|es|ing|ey|y)\\b|expensive\\b|overpriced|costly\\b|quote[sd]?\\b|quotation|discounts?\\b|per[- ]seat\\b|licen[cs]e fees?\\b|what it costs|how much it|(?:the|our|total|licen[cs]e) costs?\\b|cheaper\\b|cost (?:comparison|breakdown)|tco\\b)',
      '(?<=\\s|^)[$€£] ?\\d',
    ),
  },
  {
    kind: 'rejection',
    negates: true,
    firm: true,
    unless:
      /\b(not|n't|never) (a |an )?(no|dead|lost|reject|cancel|decided against)\b|\bno (problem|longer|decision|change|issue|objection)s?\b(?!.{0,20}\binterested)|\b(pilot|trial|demo|meeting|call)\b.{0,20}\b(re-?scheduled|moved)\b|\b(competitor|rival|other (vendor|two)s?) (is|are)? ?out\b|\b(won't|will not|not) (\w+ ){1,3}(before|until|till|unless|without)\b/i,
    match: any(
      'not interested\\b|no longer interested\\b|no interest\\b',
      "(?:said|it's|it is|was|is|got|gave us) a? ?(?:clear |firm |hard |flat )?no\\b(?! (?:problem|longer|decision|change|issue|objection|need|one|answer|show|pick|reply|budget|money|contact|idea|time|more|way|use|big|to (?!us\\b|it\\b|(?:the |our )(?:\\w+ )?(?:deal|offer|proposal|contract|thing)\\b)))",
      '(?:decided|chose|plans?|going|want(?:s|ed)?) to go with (?:a |the |another |their |an )?(?:competitor|rival|vendor|provider|supplier|other|someone|somebody|incumbent|different|cheaper)',
      'reject(?:s|ed) (?:us|(?:our|the) (?:\\w+ )?(?:offer|proposal|deal|quote|bid|terms))|turned us down|(?:a|clear|final) rejection',
      'went with (?:a |the |another |their )?(?:competitors?|rivals?|vendor|provider|supplier|other|someone|somebody|incumbent|different|cheaper)|lost (?:it |the deal |them |this |her )?to (?:a|the|another|their|an)\\b|^lost to\\b|(?:chose|picked|selected|went for) (?:someone|somebody|the other)|chose (?:a|the|another|their) (?:competitor|rival|vendor|provider|supplier|other|incumbent|different|cheaper)|going with (?:a |the |another )?(?:competitor|vendor|provider|supplier|rival|other|someone|somebody|incumbent)',
      '(?:decid(?:ed|ing|es)) (?:against (?:it|us|buying|the (?:deal|purchase|tool|project|pilot|renewal|proposal)|our)|not to (?:buy|proceed|go|renew|move|continue|do))',
      "(?:she|he|they|we) (?:won't|will not) (?:be )?(?:buy|proceed|mov|go ahead|go(?:ing)? (?:forward|further|with us)|renew|continu|sign)(?:e|ing)?\\b",
      "(?:won't|will not|not) (?:be )?(?:buying|proceed(?:ing)?|going ahead|go ahead|renew(?:ing)?|mov(?:e|ing) forward)\\b",
      '(?:asked|told) us to stop|take (?:me|us|them|her|him) off (?:the|your|our) list|unsubscribed',
      'cancel(?:led|ing|ed|s)?(?: the| their| our)? (?:deal|evaluation|project|subscription|contract|pilot|trial|renewal)|(?:pilot|trial|deal|project|contract|evaluation) (?:was |is |got |has been )?(?:cancel(?:l?ed)|killed|called off|dead)',
      '(?<!\\b(?:the|our) (?!whole|entire)\\w+ )deal is (?:dead|lost|off)\\b|we lost(?= *(?:[.,!;]|$)| (?:it|this|to|on|against)\\b)|lost the deal\\b|closed[- ]lost|killed the project',
      "pass(?:ed|ing)? on (?:us|our|it|the offer|this)\\b|(?:will|going to|they'll) build (?:something|it) (?:themselves|in-?house)",
    ),
  },
  {
    kind: 'no_answer',
    negates: true,
    // Somebody above them stayed away; they may well have been there.
    unless: new RegExp(
      `\\b(asked|questions?|concerns?) .{0,20}unanswered\\b|\\b(former|last|previous|old|current|other) (vendor|provider|supplier|tool)s?\\b|\\b(broke|end(s|ed)?|after) .{0,12}silence\\b|^(the |her |his |their )?${boss} did`,
      'i',
    ),
    match: any(
      '(?:no (?:answer(?! to (?:that|this|it))|repl(?:y|ies)|response|show|pick ?up|word|reaction|sign of life)|no-?show(?:ed|s)?)\\b',
      "(?:did|has|have|had)(?:n't| not) (?:yet )?(?:answered|replied|responded|reply|answer|respond|written back|called back|got back|come back|react(?:ed)?)\\b|never (?:called|wrote|got|came(?! up)|replied|answered)(?: back)?\\b",
      "didn't (?:reply|answer|respond|pick up|show|turn up|join|come|react)\\b|did not (?:show|turn up|join|pick up)\\b|(?:nobody|no one) (?:joined|came|showed|turned up|picked up|answered)\\b|stood (?:me|us) up",
      "not (?:answering|responding|replied|returned|replying|returning|reached|reachable)\\b|(?:couldn't|can't|could not) (?:reach|get hold)",
      '(?:went|gone|going) (?:quiet|silent|dark|cold)\\b|ghost(?:ed|ing)\\b|radio silence',
      "without (?:an? )?(?:answer|reply|response|word)\\b|unanswered\\b|silent since|silence\\b|silent for|quiet since|(?:heard|hearing) nothing|not(?:hing)? heard|nothing (?:back|heard|from (?:she|him|her|them))\\b|haven't heard",
      '(?:left|leaving) (?:a |another |her a |him a |them a )?(?:voice-?mails?|vm|message)\\b|voice-?mail\\b',
      'crickets\\b|chas(?:ed|ing)\\b|gatekeeper|put me through|out[- ]of[- ]office|wrong number|not (?:available|at (?:her|his) desk)[.,!]?$',
    ),
  },
  {
    kind: 'negative_tone',
    match: any(
      '(?:annoyed|angry|irritated|frustrated|upset|dismissive|impatient|tense|disappointed|hostile|short with (?:me|us)|curt|reserved|lukewarm|disengaged|frosty|grumpy|rude|awkward|furious|sour|embarrassing|disaster|crashed|flopped|went badly|hung up|brushed (?:me|us|it) off)\\b',
      '(?:was|is|were|seemed|sounded|rather|bit|very|quite|pretty|little|felt|stayed|stays|sounds) (?:a bit |a little |rather |quite |very |more )?(?:cold|cool|distant|icy)\\b',
      '(?:bit|quite|rather|very) (?:cold|cool)\\b|losing patience|lost (?:her|his|their) (?:patience|temper)',
    ),
  },
  {
    kind: 'positive_tone',
    match: any(
      '(?:friendly|enthusiastic|excited|delighted|thrilled|upbeat|optimistic|relaxed|cheerful|pleased|impressed|loved|loves)\\b',
      '(?:was|is|were|are|seemed|sounded|very|really|so) (?:very |really |so )?(?:happy|positive|warm)\\b|(?:great|good|very good) mood\\b|warm (?:call|welcome|chat)\\b',
    ),
  },
  {
    kind: 'covered_demoed',
    unless:
      /\bdemo (was |is |got )?(moved|postponed|pushed|cancel\w+|rescheduled|env\w*)\b|\b(no|for (the|a|our)( \w+)?) demo\b/i,
    match:
      /\b(demo(ed|'d|nstrated|nstration)?|showed( her| him| them| she)?|walked (her|him|them|she|the team|\w+) through|screen-?share|presented the product)\b/i,
  },
  {
    kind: 'covered_sent',
    match:
      /\b((?:re-?)?sent|over to (?:she|her|him|them)|(?:quote|offer|proposal|contract|deck|report|summary) (?:went|is|has gone) out|emailed|e-mailed|mailed|forwarded|shared|delivered|provided|handed over|dropped over|(was|were|been|got) sent)\b(?! (me|us|by|that|lives|values))/i,
  },
  {
    kind: 'covered_answered',
    match:
      /\b(answered (her|his|their|the|all|every|it|a|questions|she)|addressed (her|his|their|the)|explained|clarified|reassured|cleared up|went (over|through)(?! (really |very |so )?(great|well))|talked (her|him|them) through|talked through|filled in)\b/i,
  },
  {
    kind: 'covered_pitched',
    match:
      /\b(pitched|presented|introduced (the|our)|positioned|overview of|roi calc(ulator)?|calculator|case stud(y|ies)|business case|one-?pager|tco sheet|savings sheet)\b/i,
  },
];
