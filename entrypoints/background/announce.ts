import { sendMessage } from '../../lib/messages';
import { knownChanged } from './known';

/** Tells the open pages of the extension what changed. Nobody listening is no failure. */
export function announce(what: 'page' | 'memory' | 'outbox' | 'due' | 'sites'): void {
  if (what === 'memory') knownChanged();
  sendMessage('changed', what).catch(() => undefined);
}
