import type { ProtocolMap } from '../../lib/messages';
import { hear } from './hear';

type Wait = Parameters<ProtocolMap['modelWait']>[0];

const listeners = new Set<(wait: Wait) => void>();

/** Messaging takes one listener per kind and page; this one hands on to all who asked. */
hear('modelWait', (wait) => {
  for (const listener of listeners) listener(wait);
});

/** Calls `listener` whenever a model asks to wait. @returns how to stop. */
export function onModelWait(listener: (wait: Wait) => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
