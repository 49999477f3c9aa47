import { t } from '../../lib/i18n';
import type { UpNext } from '../../lib/upnext/meetings';

/** Puts a notice of a meeting into words. Whom its title alone names is a guess, and is said to be one. */
export function noticeOf(
  { title, people, how }: UpNext,
  minutes: number,
): { title: string; message: string } {
  const names = people.map(({ name }) => name).join(', ');
  return how === 'title'
    ? { title: t('up_next_notice', title, minutes), message: `${names} (${t('up_next_by_title')})` }
    : { title: t('up_next_notice', names, minutes), message: title };
}
