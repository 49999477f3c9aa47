import { z } from 'zod';
import { briefLanguageOf } from '../../lib/brief-language';
import { composeFollowUp, type FollowUpInput } from '../../lib/follow-up/compose';
import { followUpRequest, modelFollowUp } from '../../lib/follow-up/model';
import { tones } from '../../lib/follow-up/tone';
import { t } from '../../lib/i18n';
import { prospectSchema } from '../../lib/identity/prospect';
import { personTag } from '../../lib/memory/tags';
import type { FollowUpRequest } from '../../lib/messages';
import { chooseModel } from '../../lib/models/choose';
import { converse } from '../../lib/models/converse';
import { ModelError } from '../../lib/models/port';
import { saveSettings } from '../../lib/settings';
import { completeHistory } from './briefs';
import { answer } from './door';
import { failureOf, memoryOfSettings, waitingFor } from './memory';
import { settingsRead } from './settings';

const requestSchema = z.object({ prospect: prospectSchema, logId: z.string().min(1).max(200) });

/** What a mail is made of; where memory is away, of what still waits here. */
async function inputOf({ prospect, logId }: FollowUpRequest): Promise<FollowUpInput> {
  const { rep, tone, model } = await settingsRead();
  const history = await completeHistory(prospect).catch(async (error) => {
    const waiting = await waitingFor(prospect);
    if (waiting.some(({ id }) => id === logId)) return waiting;
    throw error;
  });
  return { prospect, history, logId, rep, tone, language: briefLanguageOf(model) };
}

/** Drafts of mails after a log: by rules at once, then by the chosen model. Nothing is ever sent. */
export function answerFollowUp(): void {
  answer('followUp', 'page', requestSchema, async ({ data }) => {
    try {
      const draft = composeFollowUp(await inputOf(data));
      const { model } = await settingsRead();
      if (draft) return { ok: true as const, draft, model: model.use !== 'basic' };
      return { ok: false, reason: 'no_log', message: t('failure_no_log') };
    } catch (error) {
      return failureOf(error);
    }
  });
  answer('followUpModel', 'page', requestSchema, async ({ data }) => {
    const { model: settings } = await settingsRead();
    if (settings.use === 'basic' || settings.use === 'chrome') return null;
    try {
      const input = await inputOf(data);
      const { reflect } = await memoryOfSettings();
      const model = chooseModel(settings, { reflect, tags: [personTag(data.prospect)] });
      const request = followUpRequest(input);
      if (!model || !request) return null;
      const { signal } = new AbortController();
      const { value } = await converse(model, { ...request, signal }, (raw) =>
        modelFollowUp(input, raw, model.name),
      );
      return { ok: true as const, draft: value };
    } catch (error) {
      if (!(error instanceof ModelError)) return failureOf(error);
      const message = error.saying('draft');
      return { ok: false, reason: error.reason, message };
    }
  });
  answer('setTone', 'page', z.enum(tones), ({ data }) => saveSettings({ tone: data }));
}
