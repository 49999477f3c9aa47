import { diagnosticsOf } from '../../lib/diagnostics';
import { sendMessage } from '../../lib/messages';
import { loadSettings } from '../../lib/settings';
import { asked } from '../pages/ask';

/** @returns what is set up and what works, as text without a secret. */
export async function diagnose(): Promise<string> {
  const settings = await loadSettings();
  const [outbox, memory, { origins = [] }] = await Promise.all([
    asked(sendMessage('outbox', undefined)),
    asked(sendMessage('testConnection', settings.connection)),
    chrome.permissions.getAll(),
  ]);
  const { version, host_permissions: builtIn = [] } = chrome.runtime.getManifest();
  return diagnosticsOf({
    version,
    agent: navigator.userAgent,
    settings,
    origins: origins.filter((origin) => !builtIn.includes(origin)),
    outbox: Array.isArray(outbox) ? outbox : [],
    memory: memory.ok
      ? { ok: true, version: memory.version }
      : { ok: false, reason: memory.reason },
    hasChromeModel: 'LanguageModel' in globalThis,
  });
}
