/** Languages that a model can be asked to write risk and advice in, as ISO 639-1 codes. */
export const briefLanguages = ['en', 'de', 'es', 'fr', 'it', 'nl', 'pt'] as const;
export type BriefLanguage = (typeof briefLanguages)[number];

/** What the rep can choose: one of them, or that of the screen. */
export const languageChoices = ['auto', ...briefLanguages] as const;
export type LanguageChoice = (typeof languageChoices)[number];

/** How a prompt calls them. */
export const languageNames: Record<BriefLanguage, string> = {
  en: 'English',
  de: 'German',
  es: 'Spanish',
  fr: 'French',
  it: 'Italian',
  nl: 'Dutch',
  pt: 'Portuguese',
};
