import type { Lexicon } from '../lexicon';
import { breaks } from './breaks';
import { absent, concern, settled, topicalConcerns, unsettled } from './concerns';
import { dueDate } from './due-date';
import {
  condition,
  conditionFirst,
  definite,
  formerly,
  harmlessNot,
  hearsay,
  longAgo,
  namedDoing,
  need,
  negation,
  notAfter,
  notYetDone,
  otherCompany,
  ourFeeling,
  ourPeople,
  ourWords,
  possibility,
  present,
  question,
  rival,
  supposed,
  theirDoing,
  theirWords,
  today,
  trouble,
} from './frames';
import { patterns } from './patterns';
import { promiseOurs, promiseTheirs } from './promises';
import { shorthand } from './shorthand';
import { topicWords } from './topics';

/** How English reps write. */
export const english: Lexicon = {
  language: 'en',
  pronoun: 'she',
  shorthand,
  breaks,
  pointsBack: /\b(it|this|that|same)\b/i,
  patterns,
  topics: topicWords,
  concerns: {
    doubt: concern,
    topical: topicalConcerns,
    settled,
    unsettled,
    absent,
  },
  frames: {
    condition,
    conditionFirst,
    definite,
    formerly,
    harmlessNot,
    hearsay,
    longAgo,
    namedDoing,
    need,
    negation,
    notAfter,
    notYetDone,
    otherCompany,
    ourFeeling,
    ourPeople,
    ourWords,
    possibility,
    present,
    question,
    rival,
    supposed,
    theirDoing,
    theirWords,
    today,
    trouble,
  },
  promises: { ours: promiseOurs, theirs: promiseTheirs },
  dueDate,
};
