import type { Settings } from './settings';

const loopback = new Set(['127.0.0.1', 'localhost', '[::1]']);

function originOf(address: string): string | null {
  return URL.canParse(address) ? new URL(address).origin : null;
}

/** Whether the chosen reader stays on this device and the memory server. */
function staysHome({ model, connection }: Settings): boolean {
  switch (model.use) {
    case 'basic':
    case 'chrome':
    case 'hindsight':
      return true;
    case 'groq':
      return false;
    case 'openai_compatible': {
      const origin = originOf(model.openaiBaseUrl);
      if (origin === null) return false;
      return loopback.has(new URL(origin).hostname) || origin === originOf(connection.baseUrl);
    }
  }
}

/**
 * The settings that the background acts on. Where the rep keeps everything on the device and the
 * memory server, a reader anywhere else is none: the basic one stands in, and no key or address of
 * another is left to be used by mistake.
 */
export function withinReach(settings: Settings): Settings {
  if (!settings.onDeviceOnly) return settings;
  const stays = staysHome(settings);
  return {
    ...settings,
    model: {
      ...settings.model,
      use: stays ? settings.model.use : 'basic',
      groqApiKey: '',
      ...(stays && settings.model.use === 'openai_compatible'
        ? {}
        : { openaiApiKey: '', openaiBaseUrl: '' }),
    },
  };
}

/** @returns the origins that the background may send anything to, as the settings are. */
export function originsOf(settings: Settings): string[] {
  const { connection, model } = withinReach(settings);
  const addresses = [
    connection.baseUrl,
    model.use === 'groq' ? 'https://api.groq.com' : '',
    model.use === 'openai_compatible' ? model.openaiBaseUrl : '',
  ];
  return [...new Set(addresses.map(originOf).filter((origin) => origin !== null))];
}
