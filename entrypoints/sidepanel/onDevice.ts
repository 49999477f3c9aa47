import type { Brief } from '../../lib/brief/types';
import type { Answer } from '../../lib/messages';
import { languageChoices } from '../../prompts/language';

/** What the rep set about models, as it is stored: a schema would weigh too much. */
async function storedModel(): Promise<{ use?: unknown; language?: unknown }> {
  const { settings } = await chrome.storage.local.get('settings');
  return (settings as { model?: object } | undefined)?.model ?? {};
}

/** Whether the rep chose Chrome's model. */
export async function isChosen(): Promise<boolean> {
  return (await storedModel()).use === 'chrome';
}

/**
 * Reads a brief's memories with Chrome's own model, which lives in pages only and not in the
 * background. Its code is loaded once somebody chose it.
 *
 * @returns null where it isn't the rep's choice, a failure where it gave no brief.
 */
export async function readOnDevice(basic: Brief): Promise<Answer<{ brief: Brief }> | null> {
  const { use, language: chosen } = await storedModel();
  if (use !== 'chrome') return null;
  const { chromeModel } = await import('../../lib/models/chrome');
  const { readWithModel } = await import('../../lib/models/read');
  const { briefLanguageOf } = await import('../../lib/brief-language');
  const language = languageChoices.find((one) => one === chosen) ?? 'auto';
  try {
    const brief = await readWithModel(
      chromeModel(),
      {
        prospect: basic.prospect,
        history: basic.timeline,
        now: new Date().toISOString(),
        language: briefLanguageOf({ language }),
      },
      // Its own time-out ends it.
      { signal: new AbortController().signal },
    );
    return { ok: true, brief };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { ok: false, reason: 'no_model', message };
  }
}
