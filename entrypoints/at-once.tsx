import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { draw } from '../components/still/draw';
import { FirstBrief } from '../components/still/FirstBrief';
import { showLanguage } from './pages/language';
import { showTheme } from './pages/theme';
import { type AtOnce, drawnFirst, heldNow } from './sidepanel/atOnce';

/**
 * In the head of the panel's page: the session's storage is asked, and its last brief is drawn, while
 * the panel's own code is still being loaded.
 */
export default defineUnlistedScript(() => {
  Object.assign(globalThis, { atOnce: drawNow() });
});

async function drawNow(): Promise<AtOnce> {
  const [held] = await Promise.all([heldNow(), showTheme()]);
  if (drawFirst(held)) await painted();
  return held;
}

/** @returns whether there was a brief to draw. */
function drawFirst(held: AtOnce): boolean {
  const root = document.getElementById('root');
  const first = drawnFirst(held);
  if (!root || root.hasChildNodes() || !first) return false;
  showLanguage();
  draw(FirstBrief(first), root);
  return true;
}

/** A page that nobody sees has no frames; it waits no longer than this (ms). */
const frameWithinMs = 50;

/** Until what was drawn is on the screen: the panel's own code would run first, and hold it up. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, frameWithinMs);
  });
}
