import type { ModelSettings } from '../settings';
import { type ChromeLanguageModel, chromeModel } from './chrome';
import { groqModel } from './groq';
import { type AskReflect, hindsightModel } from './hindsight';
import { openAiCompatibleModel } from './openai-compatible';
import type { Model } from './port';
import { withRedaction } from './redact';

/** What some models need besides settings. */
export interface ModelSurroundings {
  /** The memory server's `reflect`, and the tags of the prospect. */
  reflect: AskReflect;
  tags: string[];
  /** The browser's own model, where it has one. */
  languageModel?: ChromeLanguageModel;
}

/**
 * @returns the model that the rep chose, or null for the basic reader. One that is neither on the
 * device nor the memory server's own sees no addresses and numbers where the rep wants it so.
 */
export function chooseModel(settings: ModelSettings, around: ModelSurroundings): Model | null {
  const model = chosen(settings, around);
  const elsewhere = settings.use === 'groq' || settings.use === 'openai_compatible';
  return model && elsewhere && settings.redact ? withRedaction(model) : model;
}

function chosen(
  settings: ModelSettings,
  { reflect, tags, languageModel }: ModelSurroundings,
): Model | null {
  switch (settings.use) {
    case 'basic':
      return null;
    case 'groq':
      return groqModel({ apiKey: settings.groqApiKey, model: settings.groqModel });
    case 'chrome':
      return chromeModel(languageModel);
    case 'hindsight':
      return hindsightModel(reflect, tags);
    case 'openai_compatible':
      return openAiCompatibleModel({
        baseUrl: settings.openaiBaseUrl,
        apiKey: settings.openaiApiKey,
        model: settings.openaiModel,
      });
  }
}
