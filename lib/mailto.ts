/** Longest link that mail programs take everywhere (characters): Windows hands over some 2,000. */
export const longestMailto = 1_900;

/**
 * @param to an address, or nothing
 * @returns a link that opens the rep's own mail program with the mail in it, whatever the texts hold:
 * half a character, which no link can, becomes the sign for an unreadable one. Nothing is sent by us.
 */
export function mailto(to: string, subject: string, body: string): string {
  const part = (text: string) => encodeURIComponent(text.toWellFormed());
  // The address stands as it is, but for what would begin another part of the link.
  return `mailto:${part(to).replace('%40', '@')}?subject=${part(subject)}&body=${part(body)}`;
}
