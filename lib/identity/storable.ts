/**
 * @returns text that every database takes: the null character and halves of a character, which
 * Postgres has no place for, become the sign for an unreadable one.
 */
export function storable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\uFFFD');
}
