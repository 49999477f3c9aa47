import { setTimeout as sleep } from 'node:timers/promises';
import type { Worker } from 'playwright-core';
import type { Moment } from './watch-panel';

/** How often the background is looked at (ms), how often in a row it must be quiet, and the most looks. */
const lookEveryMs = 30;
const quietLooks = 4;
const mostLooks = 300;

/** What the background came to since the last of these that began one (ms since 1970; NaN: not yet). */
export interface Background {
  /** It heard of people on a page, or of a log to be kept. */
  heardAt: Moment;
  /** Memory had answered its first question after that. */
  answeredAt: Moment;
  /** The log lay in the browser's storage. */
  keptAt: Moment;
}

interface Noting {
  benchBackground?: Background;
}

interface Counting {
  benchUnderWay?: number;
}

/** Lets the background count its requests that are under way. */
async function countRequests(worker: Worker): Promise<void> {
  await worker.evaluate(() => {
    const counting = globalThis as Counting;
    if (counting.benchUnderWay !== undefined) return;
    counting.benchUnderWay = 0;
    const real = globalThis.fetch;
    globalThis.fetch = async (input, init) => {
      counting.benchUnderWay = (counting.benchUnderWay ?? 0) + 1;
      try {
        return await real(input, init);
      } finally {
        counting.benchUnderWay -= 1;
      }
    };
  });
}

/**
 * Waits until the background has asked nothing for a moment: what else it asks the server, as the list of
 * everybody anew, would be measured along. @throws where it never is quiet
 */
export async function quietBackground(worker: Worker): Promise<void> {
  await countRequests(worker);
  let quiet = 0;
  for (let looks = 0; quiet < quietLooks && looks < mostLooks; looks += 1) {
    await sleep(lookEveryMs);
    const underWay = await worker.evaluate(() => (globalThis as Counting).benchUnderWay ?? 0);
    quiet = underWay === 0 ? quiet + 1 : 0;
  }
  if (quiet < quietLooks) throw new Error('The background never stopped asking.');
}

/** Lets the background note when it hears, and when it has what it waits for. */
export async function watchBackground(worker: Worker): Promise<() => Promise<Background>> {
  await worker.evaluate(() => {
    const noting = globalThis as Noting;
    if (noting.benchBackground) return;
    // No function here has a name: the compiler would call a helper that the worker doesn't have.
    const noted = { heardAt: 0, answeredAt: 0, keptAt: 0 };
    noting.benchBackground = noted;
    chrome.runtime.onMessage.addListener(({ type, data }) => {
      const isNews = type === 'detected' && data?.people?.length > 0;
      if (!isNews && type !== 'saveLog') return;
      Object.assign(noted, {
        heardAt: performance.timeOrigin + performance.now(),
        answeredAt: 0,
        keptAt: 0,
      });
    });
    chrome.storage.local.onChanged.addListener((changes) => {
      if ('outbox' in changes && noted.keptAt === 0)
        noted.keptAt = performance.timeOrigin + performance.now();
    });
    const real = globalThis.fetch;
    globalThis.fetch = async (input, init) => {
      const answer = await real(input, init);
      const url = input instanceof Request ? input.url : String(input);
      if (url.includes('/documents') && noted.answeredAt === 0)
        noted.answeredAt = performance.timeOrigin + performance.now();
      return answer;
    };
  });
  return async () => {
    const noted = await worker.evaluate(() => (globalThis as Noting).benchBackground);
    const moment = (at: Moment | undefined) => at || Number.NaN;
    return {
      heardAt: moment(noted?.heardAt),
      answeredAt: moment(noted?.answeredAt),
      keptAt: moment(noted?.keptAt),
    };
  };
}
