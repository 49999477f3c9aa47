import type { BriefLanguage } from '../../prompts/language';
import { english, type Wording } from './english';
import { german } from './german';
import { spanish } from './spanish';

export type { Wording } from './english';

const wordings: Partial<Record<BriefLanguage, Wording>> = { en: english, de: german, es: spanish };

/** @returns the sentences of a language; English ones where code composes none in it. */
export function wordingOf(language: BriefLanguage = 'en'): Wording {
  return wordings[language] ?? english;
}
