import type { ExtensionMessage, GetDataType, GetReturnType } from '@webext-core/messaging';
import { browser } from 'wxt/browser';
import type { z } from 'zod';
import { googleCalendarHosts, outlookHosts } from '../../lib/detect/calendars';
import { onMessage, type ProtocolMap } from '../../lib/messages';
import { hostOf, type Origin, originOf, type Sender } from '../../lib/sender';

/** Who may send a message. What only a calendar shows is taken from scripts on calendars alone. */
type From = Origin | 'calendar';

type Kind = keyof ProtocolMap;

/** A message with its data checked and its sender known. */
interface Delivery<K extends Kind> {
  data: GetDataType<ProtocolMap[K]>;
  sender: ExtensionMessage['sender'];
}

/** Sample pages on this machine imitate calendars, in builds that read them at all. */
const calendarHosts = [
  ...googleCalendarHosts,
  ...outlookHosts,
  ...(import.meta.env.WXT_SAMPLES === '1' ? ['127.0.0.1'] : []),
];

/** Says whether a message comes from a script on a calendar, by what the browser says. */
export function isOnCalendar(sender: Sender): boolean {
  return calendarHosts.includes(hostOf(sender) ?? '');
}

function isFrom(sender: Sender, from: From): boolean {
  const self = { id: browser.runtime.id, origin: new URL(browser.runtime.getURL('')).origin };
  const origin = originOf(sender, self);
  return from === 'calendar' ? origin === 'content' && isOnCalendar(sender) : origin === from;
}

/**
 * Answers one kind of message, from one kind of sender, with data that fits its schema.
 *
 * @throws (to the sender) where the sender may not send it or the data doesn't fit; the handler
 * never sees such a message.
 */
export function answer<K extends Kind>(
  kind: K,
  from: From,
  schema: z.ZodType<GetDataType<ProtocolMap[K]>>,
  handler: (
    delivery: Delivery<K>,
  ) => GetReturnType<ProtocolMap[K]> | Promise<GetReturnType<ProtocolMap[K]>>,
): void {
  onMessage(kind, ((message: Delivery<K>) => {
    if (!isFrom(message.sender, from)) throw new Error(`"${kind}" isn't yours to send.`);
    const data = schema.safeParse(message.data);
    if (!data.success) throw new Error(`"${kind}" came with data that doesn't fit.`);
    return handler({ data: data.data, sender: message.sender });
    // biome-ignore lint/suspicious/noExplicitAny: the library's own handler type can't be named from here
  }) as any);
}
