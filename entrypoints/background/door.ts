import type { ExtensionMessage, GetDataType, GetReturnType } from '@webext-core/messaging';
import { browser } from 'wxt/browser';
import type { z } from 'zod';
import { onMessage, type ProtocolMap } from '../../lib/messages';

/** Who may send a message: a script on a web page, or one of our own pages. */
type Origin = 'content' | 'page';

type Kind = keyof ProtocolMap;

/** A message with its data checked and its sender known. */
interface Delivery<K extends Kind> {
  data: GetDataType<ProtocolMap[K]>;
  sender: ExtensionMessage['sender'];
}

/**
 * Tells our own pages from scripts on web pages by the address that the browser vouches for. Having
 * a tab says nothing: the options page lives in one too.
 *
 * @returns null for everybody else, other extensions included.
 */
export function originOf(
  sender: { id?: string; url?: string; origin?: string; tab?: unknown },
  self: { id: string; origin: string },
): Origin | null {
  if (sender.id !== self.id) return null;
  const from = sender.origin ?? (sender.url === undefined ? null : originOfUrl(sender.url));
  if (from === self.origin) return 'page';
  return sender.tab === undefined ? null : 'content';
}

function originOfUrl(url: string): string | null {
  return URL.canParse(url) ? new URL(url).origin : null;
}

/**
 * Answers one kind of message, from one kind of sender, with data that fits its schema.
 *
 * @throws (to the sender) where the sender may not send it or the data doesn't fit; the handler
 * never sees such a message.
 */
export function answer<K extends Kind>(
  kind: K,
  from: Origin,
  schema: z.ZodType<GetDataType<ProtocolMap[K]>>,
  handler: (
    delivery: Delivery<K>,
  ) => GetReturnType<ProtocolMap[K]> | Promise<GetReturnType<ProtocolMap[K]>>,
): void {
  const self = { id: browser.runtime.id, origin: new URL(browser.runtime.getURL('')).origin };
  onMessage(kind, ((message: Delivery<K>) => {
    if (originOf(message.sender, self) !== from) throw new Error(`"${kind}" isn't yours to send.`);
    const data = schema.safeParse(message.data);
    if (!data.success) throw new Error(`"${kind}" came with data that doesn't fit.`);
    return handler({ data: data.data, sender: message.sender });
    // biome-ignore lint/suspicious/noExplicitAny: the library's own handler type can't be named from here
  }) as any);
}
