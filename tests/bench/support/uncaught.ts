import type { BrowserContext, CDPSession } from 'playwright-core';

interface Thrown {
  method?: string;
  params?: { exceptionDetails?: { text: string; exception?: { description?: string } } };
}

/** Listens to everything that is thrown and caught by nobody, in pages and in the service worker. */
export async function collectUncaught(context: BrowserContext, into: string[]): Promise<void> {
  context.on('weberror', (error) => into.push(String(error.error())));
  const session = await context.browser()?.newBrowserCDPSession();
  if (!session) return;
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { method, params } = JSON.parse(message) as Thrown;
    const details = params?.exceptionDetails;
    if (method !== 'Runtime.exceptionThrown' || !details) return;
    const text = details.exception?.description ?? details.text;
    // Chrome ends what is under way when it closes; nobody could catch that.
    if (!text.includes('The browser is shutting down')) into.push(text);
  });
  const listen = () => void listenToWorkers(session).catch(() => undefined);
  context.on('serviceworker', listen);
  listen();
}

async function listenToWorkers(session: CDPSession): Promise<void> {
  const { targetInfos } = await session.send('Target.getTargets');
  for (const { type, url, targetId } of targetInfos) {
    if (type !== 'service_worker' || !url.startsWith('chrome-extension://')) continue;
    const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false });
    const message = JSON.stringify({ id: 1, method: 'Runtime.enable' });
    await session.send('Target.sendMessageToTarget', { sessionId, message });
  }
}
