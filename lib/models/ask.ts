import { modelReply, replyRequest } from '../ask/reply';
import type { Reply } from '../ask/types';
import { converse } from './converse';
import type { Model } from './port';

/**
 * The reply of a model, from the logs that recall found for the basic one.
 *
 * @throws ModelError where it gives none that the logs bear out
 */
export async function replyWithModel(
  model: Model,
  basic: Reply,
  { now, signal }: { now: string; signal: AbortSignal },
): Promise<Reply> {
  const { value } = await converse(model, { ...replyRequest(basic, now), signal }, (raw) =>
    modelReply(basic, raw, model.name),
  );
  return value;
}
