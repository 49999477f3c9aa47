import { type BriefLanguage, briefLanguages } from '../prompts/language';
import { fail } from './say';

/** @returns the language of a command's option; English without one. Ends the command on others. */
export function languageOf(code: string | undefined): BriefLanguage {
  const known = briefLanguages.find((language) => language === (code ?? 'en'));
  return known ?? fail(`--language "${code}" is none of ${briefLanguages.join(', ')}.`);
}
