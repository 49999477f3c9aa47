import { prospectKey } from './identity/key';
import type { Prospect } from './identity/prospect';

/** Nothing but a moment per person is kept: when the rep last looked at their brief. */
const looksKey = 'looks';
/** Since when news were shown in this session, so that closing the panel doesn't lose them. */
const sessionKey = 'looks-since';

/** As many people as are remembered to have been looked at; the longest ago go first. */
const most = 2_000;

/** Looking again within this time is the same look, in milliseconds. */
const sameLookMs = 3_600_000;

type Looks = Record<string, string>;

const isMoment = (value: unknown): value is string =>
  typeof value === 'string' && !Number.isNaN(Date.parse(value));

/** Whatever is stored, only moments come out of it. */
function looksIn(stored: unknown): Looks {
  if (typeof stored !== 'object' || stored === null) return {};
  return Object.fromEntries(Object.entries(stored).filter(([, at]) => isMoment(at)));
}

/**
 * Notes that the rep looks at somebody's brief.
 *
 * @returns since when what happened is news to them (ISO 8601); null at the first look
 */
export async function look(prospect: Prospect, now: Date): Promise<string | null> {
  const key = prospectKey(prospect);
  try {
    const looks = looksIn((await chrome.storage.local.get(looksKey))[looksKey]);
    const shown = looksIn((await chrome.storage.session.get(sessionKey))[sessionKey]);
    const before = looks[key] ?? null;
    if (before !== null && now.getTime() - Date.parse(before) < sameLookMs) {
      return shown[key] ?? before;
    }
    const others = Object.entries(looks).filter(([other]) => other !== key);
    const kept = others.sort(([, a], [, b]) => (a > b ? -1 : 1)).slice(0, most - 1);
    await chrome.storage.local.set({
      [looksKey]: { ...Object.fromEntries(kept), [key]: now.toISOString() },
    });
    if (before !== null) {
      await chrome.storage.session.set({ [sessionKey]: { ...shown, [key]: before } });
    }
    return before;
  } catch {
    // A full storage costs the news, nothing else.
    return null;
  }
}

/** Lets go of when somebody was looked at, once they are to be forgotten. */
export async function forgetLook(prospect: Prospect): Promise<void> {
  const key = prospectKey(prospect);
  for (const [area, name] of [
    [chrome.storage.local, looksKey],
    [chrome.storage.session, sessionKey],
  ] as const) {
    const { [key]: _, ...others } = looksIn((await area.get(name))[name]);
    await area.set({ [name]: others });
  }
}
