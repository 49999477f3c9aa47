import { z } from 'zod';
import type { Settings } from './settings-shape';

/** The keys of the settings, where they are kept apart from them: for this session of the browser. */
const secretsSchema = z.object({
  apiKey: z.string().catch(''),
  groqApiKey: z.string().catch(''),
  openaiApiKey: z.string().catch(''),
});
export type Secrets = z.infer<typeof secretsSchema>;

/** @returns the keys that settings hold. */
export function secretsOf({ connection, model }: Settings): Secrets {
  const { groqApiKey, openaiApiKey } = model;
  return { apiKey: connection.apiKey, groqApiKey, openaiApiKey };
}

const none: Secrets = { apiKey: '', groqApiKey: '', openaiApiKey: '' };

/** @returns settings without any key: what may be stored, shown in a report, or exported. */
export function withoutSecrets(settings: Settings): Settings {
  return withSecrets(settings, none);
}

/** @returns settings with the keys that were kept apart; unreadable ones count as none. */
export function withSecrets(settings: Settings, kept: unknown): Settings {
  const { apiKey, groqApiKey, openaiApiKey } = secretsSchema.catch(none).parse(kept ?? none);
  return {
    ...settings,
    connection: { ...settings.connection, apiKey },
    model: { ...settings.model, groqApiKey, openaiApiKey },
  };
}
