import { onMessage, type ProtocolMap } from '../../lib/messages';

type What = Parameters<ProtocolMap['changed']>[0];

const listeners = new Set<(what: What) => void>();

/** Messaging takes one listener per kind and page; this one hands on to all who asked. */
onMessage('changed', ({ data }) => {
  for (const listener of listeners) listener(data);
});

/** Calls `listener` whenever the background says that something changed. @returns how to stop. */
export function onChange(listener: (what: What) => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
