import type { Brief } from '../../lib/brief/types';
import type { Answer } from '../../lib/messages';

/** Whether the rep chose Chrome's model; read as it is stored, since a schema would weigh too much. */
export async function isChosen(): Promise<boolean> {
  const { settings } = await chrome.storage.local.get('settings');
  const model = (settings as { model?: { use?: unknown } } | undefined)?.model;
  return model?.use === 'chrome';
}

/**
 * Reads a brief's memories with Chrome's own model, which lives in pages only and not in the
 * background. Its code is loaded once somebody chose it.
 *
 * @returns null where it isn't the rep's choice, a failure where it gave no brief.
 */
export async function readOnDevice(basic: Brief): Promise<Answer<{ brief: Brief }> | null> {
  if (!(await isChosen())) return null;
  const { chromeModel } = await import('../../lib/models/chrome');
  const { readWithModel } = await import('../../lib/models/read');
  try {
    const brief = await readWithModel(
      chromeModel(),
      { prospect: basic.prospect, history: basic.timeline, now: new Date().toISOString() },
      // Its own time-out ends it.
      { signal: new AbortController().signal },
    );
    return { ok: true, brief };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { ok: false, reason: 'no_model', message };
  }
}
