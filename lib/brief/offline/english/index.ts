import type { Lexicon } from '../lexicon';
import { breaks } from './breaks';
import { absent, concern, settled, topicalConcerns, unsettled } from './concerns';
import { dueDate } from './due-date';
import {
  condition,
  conditionFirst,
  harmlessNot,
  hearsay,
  namedDoing,
  need,
  negation,
  notYetDone,
  possibility,
  question,
  rival,
  theirDoing,
  theirWords,
  today,
  trouble,
} from './frames';
import { patterns } from './patterns';
import { promiseOurs, promiseTheirs } from './promises';
import { topicWords } from './topics';

/** How English reps write. */
export const english: Lexicon = {
  language: 'en',
  pronoun: 'she',
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
    ofOurselves: /\b(i|we) (said|told|explained|think)\b/i,
  },
  frames: {
    condition,
    conditionFirst,
    harmlessNot,
    hearsay,
    namedDoing,
    need,
    negation,
    notYetDone,
    possibility,
    question,
    rival,
    theirDoing,
    theirWords,
    today,
    trouble,
  },
  promises: { ours: promiseOurs, theirs: promiseTheirs },
  dueDate,
};
