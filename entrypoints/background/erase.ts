import { browser } from 'wxt/browser';
import { z } from 'zod';
import { t } from '../../lib/i18n';
import { eraseBank } from '../../lib/memory/erase';
import type { Answer } from '../../lib/messages';
import { announce } from './announce';
import { askAnew } from './briefs';
import { answer } from './door';
import { failureOf, memoryOfSettings, outbox } from './memory';

/** Takes back every log that waits, those too that were handed over and not confirmed. */
async function emptyOutbox(): Promise<boolean> {
  for (const { interaction } of await outbox.items()) await outbox.remove(interaction.id);
  return outbox.isEmpty();
}

/** Gives up host access that was asked for after the installation. */
async function giveUpPermissions(): Promise<void> {
  const required = new Set(browser.runtime.getManifest().host_permissions ?? []);
  const { origins = [] } = await browser.permissions.getAll();
  const extra = origins.filter((origin) => !required.has(origin));
  // Those of the manifest's own scripts can't be given up; each is tried alone.
  for (const origin of extra) {
    await browser.permissions.remove({ origins: [origin] }).catch(() => undefined);
  }
}

async function erase({ server }: { server: boolean }): Promise<Answer<{ documents: number }>> {
  try {
    let documents = 0;
    if (server) {
      const memory = await memoryOfSettings();
      // Asked first: where it can't be reached, what waits here isn't lost for nothing.
      await memory.test();
      // A log on its way would arrive after all others are gone.
      if (!(await emptyOutbox())) {
        return { ok: false, reason: 'on_its_way', message: t('erase_on_its_way') };
      }
      documents = await eraseBank(memory);
    }
    await giveUpPermissions();
    await browser.storage.session.clear();
    await browser.storage.local.clear();
    askAnew();
    announce('memory');
    announce('page');
    return { ok: true, documents };
  } catch (error) {
    return failureOf(error);
  }
}

/** Erases what this browser keeps, and on demand everything that the bank holds of ours. */
export function answerErase(): void {
  answer('erase', 'page', z.object({ server: z.boolean() }), ({ data }) => erase(data));
}
