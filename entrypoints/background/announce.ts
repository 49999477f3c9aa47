import { sendMessage } from '../../lib/messages';

/** Tells the open pages of the extension what changed. Nobody listening is no failure. */
export function announce(what: 'page' | 'memory' | 'outbox' | 'due' | 'sites'): void {
  sendMessage('changed', what).catch(() => undefined);
}
