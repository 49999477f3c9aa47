import { browser } from 'wxt/browser';
import { z } from 'zod';
import type { BriefInput } from '../../lib/brief/compose';
import type { Brief } from '../../lib/brief/types';
import { briefLanguageOf } from '../../lib/brief-language';
import { t } from '../../lib/i18n';
import { prospectKey } from '../../lib/identity/key';
import { type Prospect, prospectSchema } from '../../lib/identity/prospect';
import type { Interaction } from '../../lib/interaction';
import { personTag } from '../../lib/memory/tags';
import {
  type Answer,
  type Failure,
  type ModelServer,
  type ModelsThere,
  sendMessage,
} from '../../lib/messages';
import { chooseModel } from '../../lib/models/choose';
import { listGroqModels } from '../../lib/models/groq';
import { listOpenAiModels } from '../../lib/models/openai-compatible';
import { ModelError } from '../../lib/models/port';
import { readWithModel } from '../../lib/models/read';
import { successorOf } from '../../lib/models/successor';
import {
  defaultSettings,
  loadSettings,
  type ModelSettings,
  saveSettings,
} from '../../lib/settings';
import { readFor } from './briefs';
import { answer } from './door';
import { failureOf, memoryOfSettings } from './memory';
import { settingsRead } from './settings';

/** What a model's brief rests on: as long as none of it changes, asking again brings nothing. */
function fingerprintOf(history: Interaction[], { use, ...chosen }: ModelSettings): string {
  const names = [use, chosen.groqModel, chosen.openaiBaseUrl, chosen.openaiModel, chosen.language];
  const day = new Date().toISOString().slice(0, 10);
  return JSON.stringify([day, names, history.map(({ id, summary }) => [id, summary.length])]);
}

interface Kept {
  fingerprint: string;
  brief: Brief;
}

const keyOf = (prospect: Prospect) => `model-brief:${prospectKey(prospect)}`;

/** The last brief of a model, for this session of the browser only. */
async function keptBrief(prospect: Prospect): Promise<Kept | undefined> {
  const key = keyOf(prospect);
  return (await browser.storage.session.get(key))[key] as Kept | undefined;
}

const underWay = new Map<string, Promise<Brief>>();

async function ask(input: BriefInput, settings: ModelSettings): Promise<Brief> {
  const { prospect } = input;
  const memory = await memoryOfSettings();
  const model = chooseModel(settings, { reflect: memory.reflect, tags: [personTag(prospect)] });
  if (!model) throw new Error('the basic reader is no model');
  return readWithModel(model, input, {
    language: briefLanguageOf(settings),
    // Nobody listening is no failure.
    onWait: (seconds) =>
      void sendMessage('modelWait', { key: prospectKey(prospect), seconds }).catch(() => undefined),
    // Nobody waits for ever: each model has a time-out of its own.
    signal: new AbortController().signal,
    recall: (question) => memory.recall(question, prospect, 50),
  });
}

async function modelBriefOf(prospect: Prospect): Promise<Answer<{ brief: Brief }> | null> {
  const { model } = await settingsRead();
  // Chrome's own model lives in pages only; the panel asks it itself.
  if (model.use === 'basic' || model.use === 'chrome') return null;
  try {
    // The basic brief was made of the same: nothing is read twice for the two.
    const [{ history, colleagues }, kept] = await Promise.all([
      readFor(prospect),
      keptBrief(prospect),
    ]);
    if (history.length === 0) return null;
    const fingerprint = fingerprintOf(history, model);
    if (kept?.fingerprint === fingerprint) return { ok: true, brief: kept.brief };
    const started =
      underWay.get(fingerprint) ??
      ask(
        {
          prospect,
          history,
          now: new Date().toISOString(),
          language: briefLanguageOf(model),
          ...(colleagues ? { colleagues } : {}),
        },
        model,
      ).finally(() => underWay.delete(fingerprint));
    underWay.set(fingerprint, started);
    const brief = await started;
    // A full storage costs another question, nothing else.
    void browser.storage.session
      .set({ [keyOf(prospect)]: { fingerprint, brief } })
      .catch(() => undefined);
    return { ok: true, brief };
  } catch (error) {
    return modelFailureOf(error);
  }
}

const modelName = z.string().trim().min(1).max(200);

const serverSchema = z.object({
  use: z.enum(['groq', 'openai_compatible']),
  baseUrl: z.string().trim().max(2_000),
  apiKey: z.string().trim().max(500),
  model: z.string().trim().max(200),
});

/** The server of the model that the rep chose. @throws ModelError where it has no list. */
async function savedServer(): Promise<ModelServer> {
  const { model } = await settingsRead();
  if (model.use === 'groq') {
    return { use: 'groq', baseUrl: '', apiKey: model.groqApiKey, model: model.groqModel };
  }
  if (model.use === 'openai_compatible') {
    const { openaiBaseUrl: baseUrl, openaiApiKey: apiKey, openaiModel } = model;
    return { use: 'openai_compatible', baseUrl, apiKey, model: openaiModel };
  }
  throw new ModelError(model.use === 'chrome' ? 'chrome' : 'hindsight', 'unavailable');
}

/** @throws ModelError */
async function modelsAt({ use, baseUrl, apiKey, model }: ModelServer): Promise<ModelsThere> {
  const ofGroq = use === 'groq';
  const models = ofGroq
    ? await listGroqModels({ apiKey })
    : await listOpenAiModels({ baseUrl, apiKey });
  const usual = ofGroq ? defaultSettings.model.groqModel : null;
  return { models, successor: successorOf(model, models, usual) };
}

function modelFailureOf(error: unknown): Failure {
  if (!(error instanceof ModelError)) return failureOf(error);
  const { reason, message, retryAfterSeconds } = error;
  return {
    ok: false,
    reason,
    message,
    ...(retryAfterSeconds === null ? {} : { retryAfterSeconds }),
  };
}

/** The brief by the model that the rep chose; asked for by the panel, never by a page alone. */
export function answerModels(): void {
  answer('modelBrief', 'page', prospectSchema, ({ data }) => modelBriefOf(data));
  answer('modelsAt', 'page', serverSchema.nullable(), async ({ data }) => {
    try {
      return { ok: true as const, ...(await modelsAt(data ?? (await savedServer()))) };
    } catch (error) {
      return modelFailureOf(error);
    }
  });
  answer('useModel', 'page', modelName, async ({ data }) => {
    try {
      const { model } = await loadSettings();
      const taken = model.use === 'groq' ? { groqModel: data } : { openaiModel: data };
      await saveSettings({ model: { ...model, ...taken } });
      return { ok: true as const };
    } catch (error) {
      return {
        ok: false as const,
        reason: 'not_saved',
        message: t('failure_not_saved', `${error}`),
      };
    }
  });
}
