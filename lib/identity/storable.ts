/**
 * @returns text that every database takes, and that Hindsight keeps as it is: the null character and
 * halves of a character, which Postgres has no place for, become the sign for an unreadable one; of the
 * other control characters, which the server takes out, those that end a line do, and the rest go.
 */
export function storable(text: string): string {
  return text
    .toWellFormed()
    .replaceAll('\0', '\uFFFD')
    .replace(/[\v\f\x85]/g, '\n')
    .replace(/[^\P{Cc}\t\n\r]/gu, '');
}
