import type { Claim, ReaderName } from '../brief/types';
import type { Prospect } from '../identity/prospect';
import type { Interaction } from '../interaction';
import type { Stretch } from '../recall/fit';

/** A log that may answer the question, as the screen shows it. */
export interface Passage {
  memory: Interaction;
  /** What of the log is shown: all of it, or the part around the words that fit. */
  shown: Stretch;
  /** Words in the log that the question asks about, in order. */
  marks: Stretch[];
}

/** What memory says to a question. Computed anew each time, never stored. */
export interface Reply {
  question: string;
  /** Whom it was asked about; nobody where about all deals. */
  people: Prospect[];
  reader: ReaderName;
  /** False: nothing that is remembered answers it. */
  found: boolean;
  /** The answer in sentences, each with its sources; none by the basic reader. */
  sentences: Claim[];
  /** Logs that answer it, the best first. */
  passages: Passage[];
  /** Every log that the answer could rest on, what a model is given. */
  memories: Interaction[];
  /** Sentences left out because their source or quote didn't hold, by reason. */
  dropped: { count: number; reasons: Record<string, number> };
  /** What the reader has to say about itself, e.g. why there is no model's answer. */
  notes: string[];
}
