import type { ProtocolMap } from '../../lib/messages';
import { hear } from './hear';

type What = Parameters<ProtocolMap['changed']>[0];

const listeners = new Set<(what: What) => void>();

function tell(what: What): void {
  for (const listener of listeners) listener(what);
}

/** Messaging takes one listener per kind and page; this one hands on to all who asked. */
hear('changed', tell);

/** Has everything on this page that rests on memory read anew. */
export const readAnew = (): void => tell('memory');

/** Calls `listener` whenever the background says that something changed. @returns how to stop. */
export function onChange(listener: (what: What) => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
