import type { OutboxItemView } from './messages';
import type { Settings } from './settings';

/** What the pages know about how things are. */
export interface Circumstances {
  version: string;
  /** The browser, as it names itself. */
  agent: string;
  settings: Settings;
  /** Host patterns that the rep allowed. */
  origins: readonly string[];
  outbox: readonly OutboxItemView[];
  /** What the memory server answered, or why it didn't: a reason and never its words. */
  memory: { ok: true; version: string | null } | { ok: false; reason: string };
  hasChromeModel: boolean;
}

/** @returns whether something secret or personal is set, and nothing of it. */
const isSet = (text: string) => (text === '' ? 'not set' : 'set');

/** @returns where an address points, without the address: it may name the rep's company. */
function placeOf(address: string): string {
  if (address === '') return 'not set';
  if (!URL.canParse(address)) return 'not an address';
  const { protocol, hostname } = new URL(address);
  const local = hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]';
  return `${protocol}//${local ? 'this machine' : '(another machine)'}`;
}

/**
 * @returns what is set up and what works, as lines of text for whoever helps. It holds no key, no
 * address and nothing that anybody said: only what is known of the extension itself.
 */
export function diagnosticsOf(given: Circumstances): string {
  const { settings, outbox, memory } = given;
  const { connection, model } = settings;
  const states = { waiting: 0, sending: 0, needs_you: 0 };
  for (const { state } of outbox) states[state] += 1;
  return [
    `SalesMemory ${given.version}`,
    given.agent,
    `memory: ${placeOf(connection.baseUrl)}, key ${isSet(connection.apiKey)}`,
    memory.ok
      ? `memory answers, version ${memory.version ?? 'unknown'}`
      : `memory: ${memory.reason}`,
    `reader: ${model.use}, Groq key ${isSet(model.groqApiKey)}, Groq model ${model.groqModel}`,
    `own model: ${placeOf(model.openaiBaseUrl)}, key ${isSet(model.openaiApiKey)}`,
    `Chrome’s model: ${given.hasChromeModel ? 'there' : 'not there'}`,
    `rep ${isSet(settings.rep)}, own addresses ${settings.ownAddresses.length}, own domains ${settings.ownDomains.length}`,
    `auto-open ${settings.autoOpen}, chip ${settings.chip}, badge ${settings.badge}, theme ${settings.theme}`,
    `allowed hosts beyond the built-in ones: ${given.origins.length}`,
    `outbox: ${states.waiting} waiting, ${states.sending} sending, ${states.needs_you} need the rep`,
  ].join('\n');
}
