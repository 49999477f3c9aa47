import type { Topic } from '../../../../prompts/rubric';

/** Words that say what a concern, a promise or a sent thing is about; the first that fits wins. */
export const topicWords: [Topic, RegExp][] = [
  [
    'migration',
    /\bmigrat|\b(mov|transferr?|import|port)(e|ing)?\b.{0,20}\b(data|records|history)\b|\b(data|records|history)\b.{0,12}\b(mov|transferr?|import|port)(ed|ing)\b|\blegacy data\b|\bdata (transfer|import|move)\b|\b(carry|bring|get)(ing)? (over|across)\b|\b(old|existing) (data|records)\b/i,
  ],
  [
    'onboarding',
    /\bonboard|\bimplementation|\broll-?out|\bset-?up time|\bgetting (started|live|set up)|\bgo(ing|es)?[- ]live|\bramp(ing)?[- ]?up|\bdeployment time|\bget(ting)? (people|reps|everyone|the team|them|new \w+) up to speed|\btime to value|\btrain(s|ed|ing)? (new|the|their|our|his|her|up)\b|\blive in time\b|\btraining\b|\bproductive\b/i,
  ],
  [
    'security',
    /\bsecurity|\bsoc ?2|\biso ?27001|\bgdpr|\bcomplian|\bpen(etration)?[- ]?test|\bdata (residency|protection)|\bprivacy|\bconfidential|\bencrypt|\binfosec|\bwhere (the |their )?data (is|lives|sits)|\bwho (can )?(read|sees?)\b/i,
  ],
  [
    'reliability',
    /\breliab|\bup-?time|\boutages?\b|\bdowntime|\bstability|\bsla\b|\blatency|\bfailover|\b(api|it|service) (goes|went|going|is|was) down\b/i,
  ],
  [
    'integration',
    /\bintegrat|\bconnectors?\b|\bapis?\b|\bsso\b|\bsync(s|ing)?\b|\bwebhooks?\b|\bcompatib|\b(work|play|talk|plug)(s|ing)? (nicely |well )?(with|to|into) (our|their|his|her|the) (old |existing |own )?(crm|erp|dialer|sap|system|stack|tools?)\b/i,
  ],
  [
    'price',
    /\bpric(e|es|ed|ing|ey|y)\b|\bcosts?\b|\bexpensive|\bdiscounts?\b|\bcheaper|\bper[- ]seat|\baffordab|\bquotes?\b/i,
  ],
  ['budget', /\bbudgets?\b|\bfunding\b|\bspending?\b|\bmoney\b/i],
  [
    'contract',
    /\bcontracts?\b|\bterms\b|\block-?in|\bnotice period|\bliabilit|\bmulti-?year|\bmsa\b|\bdpa\b|\bredlines?\b|\border form\b/i,
  ],
  [
    'adoption',
    /\badopt|\bchange management|\bbuy-?in\b|\blearning curve|\b(another|one more|yet another) (tool|thing|app)\b|\b(team|reps|people|staff|drivers|they|nobody|no one)\b.{0,16}\b(use|using|log|logging|logged|bother)\b|\b(usage|log(s|ged)? in)\b/i,
  ],
  [
    'support',
    /\bsupport (team|hours|response|quality|tickets?)|\b(customer|your|our|about|with) support\b|\bresponse times?\b|\btickets?\b/i,
  ],
  ['value', /\broi\b|\breturn on\b|\bbusiness case|\bvalue\b|\bpayback|\bbenefits?\b|\bsavings\b/i],
  [
    'references',
    /\breference (call|customer)s?|\breferences?\b|\bcase stud|\btrack record|\btoo small a vendor/i,
  ],
  [
    'features',
    /\bfeatures?\b|\bfunctionality|\broadmap|\bmissing\b|\breporting\b|\bdashboards?\b|\bmobile app|\boffline\b/i,
  ],
  [
    'timing',
    /\btiming|\btimelines?\b|\bdeadlines?\b|\bbad time|\btoo (soon|early)|\bpriorit|\bbandwidth\b|\btoo busy|\bdelays?\b|\bhow long\b|\bnot (right )?now\b|\bpostpon/i,
  ],
  ['authority', /\bsign-?off\b|\bapprov(al|es?)\b|\bboard\b/i],
];
