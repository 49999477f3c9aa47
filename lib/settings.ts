import { storage } from 'wxt/utils/storage';
import { z } from 'zod';

/** How to reach the memory server. `apiKey` may be empty where the server asks for none. */
export const connectionSchema = z.object({
  baseUrl: z.string().trim().default(''),
  apiKey: z.string().trim().default(''),
  bank: z.string().trim().min(1).default('salesmemory'),
});
export type Connection = z.infer<typeof connectionSchema>;

export const readerChoices = ['basic', 'groq', 'chrome', 'hindsight', 'openai_compatible'] as const;

/** Which model reads the memories, and the keys it needs. */
export const modelSettingsSchema = z.object({
  use: z.enum(readerChoices).default('basic'),
  groqApiKey: z.string().trim().default(''),
  groqModel: z.string().trim().min(1).default('openai/gpt-oss-120b'),
  openaiBaseUrl: z.string().trim().default(''),
  openaiApiKey: z.string().trim().default(''),
  openaiModel: z.string().trim().default(''),
});
export type ModelSettings = z.infer<typeof modelSettingsSchema>;

/**
 * Everything the rep can set. A field that is missing or broken falls back to its default, so that
 * an older or damaged store never keeps the extension from starting.
 */
export const settingsSchema = z.object({
  connection: connectionSchema
    .catch(connectionSchema.parse({}))
    .default(connectionSchema.parse({})),
  model: modelSettingsSchema
    .catch(modelSettingsSchema.parse({}))
    .default(modelSettingsSchema.parse({})),
  /** Name that each log carries as its rep. */
  rep: z.string().trim().max(200).catch('').default(''),
  /** The rep's own addresses and domains: never prospects. */
  ownAddresses: z.array(z.string().trim().toLowerCase()).catch([]).default([]),
  ownDomains: z.array(z.string().trim().toLowerCase()).catch([]).default([]),
  /** Opening an invite opens the panel by itself. */
  autoOpen: z.boolean().catch(true).default(true),
  /** The chip on the page. */
  chip: z.boolean().catch(true).default(true),
});
export type Settings = z.infer<typeof settingsSchema>;

/** Settings as they are before the rep has said anything. */
export const defaultSettings: Settings = settingsSchema.parse({});

const item = storage.defineItem<unknown>('local:settings', { version: 1, fallback: {} });

const parse = (stored: unknown): Settings =>
  settingsSchema.catch(defaultSettings).parse(stored ?? {});

/** @returns the settings as stored, each missing or broken field at its default. */
export async function loadSettings(): Promise<Settings> {
  return parse(await item.getValue());
}

/**
 * Changes the named settings and leaves the others as they are.
 *
 * @throws ZodError where a value is not of its setting's type; nothing is stored then.
 */
export async function saveSettings(patch: Partial<Settings>): Promise<void> {
  await item.setValue(settingsSchema.parse({ ...(await loadSettings()), ...patch }));
}

/** Calls `onChange` with the new settings at each change. @returns how to stop. */
export function watchSettings(onChange: (settings: Settings) => void): () => void {
  return item.watch((stored) => onChange(parse(stored)));
}
