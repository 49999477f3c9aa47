import { type BriefLanguage, briefLanguages } from '../prompts/language';
import { locale } from './i18n';
import type { ModelSettings } from './settings-shape';

/** @returns the language that the screen's own words are in. */
export function screenLanguage(): BriefLanguage {
  return briefLanguages.find((language) => locale().startsWith(language)) ?? 'en';
}

/** @returns what briefs, the week and mails are written in: as the rep set it, else as the screen. */
export function briefLanguageOf({ language }: Pick<ModelSettings, 'language'>): BriefLanguage {
  return language === 'auto' ? screenLanguage() : language;
}
