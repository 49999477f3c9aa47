import { serviceWorkerOf, sidePanelOf } from '../../../scripts/browser';
import type { Demo } from '../../../scripts/demo';
import { rounds, type Spread, spreadOf } from './spread';

/** From the guests on the page (ms): until the side panel's page begins, and until it is painted. */
interface Opened {
  begun: Spread;
  painted: Spread;
}

/** Notes in the calendar when the guests of the next event are there, which is after its details. */
function noteGuests(): void {
  new MutationObserver((_, observer) => {
    if (!document.querySelector('#xDetDlg [data-email]')) return;
    observer.disconnect();
    Object.assign(globalThis, { guestsAt: performance.timeOrigin + performance.now() });
  }).observe(document.body, { childList: true, subtree: true });
}

/** Opens an invite while no side panel is open, and closes the panel again. */
async function openOnce(demo: Demo, title: string, page: string): Promise<[number, number]> {
  const worker = await serviceWorkerOf(demo.page.context());
  await worker.evaluate((path) => chrome.sidePanel.setOptions({ path }), page);
  await demo.page.keyboard.press('Escape');
  await demo.page.mouse.move(1, 1);
  // Whatever the last one began is over.
  await demo.page.waitForTimeout(1_000);
  await demo.page.evaluate(noteGuests);
  await demo.page.getByRole('button').filter({ hasText: title }).first().click();
  const panel = await sidePanelOf(demo.page.context(), { page });
  await demo.page.waitForTimeout(1_000);
  // Read once all is over: nothing of the bench runs in the panel while it opens.
  const { origin, painted, brief } = await panel.evaluate(async () => {
    const { atOnce } = globalThis as { atOnce?: Promise<{ brief: unknown }> };
    const [paint] = performance.getEntriesByName('first-contentful-paint');
    return {
      origin: performance.timeOrigin,
      painted: paint?.startTime ?? Number.NaN,
      brief: atOnce ? (await atOnce).brief !== null : true,
    };
  });
  if (!brief) throw new Error('The panel had no brief of the session to begin with.');
  const guestsAt = await demo.page.evaluate(
    () => (globalThis as unknown as { guestsAt: number }).guestsAt,
  );
  await panel.close();
  return [origin - guestsAt, origin + painted - guestsAt];
}

/**
 * The real side panel, opened by a click on an invite whose brief the session has: its own page, and one
 * with a line of text, in turns.
 *
 * @param empty the page with the line, as a file of the extension
 * @returns when each begins and is painted. @throws where the session has no brief
 */
export async function openedByInvite(
  demo: Demo,
  title: string,
  empty: string,
): Promise<{ panel: Opened; empty: Opened }> {
  const found = { panel: [] as [number, number][], empty: [] as [number, number][] };
  await openOnce(demo, title, 'sidepanel.html');
  for (let round = 0; round < rounds(10); round += 1) {
    found.panel.push(await openOnce(demo, title, 'sidepanel.html'));
    found.empty.push(await openOnce(demo, title, empty));
  }
  const worker = await serviceWorkerOf(demo.page.context());
  await worker.evaluate(() => chrome.sidePanel.setOptions({ path: 'sidepanel.html' }));
  const of = (samples: [number, number][]): Opened => ({
    begun: spreadOf(samples.map(([begun]) => begun)),
    painted: spreadOf(samples.map(([, painted]) => painted)),
  });
  return { panel: of(found.panel), empty: of(found.empty) };
}
