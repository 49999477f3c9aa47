import type { FollowUp } from './types';

/** Longest link that mail programs take everywhere, in characters. */
const longestLink = 1_900;

/**
 * @returns a link that opens the rep's own mail program with the mail in it; null where the text is
 * longer than such links may be. Nothing is sent by us.
 */
export function mailtoOf(
  { prospect }: Pick<FollowUp, 'prospect'>,
  subject: string,
  text: string,
): string | null {
  // The address stands as it is, but for what would begin another part of the link.
  const to = encodeURIComponent(prospect.email ?? '').replace('%40', '@');
  const body = encodeURIComponent(text.replace(/\r?\n/g, '\r\n'));
  const link = `mailto:${to}?subject=${encodeURIComponent(subject)}&body=${body}`;
  return link.length > longestLink ? null : link;
}
