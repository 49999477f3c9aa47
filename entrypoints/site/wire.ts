import type { GetDataType, GetReturnType } from '@webext-core/messaging';
import type { ProtocolMap } from '../../lib/messages';

/**
 * The messaging of `lib/messages` in the few lines that a page needs: the library would be a quarter
 * of a script that is loaded into every page of a site. Same envelope, same types.
 */
type Kind = keyof ProtocolMap;

interface Envelope {
  type: Kind;
  data: unknown;
}

/** Asks the background. @throws where it isn't there or refuses. */
export async function send<K extends Kind>(
  type: K,
  data: GetDataType<ProtocolMap[K]>,
): Promise<GetReturnType<ProtocolMap[K]>> {
  const answer = await chrome.runtime.sendMessage({ type, data, timestamp: Date.now() });
  // Why it refuses, nobody here could tell the rep.
  if (!answer || answer.err) throw new Error();
  return answer.res;
}

/** Hears messages of the background; an answer is for nobody. @returns what ends that. */
export function hear(
  listeners: { [K in Kind]?: (data: GetDataType<ProtocolMap[K]>) => void },
): () => void {
  const listener = ({ type, data }: Envelope) => listeners[type]?.(data as never);
  chrome.runtime.onMessage.addListener(listener);
  return () => chrome.runtime.onMessage.removeListener(listener);
}
