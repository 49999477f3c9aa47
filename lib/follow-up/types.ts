import type { BriefLanguage } from '../../prompts/language';
import type { Claim, ReaderName } from '../brief/types';
import type { Prospect } from '../identity/prospect';
import type { Tone } from './tone';

/** A mail after a call, for the rep to read, change and send themselves. */
export interface FollowUp {
  prospect: Prospect;
  reader: ReaderName;
  tone: Tone;
  language: BriefLanguage;
  /** Who writes it. */
  rep: string;
  subject: string;
  text: string;
  /** The sentences of the text that say something about the deal, with the words they rest on. */
  claims: Claim[];
  /** Sentences of a model left out because no log bears them out. */
  dropped: number;
}
