import { screenLanguage } from '../../lib/brief-language';
import { type Wording, wordingOf } from '../../lib/wording';

/** @returns the words for topics and rules that the screen itself says. For parts that load late. */
export function screenWording(): Wording {
  return wordingOf(screenLanguage());
}
