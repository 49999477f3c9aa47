import type { FollowUp } from '../../lib/follow-up/types';
import { type Answer, type FollowUpRequest, sendMessage } from '../../lib/messages';
import { asked } from './ask';

/**
 * Words a mail with Chrome's own model, which lives in pages only. Its code is loaded once somebody
 * asks for it.
 *
 * @param basic the mail by rules
 * @returns null where there is nothing for it to word, a failure where the model gave no mail
 */
export async function mailOnDevice(
  { prospect, logId }: FollowUpRequest,
  { rep, tone, language }: FollowUp,
): Promise<Answer<{ draft: FollowUp }> | null> {
  // It writes English: a mail in another language stays the rules' own.
  if (language !== 'en') return null;
  const read = await asked(sendMessage('brief', prospect));
  const history = 'brief' in read ? (read.brief?.timeline ?? []) : [];
  const { chromeModel } = await import('../../lib/models/chrome');
  const { converse } = await import('../../lib/models/converse');
  const { followUpRequest, modelFollowUp } = await import('../../lib/follow-up/model');
  const input = { prospect, history, logId, rep, tone };
  const request = followUpRequest(input);
  if (!request) return null;
  try {
    const model = chromeModel();
    // Its own time-out ends it.
    const { signal } = new AbortController();
    const { value } = await converse(model, { ...request, signal }, (raw) =>
      modelFollowUp(input, raw, model.name),
    );
    return { ok: true, draft: value };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { ok: false, reason: 'no_model', message };
  }
}
