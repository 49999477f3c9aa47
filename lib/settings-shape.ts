import { z } from 'zod';
import { languageChoices } from '../prompts/language';
import { tones } from './follow-up/tone';

/** A text that may be empty. */
const line = z.string().trim().catch('').default('');
/** A text that mustn't. */
const lineOr = (usual: string) => z.string().trim().min(1).catch(usual).default(usual);

/** How to reach the memory server. `apiKey` may be empty where the server asks for none. */
export const connectionSchema = z.object({
  baseUrl: line,
  apiKey: line,
  bank: lineOr('salesmemory'),
});
export type Connection = z.infer<typeof connectionSchema>;

export const readerChoices = ['basic', 'groq', 'chrome', 'hindsight', 'openai_compatible'] as const;

/** Which model reads the memories, and the keys it needs. */
export const modelSettingsSchema = z.object({
  use: z.enum(readerChoices).catch('basic').default('basic'),
  groqApiKey: line,
  groqModel: lineOr('openai/gpt-oss-120b'),
  openaiBaseUrl: line,
  openaiApiKey: line,
  openaiModel: line,
  /** Addresses and numbers are taken out of what a model elsewhere is asked (`models/redact.ts`). */
  redact: z.boolean().catch(false).default(false),
  /** What briefs, the week and mails are written in; quotes stay in the language of the log. */
  language: z.enum(languageChoices).catch('auto').default('auto'),
});
export type ModelSettings = z.infer<typeof modelSettingsSchema>;

/** When the rep is reminded of the weekly digest: weekday (0 is Sunday) and hour, in local time. */
export const reminderSchema = z.object({
  on: z.boolean().default(false),
  weekday: z.int().min(0).max(6).default(1),
  hour: z.int().min(0).max(23).default(8),
});

/** Whether a meeting is told of before it begins, and how many minutes. */
export const noticeSchema = z.object({
  on: z.boolean().default(false),
  minutes: z.int().min(1).max(240).default(30),
});

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
  digestReminder: reminderSchema.catch(reminderSchema.parse({})).default(reminderSchema.parse({})),
  notice: noticeSchema.catch(noticeSchema.parse({})).default(noticeSchema.parse({})),
  /** How mails after a call are worded. */
  tone: z.enum(tones).catch('plain').default('plain'),
  /** The chip on the page. */
  chip: z.boolean().catch(true).default(true),
  /** Nothing goes anywhere but to the memory server, whatever reader is chosen (`reach.ts`). */
  onDeviceOnly: z.boolean().catch(false).default(false),
  /** Keys are forgotten when the browser closes (`secrets.ts`). */
  keysForSession: z.boolean().catch(false).default(false),
  /** A number on the icon while a meeting that ended has no log. */
  badge: z.boolean().catch(true).default(true),
  /** The first steps were taken or skipped. */
  firstRunDone: z.boolean().catch(false).default(false),
  theme: z.enum(['system', 'light', 'dark']).catch('system').default('system'),
});
export type Settings = z.infer<typeof settingsSchema>;

/** Settings as they are before the rep has said anything. */
export const defaultSettings: Settings = settingsSchema.parse({});
