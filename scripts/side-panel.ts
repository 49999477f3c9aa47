import { writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserContext, CDPSession } from 'playwright-core';

/**
 * The open side panel. The browser shows it as a page of its own that Playwright doesn't list, so
 * it is spoken to through the browser's debugging protocol.
 */
export interface SidePanel {
  url: string;
  /** Runs a function in the panel and returns what it returns, which must be JSON. */
  evaluate<T, A = undefined>(fn: (arg: A) => T | Promise<T>, arg?: A): Promise<T>;
  /** Waits until an element is there, and contains a text if one is given. */
  waitFor(selector: string, options?: { text?: string; timeout?: number }): Promise<void>;
  /** Clicks the middle of an element with the mouse, so that it counts as a person's gesture. */
  click(selector: string): Promise<void>;
  /** Puts a text into a field as if it were typed. */
  fill(selector: string, text: string): Promise<void>;
  /** Presses a key, e.g. "Enter" or "Tab". */
  press(key: string): Promise<void>;
  /** Saves a PNG of the panel. */
  screenshot(file: string): Promise<void>;
  /** Closes it where it is open, and waits until it is gone. */
  close(): Promise<void>;
  /** Sends a command of the debugging protocol, e.g. Emulation.setEmulatedMedia. */
  send(method: string, params?: object): Promise<unknown>;
}

/** How long a panel or an element in it may take, in milliseconds. */
const PATIENCE = 10_000;

const KEY_CODES: Record<string, number> = { Enter: 13, Tab: 9, Escape: 27, Space: 32 };

interface Answer {
  id?: number;
  result?: unknown;
  error?: { message: string };
}

/** A line to one target: the browser's session carries the messages of an inner one. */
async function connect(session: CDPSession, targetId: string): Promise<SidePanel['send']> {
  const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false });
  const waiting = new Map<number, (answer: Answer) => void>();
  let last = 0;
  session.on('Target.receivedMessageFromTarget', (event) => {
    if (event.sessionId !== sessionId) return;
    const answer = JSON.parse(event.message) as Answer;
    waiting.get(answer.id ?? 0)?.(answer);
    waiting.delete(answer.id ?? 0);
  });
  return async (method, params = {}) => {
    last += 1;
    const id = last;
    const message = JSON.stringify({ id, method, params });
    const answer = await new Promise<Answer>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${method} got no answer`)), 3 * PATIENCE);
      waiting.set(id, (got) => {
        clearTimeout(timer);
        resolve(got);
      });
      session.send('Target.sendMessageToTarget', { sessionId, message }).catch(reject);
    });
    if (answer.error) throw new Error(`${method}: ${answer.error.message}`);
    return answer.result;
  };
}

interface Evaluated {
  result: { value?: unknown };
  exceptionDetails?: { text: string; exception?: { description?: string } };
}

declare global {
  interface Window {
    /** Ends the aiming of a click. @returns whether the mouse met its element, and nothing else */
    aimed?: () => boolean;
  }
}

/**
 * Aims at the middle of an element once that stays in its place. Runs in the panel. What comes
 * meanwhile may still move it from under the mouse: until `aimed` is called, nothing else is clicked.
 */
async function aim(selector: string): Promise<{ x: number; y: number } | null> {
  const place = () => {
    const element = document.querySelector(selector);
    element?.scrollIntoView({ block: 'center' });
    return element?.getBoundingClientRect();
  };
  let [box, before] = [place(), undefined as DOMRect | undefined];
  while (box && (box.x !== before?.x || box.y !== before.y)) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    [before, box] = [box, place()];
  }
  const element = document.querySelector(selector);
  if (!box || !element) return null;
  let met = true;
  const guard = (event: Event) => {
    if (element.contains(event.target as Node)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    met = false;
  };
  const kinds = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'];
  for (const kind of kinds) window.addEventListener(kind, guard, true);
  window.aimed = () => {
    for (const kind of kinds) window.removeEventListener(kind, guard, true);
    return met;
  };
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

function panelOver(
  url: string,
  send: SidePanel['send'],
  isThere: () => Promise<boolean>,
): SidePanel {
  const evaluate: SidePanel['evaluate'] = async (fn, arg) => {
    const { result, exceptionDetails } = (await send('Runtime.evaluate', {
      // Compiled functions may call a helper of the compiler's that the page doesn't have.
      expression: `(() => { const __name = (f) => f; return (${fn})(${JSON.stringify(arg)}); })()`,
      awaitPromise: true,
      returnByValue: true,
    })) as Evaluated;
    if (exceptionDetails) {
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    }
    return result.value as never;
  };

  const waitFor: SidePanel['waitFor'] = async (
    selector,
    { text = '', timeout = PATIENCE } = {},
  ) => {
    const until = Date.now() + timeout;
    const isThere = (wanted: { selector: string; text: string }) =>
      [...document.querySelectorAll(wanted.selector)].some((element) =>
        element.textContent.includes(wanted.text),
      );
    while (!(await evaluate(isThere, { selector, text }))) {
      if (Date.now() > until) {
        const shown = await evaluate(() => document.body.textContent.slice(0, 600));
        throw new Error(`No ${selector} ${text && `with "${text}" `}in the panel: ${shown}`);
      }
      await sleep(50);
    }
  };

  const click: SidePanel['click'] = async (selector) => {
    for (const until = Date.now() + PATIENCE; Date.now() < until; ) {
      await waitFor(selector);
      const at = await evaluate(aim, selector);
      if (!at) continue;
      const mouse = { ...at, button: 'left', clickCount: 1 };
      await send('Input.dispatchMouseEvent', { type: 'mousePressed', ...mouse });
      await send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...mouse });
      if (await evaluate(() => window.aimed?.() !== false)) return;
    }
    throw new Error(`${selector} moves away from under the mouse.`);
  };

  return {
    url,
    evaluate,
    waitFor,
    click,
    send,
    fill: async (selector, text) => {
      await click(selector);
      await evaluate((wanted) => {
        const field = document.querySelector<HTMLInputElement>(wanted);
        field?.focus();
        field?.select();
      }, selector);
      await send('Input.insertText', { text });
    },
    press: async (key) => {
      const code = { key, code: key, windowsVirtualKeyCode: KEY_CODES[key] ?? 0 };
      const text = key === 'Enter' ? { text: '\r' } : {};
      await send('Input.dispatchKeyEvent', { type: 'keyDown', ...code, ...text });
      await send('Input.dispatchKeyEvent', { type: 'keyUp', ...code });
    },
    close: async () => {
      if (!(await isThere())) return;
      await evaluate(() => void setTimeout(() => window.close()));
      for (const until = Date.now() + PATIENCE; await isThere(); await sleep(50)) {
        if (Date.now() > until) throw new Error('The side panel stays open.');
      }
    },
    screenshot: async (file) => {
      const { data } = (await send('Page.captureScreenshot', { format: 'png' })) as {
        data: string;
      };
      await writeFile(file, Buffer.from(data, 'base64'));
    },
  };
}

/**
 * Waits for the side panel that the extension opened, and attaches to it.
 *
 * @param context the browser
 * @param options.page the panel's page in the extension
 * @param options.timeout how long it may take to open, in milliseconds
 * @throws if no panel opens in time
 */
export async function sidePanelOf(
  context: BrowserContext,
  { page = 'sidepanel.html', timeout = PATIENCE } = {},
): Promise<SidePanel> {
  const session = await context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('This browser has no debugging session of its own.');
  for (const until = Date.now() + timeout; Date.now() < until; await sleep(50)) {
    const { targetInfos } = await session.send('Target.getTargets');
    const panel = targetInfos.find((target) => {
      const url = new URL(target.url || 'about:blank');
      const isOurs = url.protocol === 'chrome-extension:' && url.pathname === `/${page}`;
      // A page that Playwright has attached to is the same file opened in a tab.
      return isOurs && target.type === 'page' && !target.attached;
    });
    if (!panel) continue;
    const { targetId } = panel;
    const isThere = async () => {
      const { targetInfos: now } = await session.send('Target.getTargets');
      return now.some((target) => target.targetId === targetId);
    };
    const opened = panelOver(panel.url, await connect(session, targetId), isThere);
    // At first it has no size, and nothing in it could be clicked.
    const isLaidOut = () => document.readyState === 'complete' && innerWidth > 0;
    while (!(await opened.evaluate(isLaidOut)) && Date.now() < until) await sleep(50);
    return opened;
  }
  await session.detach();
  throw new Error(`No side panel (${page}) opened within ${timeout / 1000} s.`);
}
