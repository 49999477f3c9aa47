import { t } from '../../lib/i18n';
import type { Answer, KnownProspect } from '../../lib/messages';
import { sendMessage } from '../../lib/messages';

/**
 * Awaits an answer of the background.
 *
 * @returns a failure, in words for the screen, also where the background threw or is gone (an update
 * of the extension ends it under the open pages).
 */
export async function asked<T>(answer: Promise<T>): Promise<T | BackgroundFailure> {
  try {
    return await answer;
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return {
      ok: false,
      reason: 'broken',
      message: t('failure_no_answer', said),
    };
  }
}

interface BackgroundFailure {
  ok: false;
  reason: 'broken';
  message: string;
}

/** Looks known prospects up in memory. */
export function searchProspects(query: string): Promise<Answer<{ prospects: KnownProspect[] }>> {
  return asked(sendMessage('knownProspects', query));
}

/** Opens the week on a page of its own, to be printed. */
export function openWeek(): void {
  void chrome.tabs.create({ url: chrome.runtime.getURL('/week.html') });
}

/** Opens the options in a tab of their own. */
export function openOptions(): void {
  void chrome.runtime.openOptionsPage();
}
