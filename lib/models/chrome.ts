import type { PromptMessage } from '../../prompts/brief';
import { type Model, type ModelAnswer, ModelError } from './port';

/** Whether Chrome's model is there; `downloadable` means that it would first be fetched. */
export type ChromeAvailability = 'unavailable' | 'downloadable' | 'downloading' | 'available';

interface Languages {
  expectedInputs: { type: 'text'; languages: string[] }[];
  expectedOutputs: { type: 'text'; languages: string[] }[];
}

interface ChromeSession {
  prompt(
    input: string,
    options: { responseConstraint: Record<string, unknown>; signal: AbortSignal },
  ): Promise<string>;
  destroy(): void;
}

/** The part of the global `LanguageModel` that is used; types for it don't ship with TypeScript. */
export interface ChromeLanguageModel {
  availability(options: Languages): Promise<ChromeAvailability>;
  create(
    options: Languages & { initialPrompts: PromptMessage[]; signal: AbortSignal },
  ): Promise<ChromeSession>;
}

/** Asking about a model without naming the languages makes Chrome warn, and may answer otherwise. */
const languages: Languages = {
  expectedInputs: [{ type: 'text', languages: ['en'] }],
  expectedOutputs: [{ type: 'text', languages: ['en'] }],
};

/** Memories that fit beside the rubric in a model that runs on a laptop, in tokens. */
export const chromeMemoryTokens = 2_500;
const usualTimeoutMs = 60_000;

/** @returns the browser's own model, or undefined where this browser has none. */
export function chromeLanguageModel(): ChromeLanguageModel | undefined {
  return (globalThis as { LanguageModel?: ChromeLanguageModel }).LanguageModel;
}

/** @returns whether Chrome's model can be used. Never starts its download of several gigabytes. */
export async function chromeAvailability(
  languageModel = chromeLanguageModel(),
): Promise<ChromeAvailability> {
  try {
    return (await languageModel?.availability(languages)) ?? 'unavailable';
  } catch {
    return 'unavailable';
  }
}

const notThere: Record<Exclude<ChromeAvailability, 'available'>, string> = {
  unavailable: 'This browser or machine has no built-in model.',
  downloadable: 'Chrome has not downloaded its model yet.',
  downloading: 'Chrome is still downloading its model.',
};

/** Chrome's built-in model: on the device, no key, nothing leaves the machine. */
export function chromeModel(
  languageModel = chromeLanguageModel(),
  timeoutMs = usualTimeoutMs,
): Model {
  return {
    name: 'chrome',
    memoryTokens: chromeMemoryTokens,
    async complete({ messages, schema, signal }): Promise<ModelAnswer> {
      const began = performance.now();
      const availability = await chromeAvailability(languageModel);
      if (!languageModel || availability !== 'available') {
        const detail = notThere[availability === 'available' ? 'unavailable' : availability];
        throw new ModelError('chrome', 'unavailable', { detail });
      }
      const limit = AbortSignal.timeout(timeoutMs);
      const both = AbortSignal.any([signal, limit]);
      const last = messages.at(-1)?.content ?? '';
      let session: ChromeSession | undefined;
      try {
        both.throwIfAborted();
        session = await languageModel.create({
          ...languages,
          initialPrompts: messages.slice(0, -1),
          signal: both,
        });
        const text = await session.prompt(last, { responseConstraint: schema, signal: both });
        if (text.trim() === '') throw new ModelError('chrome', 'empty');
        return {
          text,
          usage: null,
          ms: Math.round(performance.now() - began),
          model: 'chrome-built-in',
        };
      } catch (error) {
        if (error instanceof ModelError) throw error;
        const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
        const reason = signal.aborted ? 'aborted' : limit.aborted ? 'timeout' : 'unavailable';
        throw new ModelError('chrome', reason, { detail, cause: error });
      } finally {
        session?.destroy();
      }
    },
  };
}
