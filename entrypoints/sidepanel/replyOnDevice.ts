import type { Reply } from '../../lib/ask/types';
import type { Answer } from '../../lib/messages';
import { isChosen } from './onDevice';

/** Logs that fit into a model that runs on a laptop. */
const most = 6;

/**
 * Words a reply with Chrome's own model, which lives in pages only.
 *
 * @returns null where it isn't the rep's choice, a failure where it gave none.
 */
export async function replyOnDevice(basic: Reply): Promise<Answer<{ reply: Reply }> | null> {
  if (!(await isChosen())) return null;
  const { chromeModel } = await import('../../lib/models/chrome');
  const { replyWithModel } = await import('../../lib/models/ask');
  try {
    const fitting = { ...basic, memories: basic.memories.slice(0, most) };
    const reply = await replyWithModel(chromeModel(), fitting, {
      now: new Date().toISOString(),
      // Its own time-out ends it.
      signal: new AbortController().signal,
    });
    return { ok: true, reply };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { ok: false, reason: 'no_model', message };
  }
}
