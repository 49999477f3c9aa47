import type { SignalKind, Topic } from '../../../prompts/rubric';

/**
 * English sales language, as data. A pattern is tried on one clause at a time; the reader
 * (`read.ts`) decides what negation, conditions, questions and hearsay make of a match.
 */

/** Words that say what a concern, a promise or a sent thing is about; the first that fits wins. */
export const topicWords: [Topic, RegExp][] = [
  [
    'migration',
    /\bmigrat|\b(mov|transferr?|import|port)(e|ing)?\b.{0,20}\b(data|records|history)\b|\blegacy data\b|\bdata (transfer|import|move)\b/i,
  ],
  [
    'onboarding',
    /\bonboard|\bimplementation|\broll-?out|\bset-?up time|\bgetting (started|live|set up)|\bgo(ing|es)?[- ]live|\bramp(ing)?[- ]?up|\bdeployment time/i,
  ],
  [
    'security',
    /\bsecurity|\bsoc ?2|\biso ?27001|\bgdpr|\bcomplian|\bpen(etration)?[- ]?test|\bdata residency|\bprivacy|\bencrypt|\binfosec/i,
  ],
  [
    'reliability',
    /\breliab|\bup-?time|\boutages?\b|\bdowntime|\bstability|\bsla\b|\blatency|\bfailover/i,
  ],
  [
    'integration',
    /\bintegrat|\bconnectors?\b|\bapis?\b|\bsso\b|\bsync(s|ing)?\b|\bwebhooks?\b|\bcompatib/i,
  ],
  [
    'price',
    /\bpric(e|es|ed|ing|ey|y)\b|\bcosts?\b|\bexpensive|\bdiscounts?\b|\bcheaper|\bper[- ]seat|\baffordab/i,
  ],
  ['budget', /\bbudgets?\b|\bfunding\b|\bspending?\b|\bmoney\b/i],
  [
    'contract',
    /\bcontracts?\b|\bterms\b|\block-?in|\bnotice period|\bliabilit|\bmulti-?year|\bmsa\b|\bdpa\b/i,
  ],
  [
    'adoption',
    /\badopt|\bchange management|\bbuy-?in\b|\btraining\b|\blearning curve|\bteam (would|will|won't) use|\breps (would|will|won't)/i,
  ],
  [
    'support',
    /\bsupport (team|hours|response|quality|tickets?)|\bcustomer support|\bresponse times?\b/i,
  ],
  ['value', /\broi\b|\breturn on\b|\bbusiness case|\bvalue\b|\bpayback|\bbenefits?\b/i],
  [
    'references',
    /\breference (call|customer)s?|\breferences?\b|\bcase stud|\btrack record|\btoo small a vendor/i,
  ],
  [
    'features',
    /\bfeatures?\b|\bfunctionality|\broadmap|\bmissing\b|\breporting\b|\bdashboards?\b|\bmobile app/i,
  ],
  [
    'timing',
    /\btiming|\btimelines?\b|\bdeadlines?\b|\bbad time|\btoo (soon|early)|\bnot (a )?priorit|\bbandwidth\b|\btoo busy|\bdelays?\b|\bhow long\b/i,
  ],
  ['authority', /\bsign-?off\b|\bapproval\b|\bboard\b/i],
];

/** A doubt about something. */
export const concern =
  /\b(worr(y|ied|ies|ying)|concern(s|ed|ing)?|afraid|nervous|anxious|anxiety|hesita(nt|tes?|ted|nce|tions?|ting)|push(ed|es|ing)?[- ]?back|object(s|ed|ions?)|s[ck]eptic(al|s)?|doubt(s|ed|ful)?|uneasy|uncomfortable|fears?|feared|unsure|reservations?|deal-?breakers?|showstoppers?|burn(ed|t)|wary|cautious|complain(s|ed|ts?)?|struggl(es?|ed|ing)|unhappy|frustrat(ed|ing|ion)|stuck on|balk(s|ed)?|flagged|queried|not (sure|convinced|comfortable|happy)|unconvinced|too (expensive|pricey|costly|long|slow|complex|complicated|risky|high|much|steep|rigid)|is a (risk|problem|blocker|worry)|issues? (with|around)|problems? (with|around)|risk of)\b/i;

/** A doubt that is gone. */
export const settled =
  /\b(resolved|addressed|settled|sorted( out)?|cleared( up)?|fixed|reassured|satisfied|put .{0,20}at (ease|rest)|no longer (an? )?(issue|problem|concern|worr(y|ied)|blocker|concerned|afraid)|not an? (issue|problem|concern|blocker) (any ?more|any longer|now)|not (worried|concerned|nervous|afraid)( about)?|off the table|comfortable (with|now)|happy with (the|our) (answer|response|explanation)|over (her|his|their) (concerns?|worr(y|ies))|overcame|(concerns?|worr(y|ies)|doubts?|issues?|questions?)( (about|with|over|around) [\w ]{1,40}?)? (is|are|was|were|have been|has been) (gone|answered|closed|done|behind))\b/i;

/** What turns a settled doubt into an open one again. */
export const unsettled =
  /\b(un(resolved|addressed|settled|answered)|(not|n't|never|isn't|aren't|hasn't|haven't|yet to be|still) (been |be |yet |fully |quite )*(resolved|addressed|settled|sorted|cleared|fixed|reassured|satisfied)|remains? (open|an issue|a concern)|still (open|a concern|an issue|worr|concern|nervous|unsure))/i;

export const negation =
  /\b(not|no|never|without|nobody|none|n't|don't|doesn't|didn't|isn't|aren't|wasn't|weren't|won't|wouldn't|can't|cannot|couldn't|hasn't|haven't|hadn't|neither|nor|refus(ed|es)|declin(ed|es))\b|n['’]t\b/i;

export const conditional =
  /\b(if|unless|provided (that|they|we|legal|she|he)|assuming|as long as|subject to|depend(s|ing|ent)? on|pending|contingent|once|until|in case|would|might|could|perhaps|maybe|hopefully|hope(s|d)? to|considering|thinking (about|of))\b|\b(she|he|they|we|it|legal|team|board) may\b/i;

export const question =
  /\?\s*$|\bask(s|ed|ing)? (\w+ )?(if|whether|when|how|why|what|about|who|which)\b|\b(wonder(s|ed|ing)?|want(s|ed)? to (know|understand|see)|wanted details|curious|enquir(y|ed|es)|inquir(y|ed|es))\b/i;

/** Words for somebody who sells against us: what they get is no gain of ours. */
export const rival =
  /\b(competitors?|rivals?|incumbent|other vendors?|another vendor|alternative vendors?|somebody else|someone else)\b/i;

/** Trouble with what they use today: a need, not a doubt about us. */
export const trouble =
  /\b(struggl(es?|ed|ing)|frustrat(ed|ing|ion)|unhappy|complain(s|ed|ts?)?|problems?|issues?|pain(s|ful)?|los(es?|ing))\b/i;
/** Trouble that is a need by itself, unless it is with what we gave them. */
export const need =
  /\bstruggl(es?|ed|ing)\b(?!.{0,30}\b(our|the (demo|trial|pilot|product|tool))\b)|\bpain points?\b/i;
export const today =
  /\b(current|existing|present|today's|old|legacy|manual(ly)?|spreadsheets?|incumbent)\b/i;

/** The clause speaks of them, not of us, before a verb of doing. */
export const theirDoing =
  /^(and |but |then |so )*(she|he|they|the (client|customer|prospect|team|cfo|ceo|cto|buyer)|their \w+|her \w+|his \w+|it team|legal|procurement)\b/i;

/** Something was asked for or is still to come: it hasn't been done. */
export const notYetDone =
  /\b(ask(s|ed|ing)?( \w+)? for|request(s|ed|ing)?|wants?|wanted|needs?|will|would|to be|going to|promised|must|should|plan(s|ned)? to|owe|asked (me|us) to|still (waiting|to))\b|\b(i|we)['’]ll\b/i;

export const hearsay =
  /\b(apparently|rumou?rs?|reportedly|allegedly|heard (that|from)|word is|supposedly|according to)\b/i;

/** Words of one kind that a clause can carry. `firm`: a condition, question or hearsay voids it. */
export interface Pattern {
  kind: SignalKind;
  match: RegExp;
  firm?: boolean;
  /** The words negate by themselves ("no budget"): a "not" in them voids nothing. */
  negates?: boolean;
  /** Words in the clause that void it. */
  unless?: RegExp;
}

const trial = '(pilot|trial|proof of concept|poc|proof-of-concept)';

export const patterns: Pattern[] = [
  {
    kind: 'engaged',
    match:
      /\b(ask(s|ed|ing)|request(s|ed)?|interested|keen|curious|repl(y|ied)|responded|wrote back|joined|attended|showed up|brought|invited|agreed|wants?|wanted|loved?|liked|enjoyed|impressed|shared|explained|told (me|us)|walked (me|us) through|confirmed|mentioned|rais(ed|es)|said|worried|concerned|discussed|talked|met|compared|tested|tried|signed)\b/i,
  },
  {
    kind: 'need_confirmed',
    firm: true,
    match:
      /\b(need(s|ed)? (a|an|something|better|help|to (fix|solve|replace|keep|stop|know|see|track|reduce|cut|improve|get|save))|struggl(es?|ed|ing)|pain(s|ful)?( point)?|los(es?|ing) (deals|time|money)|looking for (a|an)|problem (is|they have)|(confirmed|acknowledged|admitted) (the|a|their|that)|biggest (problem|challenge|pain)|exactly what|solves?|fits? (their|the) need|must fix|priority (is|this|for))\b/i,
  },
  {
    kind: 'positive_reaction',
    match:
      /\b(loved|liked|impressed|delighted|excited|enthusiastic|thrilled|well received|(positive|great|good|strong|warm) (feedback|reaction|response|reception)|resonated|landed( very| really)? well|went (down )?(very |really )?well|received (very |really )?(well|positively)|positively received|really (likes?|happy)|was a hit|eyes lit up|spot on|won (her|him|them) over|found .{0,40}(useful|helpful|compelling|convincing|persuasive))\b/i,
  },
  {
    kind: 'champion',
    firm: true,
    match:
      /\b(champion(s|ing)?|advocat(e|es|ing)|(speaks?|fights?|fighting|pushing) for us|selling (us|it) internally|(introduced|introducing|introduces|brought|bringing|looped) (us |me |in )*(to )?(her|his|their|the) (boss|manager|cfo|ceo|cto|vp|director|team)|(will|is going to) (pitch|present|back|defend) (it|us) (internally|to))\b/i,
  },
  {
    kind: 'champion_lost',
    negates: true,
    firm: true,
    match:
      /\b(champion|sponsor|contact|advocate)\b.{0,40}\b(left|leaving|leaves|quit|resigned|moved on|let go|laid off|fired|departed|is gone|changed (jobs|roles))\b|\b(left|leaving) the company\b|\blost our champion\b/i,
  },
  {
    kind: 'decision_maker',
    firm: true,
    match:
      /\b(decision[- ]?maker|economic buyer|budget (owner|holder)|(?<=, (the |our |a )?)(vp|svp|vice president|head|director|chief|ceo|cfo|coo|cto|cio|ciso|cro|cmo|owner|founder)\b|(sales|managing|commercial|executive|it|hr|finance|operations|marketing) director|(cfo|ceo|coo|cto|cio|ciso|cro|cmo|chief \w+ officer|managing director|vp|svp|vice president|head of \w+|director of \w+|owner|founder)\b.{0,40}\b(joined|attended|present|on the call|took part|approved|agreed|met|came)|(joined|attended|met|spoke|call|meeting|demo|intro) (by|with) (the |their |her |his )?(new )?(cfo|ceo|coo|cto|cio|ciso|cro|vp|head of|director|founder|board)|(she|he|who) (decides|signs|has (the )?(final say|authority|sign-?off)|owns the (budget|decision)|can sign))\b/i,
  },
  {
    kind: 'budget_confirmed',
    firm: true,
    match:
      /\bbudget\b.{0,40}\b(approved|confirmed|released|signed off|secured|available|allocated|in place|unlocked|unfrozen|set aside|is there|freed)\b|\b(approved|confirmed|secured|released|allocated|got|have|has|unlocked|freed( up)?|signed off)\b.{0,20}\b(the |a |their |her |his )?(budget|funding)\b|\bfunding (is )?(approved|secured|confirmed)\b|\bfreeze (is |was |has been )?(lifted|over)\b/i,
  },
  {
    kind: 'budget_blocked',
    negates: true,
    unless:
      /\b(no longer|not|isn't|never|un)[- ]?(frozen|on hold|cut|blocked|tight|gone)\b|\bunfrozen\b|\b(lifted|released|thawed)\b/i,
    match:
      /\b(budgets?|funding|spend(ing)?)\b.{0,40}\b(frozen|freeze|froze|on hold|cut|cuts|blocked|gone|exhausted|spent|tight|not (yet )?(approved|available|released)|until (q[1-4]|next|the new|january|april|july|october))\b|\b(frozen|freeze|hold|cuts?) (on|in|of|to) (all |any |new |the |their )*(budget|spend(ing)?|purchas)|\bno (budget|money|funds|funding)\b|\b(spending|hiring and spending) freeze\b|\bbudget freeze\b|\bout of budget\b/i,
  },
  {
    kind: 'date_set',
    firm: true,
    match:
      /\b(decision|decide|deciding|go[- ]live|going live|launch|sign|kick-?off|start using)\b.{0,30}\b(by|on|before|in|for|at)\b.{0,12}\b(\d{1,2}(st|nd|rd|th)?|january|february|march|april|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|end of|q[1-4]|next (week|month|quarter))\b/i,
  },
  {
    kind: 'pilot_requested',
    match: new RegExp(
      `\\b(ask(s|ed|ing)?( us| me)?( for| to (try|run|do|see|set up|start))|request(s|ed|ing)?|want(s|ed)?( to (try|run|do|start|see)| a| us to)|would (like|love)|keen (on|to)|suggest(s|ed)|proposed?|proposes|interested in|open to|requesting)\\b.{0,40}\\b(${trial}|proposal|quote|quotation|offer in writing|trial access)\\b|\\b(${trial}|proposal|quote)\\b.{0,15}\\b(request(ed)?|asked for)\\b`,
      'i',
    ),
  },
  {
    kind: 'pilot_agreed',
    firm: true,
    match: new RegExp(
      `\\b(agreed?|agrees|agreeing|approved?|approves|confirmed|confirms|signed( off)?( on| up)?( for)?|accepted|committed|green-?lit|go(ing)? ahead|gave .{0,12}(go-?ahead|green light)|said yes|start(ed|ing|s)?|kick(ed|s|ing)? off|launched|running|began|begins|scheduled|booked|will (start|run|begin))\\b.{0,45}\\b${trial}\\b|\\b${trial}\\b.{0,30}\\b(agreed|approved|confirmed|signed|accepted|starts|started|starting|scheduled|booked|kicks? off|kicked off|is (on|live|running|go)|begins|began|running|underway|under way|green-?lit)\\b`,
      'i',
    ),
  },
  {
    kind: 'verbal_commitment',
    firm: true,
    match:
      /\b(verbal(ly)? (commit(ment|ted)|agree(d|ment)|yes)|verbally (committed|agreed|confirmed)|(said|gave us|it's|it is) (a )?(clear )?yes( to (the|our) (deal|contract|proposal|offer))?|(ready|want(s|ed)?|going|agreed|decided|will|intends?|plans?) to (sign|buy|purchase|go with us|move forward with us|proceed with us|renew)|(chose|choosing|picked|selected) us|we (won|have) the deal|deal is (done|ours)|signed the (contract|order|agreement|renewal)|contract (is )?signed|(ask(s|ed)|wants|wanted)( us| me)?( to send| for)?( over)? the (contract|order form|paperwork)|committed to (buy|sign|renew|the (deal|full)))/i,
  },
  {
    kind: 'next_step',
    firm: true,
    match:
      /\b(next (call|meeting|step|session|demo|review)|follow-?up|call|meeting|workshop|session|demo|review|check-?in)\b.{0,30}\b(on|for|at|booked|scheduled|agreed|set|next|this)\b.{0,16}\b(\d{1,2}(st|nd|rd|th)?\b|monday|tuesday|wednesday|thursday|friday|january|february|march|april|june|july|august|september|october|november|december|(next|this) (week|month)|tomorrow)|\b(booked|scheduled|set up|arranged) (a|the|our|another|an?) (next )?(follow-?up|call|meeting|workshop|session|demo|review)\b/i,
  },
  {
    kind: 'competitor_out',
    negates: true,
    firm: true,
    match:
      /\b(competitor|rival|incumbent|other vendor|alternative)\b.{0,40}\b(is out|out of the (race|running|picture)|dropped|ruled out|eliminated|rejected|lost)\b|\b(dropped|ruled out|eliminated|rejected|turned down|decided against) (the |their |her |his )?(competitor|rival|other vendor|incumbent|alternative)s?\b|\b(chose|picked|prefers?|selected|favou?rs?) us (over|to)\b/i,
  },
  {
    kind: 'competitor_pressing',
    match:
      /\b(competitors?|rivals?|incumbent|other vendors?|alternative vendors?|another vendor|competing (offer|vendor|quote|bid))\b.{0,80}\b(pric(e|es|ing)|cheaper|undercut(s|ting)?|discounts?|lower|\d+ ?(%|percent)|press(es|ing|ure)|match)\b|\b(pric(e|es|ing)|cheaper|undercut(ting)?|discounts?|lower|\d+ ?(%|percent)|pressure)\b.{0,60}\b(competitors?|rivals?|incumbent|other vendors?|another vendor|competing)\b|\bundercut(ting|s)? (us|our)\b|\bprice pressure\b|\bmatch (their|the competing) (price|offer|quote)\b/i,
  },
  {
    kind: 'competitor_active',
    match:
      /\b(competitors?|rivals?|competing (offer|vendor|bid|product)|other vendors?|another vendor|alternative vendors?|also (looking at|evaluating|talking to|considering|speaking (to|with)|in talks with|trialling|testing)|evaluating (\w+ )?(alternatives|others)|compar(es|ed|ing) us (to|with|against)|short-?list(ed)? (of|with|us and)|bake-?off|up against)\b/i,
  },
  {
    kind: 'legal_cleared',
    firm: true,
    match:
      /\b(legal|procurement|contract review|redlines|dpa|msa|security review|vendor review)\b.{0,40}\b(cleared|approved|signed off|done|finished|completed?|passed|agreed|through|green light|happy|accepted)\b|\b(passed|cleared|through|got past|finished) (legal|procurement|the (legal|security|vendor) review)\b/i,
  },
  {
    kind: 'legal_blocker',
    unless: /\b(no|without|not) (an? )?(issues?|blockers?|delays?|objections?|concerns?)\b/i,
    match:
      /\b(legal|procurement|compliance team|contract review|redlines?|dpa|msa|vendor (review|onboarding|form))\b.{0,50}\b(block(ed|ing|er|s)?|stuck|hold(s|ing)?( (it|this|us|things))? up|held up|delay(s|ed|ing)?|slow(s|ed|ing)?|wait(s|ing)?|bottleneck|stall(s|ed|ing)?|queue|backlog|weeks|object(s|ed)|refus(es|ed)|won't|pushback|has concerns|issues?)\b|\b(stuck|held up|waiting|blocked|delayed|stalled)\b.{0,25}\b(in|at|by|with|on|for) (the |their )?(legal|procurement|contract review)\b/i,
  },
  {
    kind: 'decision_process',
    match:
      /\b(sign-?off|approv(al|es?|ed by)|board|committee|decision (process|criteria|lies|is made|sits|rests)|decides?|final (say|decision)|procurement|legal (review|team|agrees|needs|has|must)|needs? (the |her |his |their )?(cfo|ceo|board|boss|manager|legal|procurement)|cfo|stakeholders?|subject to|has to go through)\b/i,
  },
  {
    kind: 'pricing_discussed',
    match:
      /\b(pric(e|es|ing)|quote[sd]?|quotation|cost(s)?|discount(s)?|budget(s)?|per[- ]seat|licen[cs]e fees?|[$€£] ?\d)/i,
  },
  {
    kind: 'rejection',
    negates: true,
    firm: true,
    match:
      /\b(not interested|no longer interested|(said|it's|it is|was|is|got) a? ?(clear |firm |hard )?no\b(?! (problem|longer|decision|change|issue|objection))|reject(s|ed) (us|our|the (offer|proposal|deal))|turned us down|went with (a |the |another |their )?(competitor|rival|other|someone|somebody|incumbent|different)|chose (a|the|another|their) (competitor|rival|other|incumbent|different)|(decided|deciding) (against|not to (buy|proceed|go|renew|move))|won't (be )?(buy|proceed|mov|go|renew)(ing)?|will not (buy|proceed|go ahead|renew|move forward)|(asked|told) us to stop|take (me|us|them) off (the|your) list|cancel(led|ing) the (deal|evaluation|project|subscription|contract)|deal is (dead|lost)|we lost|lost the deal|pass(ed|ing)? on (us|our|it|the offer)|killed the project)\b/i,
  },
  {
    kind: 'no_answer',
    negates: true,
    unless: /\b(asked|questions?|concerns?) .{0,20}unanswered\b/i,
    match:
      /\b(no (answer|reply|response|show)|no-?show(ed)?|(did|has|have|had)(n['’]t| not) (answered|replied|responded|reply|answer|respond|written back|called back)|didn['’]t (reply|answer|respond|pick up|show)|not (answering|responding|replied|returned|replying|returning)|went (quiet|silent|dark)|gone (quiet|silent|dark)|ghost(ed|ing)|radio silence|without (an? )?(answer|reply|response)|left (a )?voice-?mail|unanswered|silent since|heard nothing|nothing back|silence)\b/i,
  },
  {
    kind: 'negative_tone',
    match:
      /\b(annoyed|angry|irritated|frustrated|upset|cold|dismissive|impatient|tense|disappointed|hostile|short with|curt|distant|reserved|lukewarm|disengaged)\b/i,
  },
  {
    kind: 'positive_tone',
    match:
      /\b(friendly|warm|enthusiastic|excited|delighted|happy|thrilled|upbeat|optimistic|relaxed|cheerful|positive|pleased|impressed|loved)\b/i,
  },
  {
    kind: 'covered_demoed',
    match:
      /\b(demo(ed|'d|nstrated|nstration)?|showed( her| him| them)?|walked (her|him|them|the team) through|screen-?share|presented the product)\b/i,
  },
  {
    kind: 'covered_sent',
    match:
      /\b(sent|emailed|e-mailed|mailed|forwarded|shared|delivered|provided|handed over|dropped over|(was|were|been|got) sent)\b/i,
  },
  {
    kind: 'covered_answered',
    match:
      /\b(answered|addressed|explained|clarified|resolved|reassured|cleared up|went over|talked through|covered)\b/i,
  },
  {
    kind: 'covered_pitched',
    match:
      /\b(pitched|presented|introduced (the|our)|positioned|proposed|overview of|roi calculator|calculator|case stud(y|ies)|business case|one-?pager)\b/i,
  },
];

/** A promise of ours: the rep speaks of themself. */
export const promiseOurs =
  /\b(i|we)( will|'ll|’ll| shall| promised( \w+)? to| agreed to| am going to| are going to| owe| need to| have to| must| committed to| said (i|we)( would|'d|’d))\b.{0,12}\b(send|share|get|provide|prepare|follow up|introduce|set up|book|schedule|draft|write|check|call|deliver|come back|arrange|put together|build|owe|her|him|them)\b|\bpromised (her|him|them|\w+) (a|an|the|to|our)\b|\b(to|will) (send|follow up)\b.{0,30}\bby (monday|tuesday|wednesday|thursday|friday|tomorrow|end of|next|the \d)/i;

/** A promise of theirs. */
export const promiseTheirs =
  /\b(she|he|they|[A-Z][a-z]+)( will|'ll|’ll| promised (me |us )?to| agreed to| is going to| are going to| said (she|he|they)( would|'d|’d))\b.{0,12}\b(send|share|get back|introduce|come back|check|confirm|talk to|speak (to|with)|present|review|provide|forward|loop|bring|set up|book|let (us|me) know|ask|discuss)\b/;
