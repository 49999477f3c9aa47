import type { Page } from 'playwright-core';

/** What a page's main thread has done so far, in its own processor time: others' load isn't in it. */
export interface Taken {
  /** All tasks, and the scripts in them (ms). */
  tasks: number;
  scripts: number;
}

/** Reads a page's main thread and heap. */
export interface Meter {
  taken(): Promise<Taken>;
  /** What some work takes, and what it leaves to be done at once. */
  of(work: () => Promise<unknown>): Promise<Taken>;
  /** Kilobytes on the heap, after a collection. */
  heap(): Promise<number>;
}

/** @returns the meter of a page, for as long as it is open. */
export async function meterOf(page: Page): Promise<Meter> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const read = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? 0;
  };
  const taken = async () => {
    const metric = await read();
    return { tasks: metric('TaskDuration') * 1000, scripts: metric('ScriptDuration') * 1000 };
  };
  const idle = () =>
    page.evaluate(() => new Promise<void>((done) => requestIdleCallback(() => done())));
  return {
    taken,
    of: async (work) => {
      await idle();
      const before = await taken();
      await work();
      await idle();
      const after = await taken();
      return { tasks: after.tasks - before.tasks, scripts: after.scripts - before.scripts };
    },
    heap: async () => {
      await session.send('HeapProfiler.collectGarbage');
      return (await read())('JSHeapUsedSize') / 1000;
    },
  };
}
