import { t } from '../../lib/i18n';
import type { Answer } from '../../lib/messages';

/** Asks for the microphone and lets go of it at once: all that is wanted is the permission. */
export async function allowMicrophone(): Promise<Answer<object>> {
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    for (const track of stream.getTracks()) track.stop();
    return { ok: true };
  } catch {
    return { ok: false, reason: 'not_allowed', message: t('microphone_refused') };
  }
}
