import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { draw } from '../components/still/draw';
import { FirstBrief } from '../components/still/FirstBrief';
import { showLanguage } from './pages/language';
import { showTheme } from './pages/theme';
import { type AtOnce, drawnFirst, heldNow } from './sidepanel/atOnce';

/**
 * In the head of the panel's page: the session's storage is asked, and its last brief is drawn, before the
 * panel's own code is loaded. That begins then, whatever came of it.
 */
export default defineUnlistedScript(() => {
  Object.assign(globalThis, { atOnce: drawNow() });
});

async function drawNow(): Promise<AtOnce> {
  const [held] = await Promise.all([heldNow(), showTheme().catch(() => undefined)]);
  // Asking for the own code takes longer than drawing did: it would hold up the frame (8 to 12 ms).
  if (drawFirst(held)) await painted();
  loadOwnCode();
  return held;
}

/** @returns whether there was a brief to draw, and it is drawn. */
function drawFirst(held: AtOnce): boolean {
  const root = document.getElementById('root');
  const first = drawnFirst(held);
  if (!root || root.hasChildNodes() || !first) return false;
  try {
    showLanguage();
    draw(FirstBrief(first), root);
    return true;
  } catch {
    // The panel's own code says what is wrong with it.
    return false;
  }
}

/** What the build laid aside (`scripts/build/own-code-later.ts`); while developing, it loads by itself. */
function loadOwnCode(): void {
  const own = document.getElementById('own-code') as HTMLTemplateElement | null;
  if (own) document.head.append(own.content.cloneNode(true));
}

/**
 * How long a frame is waited for (ms). A side panel that opens is hidden and has no size at first: its frame
 * came up to 100 ms after the drawing, and one that wasn't waited for after all of the panel's own code, at
 * 350 to 390 ms instead of about 220 (2 cores, AMD EPYC). A page that nobody sees has none.
 */
const frameWithinMs = 200;

/** Until what was drawn is on the screen: the panel's own code would run first, and hold it up. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, frameWithinMs);
  });
}
