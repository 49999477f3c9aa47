/**
 * What the words around a statement make of it: turned round, conditional, asked, heard elsewhere,
 * somebody else's. All on flattened text (plain apostrophes).
 */

export const negation =
  /\b(not|no|never|without|nobody|none|nothing|neither|nor|zero|noone|cannot|hardly|refus(ed|es|ing)|declin(ed|es|ing)|fail(ed|s) to|yet to)\b|n't\b/i;

/** What was named before it isn't so ("the demo didn't happen"). */
export const notAfter = /^ (did|was|were|is|are|has|have|had)(n't| not)\b/i;

/** Words with a "no" or "not" in them that turn nothing round. */
export const harmlessNot =
  /\b(no (doubt|problem|problems|wonder|worries|brainer|matter)|no-brainer|not (only|just|bad|to mention|least)|nothing but|can't wait|couldn't (be|agree|have been) (happier|more|better)|why not|whether or not)\b/gi;

/** What makes the part of the sentence that it stands in depend on something. */
export const condition =
  /\b(?<!\b(?:ask(?:s|ed|ing)?(?: (?:me|us|\w+))?|know|knows|wonder(?:s|ed|ing)?|see|check|tell|sure|even|as) )(if|unless|provided(?= (that|they|we|legal|she|he|the|it|our|their|it's))|assuming|as long as|in case|contingent (up)?on|conditional (up)?on|subject to|depend(s|ing|ent) on|pending)\b|\b(once|until|as soon as|only when)(?= (she|he|they|we|it|the|legal|their|our|her|his|board|cfo|that|this)\b)/i;

/** Such a part at the start of a sentence or hung on with a comma governs its neighbour too. */
export const conditionFirst =
  /^\s*(but |and |only |so |then )?(if|unless|provided|assuming|as long as|in case|once|until|as soon as|only when|subject to|depending on|pending|when)\b/i;

/** What makes the words after it a mere possibility. */
export const possibility =
  /\b(would|might|could|perhaps|maybe|hopefully|hop(e|es|ed|ing) (to|for|that|we|they|she|he)|considering|thinking (about|of)|possibly|likely|wants? to get|trying to|tries to|should)\b|\b(she|he|they|we|it|legal|team|board) may\b/i;

export const question =
  /\bask(s|ed|ing)? (\w+ )?(if|whether|when|how|why|what|about|who|which|where)\b|\b(wonder(s|ed|ing)?|want(s|ed)? to (know|understand)|would like to (know|understand)|curious|enquir(y|ed|es|ing)|inquir(y|ed|es|ing))\b/i;

export const hearsay =
  /\b(apparently|rumou?rs?|reportedly|allegedly|heard (that|from|through)|word is|supposedly|according to|i think|seems like|sounds like|grapevine|gossip)\b/i;

/** What may come, is asked or is no earnest: nobody has said it. Up to a statement, in its part of the sentence. */
export const supposed =
  /\b(if|in case|whether|expect(ing)?|anticipat(e|ing)|prepare(d)? for|be ready for|worst case|best case|imagine|jok(ed|es|ing)|kidding|might|could(?!n't| not))\b[^,:]*$|^should\b|^(in theory|ideally|internally|next time)\b|^(aim|goal|plan|prep|idea|todo|strategy|internal|unrelated|note to self)\b[^:=]{0,20}[:=]/i;

/** A thing that is known already stands right before: "the", "her". */
export const definite =
  /\b(the|her|his|their|these|those) ((?!(?:is|are|was|were|has|have|had)\b)\w+ ){0,2}$/i;

const joining = '^(?:(?:and|but|then|so|also|because) )*';

/** "I" or "we" are who feels or needs what comes next. */
export const ourFeeling = new RegExp(
  `${joining}(?:i|we)(?:'m|'re)?(?: (?:am|are|was|were|do|did|still|also|just|really|very|quite|so|not|\\w+n't))* $`,
  'i',
);

/** People of ours: whatever their clause says isn't about the prospect's side. */
export const ourPeople = new RegExp(
  `${joining}(?:our|my) (?:own )?(?:\\w+ )?(?:boss|manager|director|vp|cfo|ceo|cto|coo|md|legal|lawyers?|finance|procurement|marketing|sales|product|engineering|engineers?|dev|ops|support|deal desk|se|ae|csm|colleagues?|teams?|management|leadership|board)\\b|\\b(?:on|from|at) our (?:side|end|part)\\b`,
  'i',
);

/** What we told, asked or want follows, up to the next comma. */
export const ourWords = new RegExp(
  `${joining}(?:(?:i|we)(?: also| just| have)? (?:said|told|explained|mentioned|think|ask|asked|suggest|suggested|propose|proposed|offer|offered|should|want|wanted|hope|plan)|should (?:we|i)|(?:also |just )?(?:told|reminded|assured|explained to|mentioned to) (?:she|her|him|them))\\b[^,]*$`,
  'i',
);

/** How they saw it once: nothing of today. */
export const formerly = /\b(used to|initially|originally|at first|in the beginning)\b/i;

/** Another company than the prospect's is what the clause is about. */
export const otherCompany = new RegExp(
  `${joining}(?:(?:her|his|their) (?:sister|parent|old|former|previous|last) (?:company|employer|firm|job)|(?:our|my|an|the|some|one|a|another)? ?(?:other|another) (?:rep|prospect|customer|client|account|company|deal)s?)\\b`,
  'i',
);

/** Too long ago to be how things stand, unless words say that it still holds. */
export const longAgo = /\byears? (ago|back)\b|\blast year\b/i;
export const present = /\b(now|still|so|since|again|today|is|are|has|have)\b|'(s|re|ve)\b/i;

/** Words for somebody who sells against us: what they get is no gain of ours. */
export const rival =
  /\b(competitors?('s)?|competition|rivals?('s)?|incumbent|other (vendor|provider|supplier)s?('s)?|another (vendor|provider|supplier)('s)?|alternative vendors?|somebody else|someone else|the other lot)\b/i;

/** The clause speaks of them, not of us, before a verb of doing. */
export const theirDoing =
  /^(and |but |then |so |also |which )*(she|he|they|who|the (client|customer|prospect|team|cfo|ceo|cto|coo|buyer|md)|their \w+|her \w+|his \w+|it team|legal|procurement|finance|infosec|cfo|ceo|cto|coo|md)\b/i;

/** Words that start a rep's note and are no name of anybody. */
const things =
  'I|We|The|A|An|Our|My|And|But|Then|So|Also|Just|Have|Already|Finally|Yesterday|Today|Quick|Second|First|Quote|Offer|Proposal|Pricing|Prices|Deck|Slides|Recording|Contract|Report|Docs|Documents|Demo|Paperwork|Calculator|Invite|Email|Mail|Notes|Summary|References|Reference|Terms|Agreement|Order|Everything|Call|Meeting|Session|Workshop|Team|Re|Duly|Security|API|ROI|SOC|SLA|Cost|Business|Case|Migration|Onboarding|Info|Brochure|Trial|Pilot|Updated|Revised|Full';

/** A name, and what its bearer did: theirs, not ours. What was "sent" and nothing more is a thing. */
export const namedDoing = new RegExp(
  `^(?!(?:${things})\\b)\\p{Lu}\\p{Ll}+ (?:(?:has|had|already|just|also) )?(?:(?:sent|emailed|mailed|shared|forwarded)(?! *(?:[.,;!]|$)| (?:to|today|yesterday)\\b)|provided|explained|showed|walked|answered|presented|introduced|pitched|went|clarified|proposed)\\b`,
  'u',
);

/** Words that the prospect spoke: an exchange, whatever else the log is about. */
export const theirWords =
  /\b(she|he|they) (\w+ )?(said|says|mentioned|mentions|told|tells|thinks|explained|confirmed|admitted|wants|wanted|promised)\b/i;

/** Something was asked for or is still to come: it hasn't been done. */
export const notYetDone =
  /\b(ask(s|ed|ing)?( \w+)? for|request(s|ed|ing)?|wants?|wanted|needs?|will|would|to be|going to|promised|must|should|plan(s|ned)? to|owe|asked (me|us) to|still (waiting|to)|to (send|share|prepare|show|demo)|book(s|ed|ing)?|schedul(e|ed|ing)|set up|due|waiting for|where (the|our|is|are))\b|\b(i|we)'ll\b/i;

/** Trouble with what they use today: a need, not a doubt about us. */
export const today =
  /\b(current|existing|present|today('s)?|old|legacy|manual(ly)?|spreadsheets?|incumbent|homegrown|how (things|it) (are|is) now)\b/i;
export const trouble =
  /\b(struggl(es?|ed|ing)|frustrat(ed|ing|ion)|unhappy|complain(s|ed|ts?)?|problems?|issues?|pain(s|ful)?|los(es?|ing)|fed up|hates?)\b/i;
/** Trouble that is a need by itself, unless it is with what we gave them. */
export const need =
  /\bstruggl(es?|ed|ing)\b(?!.{0,30}\b(our|the (demo|trial|pilot|product|tool))\b)|\b(biggest |main |real )?pain( points?)?\b(?! with our)|\blos(es?|ing|t) (track|deals|orders|time|money|knowledge)\b/i;
