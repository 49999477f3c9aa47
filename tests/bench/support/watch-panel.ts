import type { Page } from 'playwright-core';
import type { SidePanel } from '../../../scripts/browser';

/** A moment, in milliseconds since 1970, as each page of one machine counts them. */
export type Moment = number;

interface Watched {
  bench?: { moment: (selector: string, text: string) => Promise<Moment> };
}

/**
 * Lets the panel say when something was painted: the frame after the change of its document.
 *
 * @returns a function that begins to watch for an element with a text, and gives the moment
 */
export async function watchPanel(panel: SidePanel) {
  await panel.evaluate(() => {
    (globalThis as Watched).bench = {
      moment: (selector, text) =>
        new Promise((resolve, reject) => {
          setTimeout(() => {
            const shown = document.body.textContent.slice(0, 300);
            reject(new Error(`No ${selector} "${text}" (${document.visibilityState}): ${shown}`));
          }, 10_000);
          const isThere = () =>
            [...document.querySelectorAll(selector)].some((one) => one.textContent.includes(text));
          const painted = () => {
            requestAnimationFrame(() => {
              const { port1, port2 } = new MessageChannel();
              port1.onmessage = () => resolve(performance.timeOrigin + performance.now());
              port2.postMessage(null);
            });
          };
          const look = () => {
            if (!isThere()) return;
            observer.disconnect();
            painted();
          };
          const observer = new MutationObserver(look);
          observer.observe(document, {
            subtree: true,
            childList: true,
            characterData: true,
            attributes: true,
          });
          look();
        }),
    };
  });
  return (selector: string, text = ''): Promise<Moment> =>
    panel.evaluate(
      async (wanted: { selector: string; text: string }) =>
        (await (globalThis as Watched).bench?.moment(wanted.selector, wanted.text)) ?? Number.NaN,
      { selector, text },
    );
}

/** Notes when the rep clicked, and when the page showed the guests that it brings in late. */
export async function watchPage(page: Page): Promise<{
  clickedAt(): Promise<Moment>;
  guestsAt(): Promise<Moment>;
}> {
  await page.evaluate(() => {
    const noted = globalThis as { benchClick?: number; benchGuests?: number };
    addEventListener(
      'click',
      ({ timeStamp }) => {
        noted.benchClick = performance.timeOrigin + timeStamp;
      },
      true,
    );
    new MutationObserver((changes) => {
      const guests = changes.some(({ addedNodes }) =>
        [...addedNodes].some((node) => (node as Element).matches?.('[data-email]')),
      );
      if (guests) noted.benchGuests = performance.timeOrigin + performance.now();
    }).observe(document.body, { subtree: true, childList: true });
  });
  const read = (name: string) =>
    page.evaluate((wanted) => (globalThis as unknown as Record<string, number>)[wanted], name);
  return {
    clickedAt: async () => (await read('benchClick')) ?? Number.NaN,
    guestsAt: async () => (await read('benchGuests')) ?? Number.NaN,
  };
}
