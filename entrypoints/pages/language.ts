import { direction, locale } from '../../lib/i18n';

/** Says in which language the page's words are, and in which direction they are read. */
export function showLanguage(): void {
  document.documentElement.lang = locale();
  document.documentElement.dir = direction();
}
