import { onMessage, type ProtocolMap } from '../../lib/messages';

type Wait = Parameters<ProtocolMap['modelWait']>[0];

const listeners = new Set<(wait: Wait) => void>();

/** Messaging takes one listener per kind and page; this one hands on to all who asked. */
onMessage('modelWait', ({ data }) => {
  for (const listener of listeners) listener(data);
});

/** Calls `listener` whenever a model asks to wait. @returns how to stop. */
export function onModelWait(listener: (wait: Wait) => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
