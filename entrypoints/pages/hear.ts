import type { ExtensionMessage, GetDataType } from '@webext-core/messaging';
import { onMessage, type ProtocolMap } from '../../lib/messages';
import { originOf } from '../../lib/sender';

/** What the background says to the extension's pages. */
type Kind = 'changed' | 'modelWait' | 'pageShown';

/**
 * Hears a kind of message that the background sends, as the only listener of its page. A script on a
 * web page reaches every page of the extension, too; what it says here is not heard.
 *
 * @returns what ends that
 */
export function hear<K extends Kind>(
  kind: K,
  listener: (data: GetDataType<ProtocolMap[K]>) => void,
): () => void {
  return onMessage(kind, ((message: {
    data: GetDataType<ProtocolMap[K]>;
    sender: ExtensionMessage['sender'];
  }) => {
    const self = { id: chrome.runtime.id, origin: location.origin };
    if (originOf(message.sender, self) === 'page') listener(message.data);
    // biome-ignore lint/suspicious/noExplicitAny: the library's own handler type can't be named from here
  }) as any);
}
