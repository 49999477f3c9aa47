import type { Topic } from '../../../../prompts/rubric';

/** A doubt about something that other words name. */
export const concern =
  /\b(far from (happy|convinced|satisfied|thrilled)|worr(y|ied|ies|ying|isome)|concern(s|ed|ing)?|afraid|nervous|anxious|anxiety|hesita(nt|tes?|ted|nce|tions?|ting)|push(ed|es|ing)?[- ]?back|object(s|ed|ions?)|s[ck]eptic(al|s|ism)?|doubt(s|ed|ful)?|uneasy|uncomfortable|fears?|feared|unsure|reservations?|deal-?breakers?|showstoppers?|(was|were|been|got) (burn(ed|t)|bitten)|wary|cautious|complain(s|ed|ts?)?|grumbl(es|ed|ing)|struggl(es?|ed|ing)|unhappy|frustrat(ed|ing|ion)|stuck on|balk(s|ed)?|flagged|queried|not (sure|convinced|comfortable|happy|sold)|isn't (sure|convinced|comfortable|happy|sold)|unconvinced|(hates?|dislikes?) (the|our) (?!spreadsheet|current|old)|too (long|slow|complex|complicated|risky|high|much|steep|rigid|painful)|(is|remains|becomes|was) (still )?(a|the|her|his|their) (big |main |only |biggest |sticking )*(risk|problem|blocker|worry|question|point|obstacle|hurdle|sticking point)|issues? (with|around)|problems? (with|around)|risk of|headaches? (about|over)|dread(s|ed|ing)?|sticking point|stumbling block|(main|biggest|only|key|top|one|remaining|real) (open |remaining )?(risk|worry|concern|issue|problem|obstacle|blocker|hurdle|question|fear|doubt|challenge)|could (stall|derail|sink|kill)|(comes?|came|coming) up( again)?(?= *[.,!]?$)|keeps? (her|him|them) up at night|gets? cold feet)\b/i;

/** Doubts that name their topic by themselves; a "not" in them voids nothing. */
export const topicalConcerns: [Topic, RegExp][] = [
  [
    'price',
    /\b((too |quite |very |pretty |so |rather |the most |we are |we're |is |it's |find(s)? (it|us) |still )(expensive|pricey|costly|overpriced)|costs? too much|out of (our|their|her|his) price range|(make|give) (her|him|them|us|me) a (better|lower|sharper) (price|offer)|(come|go|went|gone) down (on|in|with)( our| the)? (the )?prices?|asks? us to come down|do something about the price|price (is|was)(n't| not) (justified|right|ok|fair)|(unless|if|that|wants us to|asks us to|have to|must) (we )?(lower|drop|cut|reduce) (the|our) prices?|wants? (a |a bigger |more |(a )?\d+ ?% )?(discount|money off)|sticker shock)\b/i,
  ],
  [
    'timing',
    /\b((not|n't|isn't) (really )?(a |the |her |his |their )?(top )?priority|bad tim(e|ing)|wrong time|not (right )?now|too (busy|early|soon)|too much on (her|his|their) plate|no (time|capacity|bandwidth)( for (it|this|us))?|(next[- ]year|later) (thing|topic)|maybe (in |next |after )(spring|summer|autumn|year|quarter|the)|postpon(e|es|ed|ing)|delay(s|ed|ing)? (it|the|this|our)|(on hold|on ice|shelved|deprioriti[sz]ed|parked)\b|purchases? (is |are |have |has )?(been )?stopped|(nobody|no one)\b.{0,20}\b(has|have|had) (the )?time|put (it |this |things |the \w+ )?off|push(ed|ing)? (it |this |the \w+ )?(back|out) (to|until|till|by|into)|(revisit|talk again|(?<!will |'ll )come back|try again) (in|next|after) \w+|nothing before|timelines? (is|are|was) (too )?(tight|unrealistic|aggressive))\b/i,
  ],
  [
    'value',
    /\b((don't|doesn't|didn't|can't|does not|do not|did not|cannot|fails? to) (really |quite |yet )?see (the |any |much |why|what|where)(\w+ )?(value|point|benefit|need|use|difference|roi|they|it)?|what('s| is) in it for|no (clear )?(roi|value|benefit|business case)|nice[- ]to[- ]have|not worth (it|the))/i,
  ],
  [
    'adoption',
    /\b((reps|team|people|they|staff|drivers|users|nobody|no one|colleagues)\b.{0,14}\b(won't|will not|wouldn't|would not|will never|would never|don't|doesn't|do not|didn't|refuse to|will|would) (really |actually )?(use|log|adopt|want (another|yet another|one more|a new))|nobody (uses?|used|logs?|logged|adopted)|(yet another|one more|not another) (tool|thing|app|system)|only (a |about )?(third|half|quarter|few|handful|\d+ ?(%|percent|of)|\d+ of \d+)( of (the|their|them) ?\w*)? (logs?|logged|uses?|used|are using|is using)|low usage|usage( (in|of|during) the \w+)? (is|was) (low|down|poor))\b(?! \w+ when)/i,
  ],
  [
    'authority',
    /\b((cfo|ceo|coo|cto|md|boss|board|management|director|vp|manager|finance)\b.{0,16}\b(is|are|was|were) (against|opposed|not (on board|convinced)|s[ck]eptical)|vetoed)\b/i,
  ],
  [
    'features',
    /\b((is |are |was )?missing (a|an|the|some|key|from)(?! (call|meeting|demo|session|slot)\b)|lacks?|(doesn't|can't|does not|cannot) (do|handle|cover|support) (what|their|the|\w+ing))\b/i,
  ],
];

/** A doubt that is gone. */
export const settled =
  /\b(resolved|addressed|settled|sorted( out)?|cleared( up)?|fixed|reassured|satisfied|put .{0,20}(at (ease|rest)|to rest)|no longer (an? |the |her |his |their )?(issue|problem|concern|worr(y|ied)|blocker|concerned|afraid|nervous|skeptical|sceptical|keeps|pricey|expensive|too expensive)|(not|isn't|aren't|n't) (an? )?(issue|problem|concern|blocker) (any ?more|any longer|now)|(not|isn't|aren't) (worried|concerned|nervous|afraid|bothered) (about )?.{0,30}(any ?more|any longer|now)|off the table|comfortable (with|now)|(now|finally) (convinced|happy|okay|ok|fine|satisfied) (about|with|on)|(convinced|won) (her|him|them)( over)? (on|about)|(happy|fine|ok|okay|good) (with (the|our|my) (answer|response|explanation|security|uptime)|with (it|that)( now)?|now)|(price|that|it|which) (makes|made) sense( to (her|him|them))?( now)?|not any ?(more|longer)|over (her|his|their) (concerns?|worr(y|ies)|doubts?)|overcame|(concerns?|worr(y|ies)|doubts?|issues?|objections?|questions?|fears?)( (about|with|over|around|on) [\w ]{1,40}?)?:? (is|are|was|were|have been|has been|all)? ?(gone|over(?= *[.,;!]|$)|handled|solved|overcome|dealt with|answered|closed|done|behind|out of the way)|has no more|no (more|further|remaining) (concerns?|worr(y|ies)|doubts?|questions?|objections?|issues?)|ticked off|gave (us|it) (the|a) green light|gave (us|it) the (ok|thumbs[- ]up))\b/i;

/** No doubt, where there may never have been one: closes only what was raised before. */
export const absent =
  /\b(no|not|n't|without|never|zero) (\w+ ){0,2}(concern(s|ed)?|worr(y|ied|ies)|doubts?|objections?|issues?|problems?|reservations?|nervous|afraid|bothered|too expensive|a problem|an issue)\b|\b(is|are|was|seems?|looks?) (ok|okay|fine|fair|acceptable)( (for|with|to|by) (she|her|him|them|us))?[.!,]?$|\bcan live with(out)?\b/i;

/** What turns a settled doubt into an open one again. */
export const unsettled =
  /\b(un(resolved|addressed|settled|answered)|(not|n't|never|yet to be|still|isn't|aren't|hasn't|haven't) (been |be |yet |fully |quite |really |entirely )*(resolved|addressed|settled|sorted|cleared|fixed|reassured|satisfied|comfortable|over)|(remains?|stays?) (open|unresolved|an issue|a concern|a problem|a worry)|still (open|a concern|an issue|a problem|worr|concern|nervous|unsure|needs? (fixing|solving|an answer)))/i;
