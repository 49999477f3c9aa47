import { longestMailto, mailto } from '../mailto';
import type { FollowUp } from './types';

/**
 * @returns a link that opens the rep's own mail program with the mail in it; null where the text is
 * longer than such links may be. Nothing is sent by us.
 */
export function mailtoOf(
  { prospect }: Pick<FollowUp, 'prospect'>,
  subject: string,
  text: string,
): string | null {
  const link = mailto(prospect.email ?? '', subject, text.replace(/\r?\n/g, '\r\n'));
  return link.length > longestMailto ? null : link;
}
