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

/**
 * How long a frame is waited for (ms). A side panel that opens has no size at first: its first frame came
 * 60 to 80 ms after the drawing, and one that was missed came after all of the panel's own code, at 384 ms
 * instead of about 210 (2 cores, AMD EPYC).
 */
const frameWithinMs = 200;

/** Until what was drawn is on the screen: the panel's own code would run first, and hold it up. */
function painted(): Promise<void> {
  // A page that nobody sees has no frames.
  if (document.hidden) return Promise.resolve();
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, frameWithinMs);
  });
}
