import { v7 } from 'uuid';

/**
 * @returns the id of a new log, made here and not by the server, so that a second attempt is
 * recognised as the same log. A UUID of version 7: it sorts by when it was made.
 */
export function newId(): string {
  return v7();
}

/** Ids that may come from outside: they go into addresses, so no sign in them means anything there. */
export const safeId = /^[\w][\w.@:+~-]{0,199}$/;
