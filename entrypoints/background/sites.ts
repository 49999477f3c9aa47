import { browser } from 'wxt/browser';
import type { ScriptPublicPath } from 'wxt/utils/inject-script';
import { z } from 'zod';
import { anySiteScript } from '../../lib/detect/any-site';
import { hostMatches } from '../../lib/detect/site';
import { type SiteHere, sendMessage } from '../../lib/messages';
import { announce } from './announce';
import { answer } from './door';
import { builtInHosts } from './hosts';
import { rememberPage, rememberUnread } from './pages';
import { settingsRead } from './settings';

/**
 * Sites that the rep switched SalesMemory on for: "Use on this site" in the popup, one origin each.
 * What the rep wants is kept in `storage.local`, what Chrome allows is Chrome's to say; the script
 * for any site runs where both agree.
 */
const key = 'sites';
const scriptId = 'any-site';
const patternSchema = z.string().regex(/^https?:\/\/[^/*]+\/\*$/);
const wantedSchema = z.array(patternSchema).catch([]);

async function wanted(): Promise<string[]> {
  return wantedSchema.parse((await browser.storage.local.get(key))[key] ?? []);
}

/** One change after the other: two at once would each lose what the other wrote. */
let last: Promise<unknown> = Promise.resolve();
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(work, work);
  last = mine;
  return mine;
}

async function allowed(): Promise<string[]> {
  const list = await wanted();
  const held = await Promise.all(
    list.map((pattern) => browser.permissions.contains({ origins: [pattern] })),
  );
  return list.filter((_, index) => held[index]);
}

/** Makes the registered script serve exactly the sites that are wanted and allowed. */
async function register(): Promise<string[]> {
  const matches = await allowed();
  const [there] = await browser.scripting.getRegisteredContentScripts({ ids: [scriptId] });
  if (matches.length === 0) {
    if (there) await browser.scripting.unregisterContentScripts({ ids: [scriptId] });
    return matches;
  }
  const script = {
    id: scriptId,
    matches,
    js: [anySiteScript],
    runAt: 'document_idle' as const,
    persistAcrossSessions: true,
  };
  if (!there) await browser.scripting.registerContentScripts([script]);
  else if (JSON.stringify(there.matches) !== JSON.stringify(matches))
    await browser.scripting.updateContentScripts([script]);
  return matches;
}

/** Gives open tabs of some sites the script: those of the version before are cut off. */
export async function inject(matches: string[], files: string[]): Promise<void> {
  if (matches.length === 0) return;
  for (const tab of await browser.tabs.query({ url: matches })) {
    if (tab.id === undefined || tab.discarded) continue;
    // A page that takes no scripts (an error page, a tab just closed) needs none.
    await browser.scripting
      .executeScript({ target: { tabId: tab.id }, files: files as ScriptPublicPath[] })
      .catch(() => undefined);
  }
}

/** Ends the script in tabs, and forgets what they were about. */
async function leaveTabs(tabs: { id?: number | undefined }[]): Promise<void> {
  for (const { id } of tabs) {
    if (id === undefined) continue;
    sendMessage('leave', undefined, id).catch(() => undefined);
    await rememberPage(id, null);
    await rememberUnread(id, null);
  }
}

/**
 * Switches the wanted sites on, in tabs that are open too; and off, where the browser took the
 * permission back.
 */
export function syncSites(): Promise<void> {
  return inTurn(async () => {
    const before = await browser.scripting.getRegisteredContentScripts({ ids: [scriptId] });
    const known = new Set(before.flatMap(({ matches }) => matches ?? []));
    const matches = await register();
    await inject(
      matches.filter((pattern) => !known.has(pattern)),
      [anySiteScript],
    );
    if ([...known].some((pattern) => !matches.includes(pattern))) {
      // A tab that hears us, and whose address we may no longer know, is one of a site taken back.
      await leaveTabs((await browser.tabs.query({})).filter(({ url }) => url === undefined));
      announce('page');
    }
    announce('sites');
  });
}

/** Takes a site back: no script, no wish, and no permission unless something else needs it. */
async function leave(pattern: string): Promise<void> {
  await browser.storage.local.set({ [key]: (await wanted()).filter((one) => one !== pattern) });
  await register();
  await leaveTabs(await browser.tabs.query({ url: pattern }).catch(() => []));
  const { connection, model } = await settingsRead();
  const needed = [connection.baseUrl, model.openaiBaseUrl].map(sitePattern);
  // What the manifest asks for can't be given back, and needs no giving back.
  if (!needed.includes(pattern))
    await browser.permissions.remove({ origins: [pattern] }).catch(() => false);
  announce('sites');
  announce('page');
}

/** @returns the match pattern of one origin; null where no script can be. */
export function sitePattern(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, hostname } = new URL(address);
  return /^https?:$/.test(protocol) && hostname !== '' ? `${protocol}//${hostname}/*` : null;
}

async function siteHere(address: string): Promise<SiteHere | null> {
  const pattern = sitePattern(address);
  if (pattern === null) return null;
  const host = new URL(address).hostname;
  if (builtInHosts().some((one) => hostMatches(host, one)))
    return { host, pattern, use: 'built_in' };
  return { host, pattern, use: (await allowed()).includes(pattern) ? 'on' : 'off' };
}

/** "Use on this site", and taking it back. */
export function answerSites(): void {
  answer('siteHere', 'page', z.string().max(5000), ({ data }) => siteHere(data));
  answer('sitesInUse', 'page', z.undefined(), () => allowed());
  answer('useSite', 'page', patternSchema, ({ data }) =>
    inTurn(async () => {
      const list = await wanted();
      if (!list.includes(data)) await browser.storage.local.set({ [key]: [...list, data] });
    }).then(syncSites),
  );
  answer('leaveSite', 'page', patternSchema, ({ data }) => inTurn(() => leave(data)));
  // Chrome's question may close the popup, so its answer is heard here.
  browser.permissions.onAdded.addListener(() => void syncSites());
  browser.permissions.onRemoved.addListener(() => void syncSites());
}
