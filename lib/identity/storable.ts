/** What stands in the place of signs that no text needs, but whoever pastes from documents may have. */
const instead: Record<string, string> = {
  '\t': '\t',
  '\n': '\n',
  '\r': '\r',
  '\v': '\n',
  '\f': '\n',
  '\u0085': '\n',
  '\0': '\uFFFD',
};

/**
 * @returns text that every database takes, and that Hindsight keeps as it is: the null character and
 * halves of a character, which Postgres has no place for, become the sign for an unreadable one; of the
 * other control characters, which the server takes out, those that end a line do, and the rest go.
 */
export function storable(text: string): string {
  return text.toWellFormed().replace(/\p{Cc}/gu, (sign) => instead[sign] ?? '');
}
