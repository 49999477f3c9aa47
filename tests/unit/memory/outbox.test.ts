import { beforeEach, describe, expect, it } from 'vitest';
import type { Interaction } from '../../../lib/interaction';
import type { MemoryReason } from '../../../lib/memory/errors';
import { needsSomebody, type Outbox } from '../../../lib/memory/outbox';
import { FakeBrowser, FakeServer, type Fate } from './fakes';

const anHour = 3_600_000;
let server: FakeServer;
let browser: FakeBrowser;

beforeEach(() => {
  server = new FakeServer();
  browser = new FakeBrowser(server);
});

function log(id: string, email = 'ada@x.example'): Interaction {
  return {
    id,
    at: '2026-11-01T10:00:00.000Z',
    outcome: 'none',
    summary: `Words of ${id}`,
    prospect: 'Ada',
    email,
    type: 'call_log',
  };
}

/** A log that fills a request by itself. */
function longLog(id: string, email?: string): Interaction {
  return { ...log(id, email), summary: `Words of ${id} ${'and more '.repeat(2_300)}` };
}

/** @returns the outbox of a worker that handed one log over, which met a fate. */
async function handedOver(fate: Fate): Promise<Outbox> {
  const outbox = browser.worker();
  await outbox.add(log('1'));
  server.fates = [fate];
  await outbox.flush();
  return outbox;
}

/** Sends what waits once every pause is over. */
async function flushLater(outbox: Outbox): Promise<void> {
  browser.clock += anHour;
  await outbox.flush();
}

const waiting = async () =>
  (await browser.worker().items()).map(({ interaction }) => interaction.id);

describe('a log in the outbox', () => {
  it('is kept as soon as it is added, also for the next worker', async () => {
    await browser.worker().add(log('1'));
    expect(await waiting()).toEqual(['1']);
  });

  it('that the browser can’t keep is refused aloud, and the others stay', async () => {
    await browser.worker().add(log('1'));
    browser.onStore = () => {
      throw new Error('QUOTA_BYTES quota exceeded');
    };
    await expect(browser.worker().add(log('2'))).rejects.toThrow('QUOTA_BYTES');
    browser.onStore = () => {};
    expect(await waiting()).toEqual(['1']);
    await browser.worker().add(log('3'));
    expect(await waiting()).toEqual(['1', '3']);
  });

  it('is written together with those that are saved in the same moment', async () => {
    const outbox = browser.worker();
    let stores = 0;
    browser.onStore = () => {
      stores += 1;
    };
    const ids = Array.from({ length: 25 }, (_, index) => String(index));
    await Promise.all(ids.map((id) => outbox.add(log(id))));
    expect(await waiting()).toEqual(ids);
    expect(stores).toBeLessThanOrEqual(2);
    await Promise.all(ids.map((id) => outbox.add(log(id))));
    expect(stores).toBeLessThanOrEqual(2);
  });

  it('that is too large is refused alone, not with those saved in the same moment', async () => {
    const outbox = browser.worker();
    browser.onStore = (value) => {
      if (JSON.stringify(value).length > 20_000) throw new Error('QUOTA_BYTES quota exceeded');
    };
    const saved = await Promise.allSettled(
      [log('1'), longLog('2'), log('3')].map((one) => outbox.add(one)),
    );
    expect(saved.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await waiting()).toEqual(['1', '3']);
  });

  it('leaves only once the server holds it', async () => {
    const outbox = await handedOver('slow');
    expect(await waiting()).toEqual(['1']);
    server.work();
    await flushLater(outbox);
    expect(await waiting()).toEqual([]);
    expect(server.writes).toEqual(new Map([['1', 1]]));
  });

  it('that a slow server works on is no failure, and holds up nobody else', async () => {
    const outbox = browser.worker();
    await outbox.add(longLog('1'));
    await outbox.add(log('2', 'grace@x.example'));
    server.fates = ['slow'];
    await outbox.flush();
    const [item, ...others] = await outbox.items();
    expect(others).toEqual([]);
    expect(item).toMatchObject({ interaction: { id: '1' }, problem: null, attempts: 1 });
  });

  it('whose answer got lost is not written again', async () => {
    const outbox = await handedOver('answer lost');
    expect((await outbox.items())[0]?.problem?.reason).toBe('unreachable');
    await flushLater(browser.worker());
    expect(await waiting()).toEqual([]);
    expect(server.writes).toEqual(new Map([['1', 1]]));
  });

  it('that the server gave up goes out anew', async () => {
    const outbox = await handedOver('given up');
    expect((await outbox.items())[0]?.problem?.reason).toBe('broken');
    await flushLater(outbox);
    expect(await waiting()).toEqual([]);
    expect(server.writes).toEqual(new Map([['1', 1]]));
  });

  it('is written once when three windows flush at once', async () => {
    const windows = [1, 2, 3].map(() => browser.worker());
    for (let id = 0; id < 60; id += 1) await windows[id % 3]?.add(log(String(id)));
    await Promise.all(windows.map((window) => window.flush()));
    expect(await waiting()).toEqual([]);
    expect([...server.writes.values()]).toEqual(Array(60).fill(1));
  });

  it('that the server gave up goes out anew once, whichever windows find out', async () => {
    const windows = [1, 2, 3].map(() => browser.worker());
    await windows[0]?.add(log('1'));
    server.fates = ['given up'];
    await windows[0]?.flush();
    browser.clock += anHour;
    await Promise.all(windows.map((window) => window.flush()));
    expect(server.writes).toEqual(new Map([['1', 1]]));
    expect(server.operations.size).toBe(2);
  });

  it('that is added while others are sent goes out in the same run', async () => {
    const outbox = browser.worker();
    await outbox.add(log('1'));
    server.onSubmit = async ({ id }) => {
      if (id === '1') await browser.worker().add(log('2'));
    };
    await outbox.flush();
    expect([...server.documents.keys()]).toEqual(['1', '2']);
    expect(await waiting()).toEqual([]);
  });
});

describe('a log that fails', () => {
  it('is tried again later and later, a quarter of an hour apart at most', async () => {
    const outbox = browser.worker();
    await outbox.add(log('1'));
    const pauses: number[] = [];
    for (let attempt = 0; attempt < 12; attempt += 1) {
      server.fates = ['broken'];
      await outbox.flush();
      const [item] = await outbox.items();
      pauses.push((item?.notBefore ?? 0) - browser.clock);
      await outbox.flush();
      expect(server.writes.size).toBe(0);
      browser.clock = item?.notBefore ?? 0;
    }
    expect(pauses.slice(0, 3)).toEqual([2_000, 4_000, 8_000]);
    expect(pauses.at(-1)).toBe(900_000);
  });

  it('because nobody answered is tried again a minute later at the latest', async () => {
    const outbox = browser.worker();
    await outbox.add(log('1'));
    const pauses: number[] = [];
    for (let attempt = 0; attempt < 8; attempt += 1) {
      server.fates = ['unreachable'];
      await outbox.flush();
      const [item] = await outbox.items();
      pauses.push((item?.notBefore ?? 0) - browser.clock);
      browser.clock = item?.notBefore ?? 0;
    }
    expect(pauses).toEqual([2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000]);
  });

  it('because nobody answered goes out with another’s, as soon as somebody does', async () => {
    const outbox = browser.worker();
    for (const id of ['1', '2']) await outbox.add(log(id));
    for (let attempt = 0; attempt < 6; attempt += 1) {
      server.fates = ['unreachable'];
      await outbox.flush();
      browser.clock += 60_000;
    }
    server.fates = ['unreachable'];
    await outbox.flush();
    await outbox.add(log('3', 'grace@x.example'));
    await outbox.flush();
    expect(await waiting()).toEqual([]);
    expect([...server.documents.keys()]).toEqual(['3', '1', '2']);
    expect([...server.writes.values()]).toEqual([1, 1, 1]);
  });

  it('that the server refuses isn’t tried again because others got through', async () => {
    const outbox = await handedOver('broken');
    await outbox.add(log('2', 'grace@x.example'));
    await outbox.flush();
    expect(await waiting()).toEqual(['1']);
  });

  it('waits no longer for the workers that were killed before it failed', async () => {
    await browser.worker().add(log('1'));
    for (let killed = 0; killed < 5; killed += 1) {
      server.fates = ['lost'];
      let stores = 0;
      browser.onStore = () => {
        stores += 1;
        if (stores > 1) throw new Error('the worker was killed');
      };
      await expect(browser.worker().flush()).rejects.toThrow('the worker was killed');
    }
    browser.onStore = () => {};
    expect(await browser.worker().items()).toMatchObject([{ attempts: 5, failures: 0 }]);
    server.down = 'unreachable';
    await browser.worker().flush();
    const [item] = await browser.worker().items();
    expect((item?.notBefore ?? 0) - browser.clock).toBe(2_000);
  });

  it('is tried again although the clock was ahead by a year and is right again', async () => {
    browser.clock += 365 * 24 * anHour;
    const outbox = await handedOver('broken');
    browser.clock -= 365 * 24 * anHour;
    await outbox.flush();
    expect(await waiting()).toEqual([]);
  });

  it('goes out at once when somebody says so', async () => {
    const outbox = await handedOver('broken');
    await outbox.retry();
    await outbox.flush();
    expect(await waiting()).toEqual([]);
  });

  it('holds back later logs of the same person only', async () => {
    const outbox = browser.worker();
    for (const one of [longLog('1'), log('2', 'grace@x.example'), log('3')]) await outbox.add(one);
    server.fates = ['broken'];
    await outbox.flush();
    expect(await waiting()).toEqual(['1', '3']);
    await flushLater(outbox);
    expect([...server.documents.keys()]).toEqual(['2', '1', '3']);
  });

  it.each<MemoryReason>(['unreachable', 'refused', 'no_bank'])(
    'because the server is %s stops the run: the others would fare no better',
    async (reason) => {
      const outbox = browser.worker();
      for (const one of [longLog('1'), log('2', 'grace@x.example')]) await outbox.add(one);
      server.fates = [reason];
      await outbox.flush();
      expect(server.documents.size).toBe(0);
      const items = await outbox.items();
      expect(items.map(({ problem }) => problem?.reason ?? null)).toEqual([reason, null]);
      expect(items.map(needsSomebody)).toEqual([reason !== 'unreachable', false]);
    },
  );
});

describe('logs that go out together', () => {
  const people = ['ada@x.example', 'grace@x.example', 'alan@x.example'];
  const many = (count: number) =>
    Array.from({ length: count }, (_, index) => log(String(index), people[index % 3]));

  it('take a request for twenty of them, of whomever they are', async () => {
    const outbox = browser.worker();
    for (const one of many(50)) await outbox.add(one);
    await outbox.flush();
    expect([...server.operations.values()].map(({ logs }) => logs.length)).toEqual([20, 20, 10]);
    expect([...server.documents.keys()]).toEqual(many(50).map(({ id }) => id));
    expect(await waiting()).toEqual([]);
  });

  it.each<[Fate, number]>([
    ['lost', 1],
    ['answer lost', 1],
    ['slow', 1],
  ])('are repeated together where the first attempt was “%s”', async (fate, operations) => {
    const outbox = browser.worker();
    for (const one of many(6)) await outbox.add(one);
    server.fates = [fate];
    await outbox.flush();
    server.work();
    await flushLater(browser.worker());
    expect(await waiting()).toEqual([]);
    expect(server.operations.size).toBe(operations);
    expect([...server.writes.values()]).toEqual(Array(6).fill(1));
  });

  it('go out each alone where the server gave them up', async () => {
    const outbox = browser.worker();
    for (const one of many(4)) await outbox.add(one);
    server.fates = ['given up'];
    await outbox.flush();
    await flushLater(outbox);
    expect(await waiting()).toEqual([]);
    expect(server.operations.size).toBe(5);
    expect([...server.writes.values()]).toEqual(Array(4).fill(1));
  });

  it('go out in the order of each person, also where some go alone', async () => {
    const outbox = browser.worker();
    for (const one of [log('0'), log('1'), longLog('2')]) await outbox.add(one);
    server.fates = ['broken'];
    await outbox.flush();
    await flushLater(outbox);
    expect([...server.documents.keys()]).toEqual(['0', '1', '2']);
  });

  it('don’t wait for one among them that the server never takes', async () => {
    const outbox = browser.worker();
    for (const one of many(7)) await outbox.add(one);
    server.refused.add('1');
    for (let round = 0; round < 3; round += 1) {
      await outbox.flush();
      browser.clock += anHour;
    }
    // Whoever it is about waits with it: the order of a person's logs is kept.
    expect(await waiting()).toEqual(['1', '4']);
    server.refused.clear();
    for (let round = 0; round < 2; round += 1) {
      await outbox.flush();
      browser.clock += anHour;
    }
    expect(await waiting()).toEqual([]);
    expect([...server.writes.values()]).toEqual(Array(7).fill(1));
  });

  it('get there although each worker is killed before it could ask after all of them twice', async () => {
    for (const one of many(100)) await browser.worker().add(one);
    for (let workers = 0; workers < 3 && (await waiting()).length > 0; workers += 1) {
      let requests = 0;
      const dieAfterFive = () => {
        if (requests > 5) throw new Error('the worker was killed');
      };
      server.onRequest = () => {
        requests += 1;
        dieAfterFive();
      };
      browser.onStore = dieAfterFive;
      await browser
        .worker()
        .flush()
        .catch((error: Error) => expect(error.message).toBe('the worker was killed'));
      server.onRequest = () => {};
      browser.onStore = () => {};
    }
    expect(await waiting()).toEqual([]);
    expect([...server.writes.values()]).toEqual(Array(100).fill(1));
  });

  it('give the server more to do before it is done with the first of them', async () => {
    const outbox = browser.worker();
    for (const one of many(200)) await outbox.add(one);
    server.fates = Array(10).fill('slow');
    browser.onPause = () => server.work(1);
    const hadLeft: number[] = [];
    server.onSubmit = async () => {
      hadLeft.push(server.inWork());
    };
    await outbox.flush();
    expect(await waiting()).toEqual([]);
    expect(server.operations.size).toBe(10);
    // What is handed over counts itself.
    expect(Math.min(...hadLeft.slice(100))).toBeGreaterThan(1);
  });

  it('leave one behind that was taken back meanwhile', async () => {
    const outbox = browser.worker();
    for (const one of many(4)) await outbox.add(one);
    server.fates = ['lost'];
    await outbox.flush();
    await outbox.remove('2');
    await flushLater(outbox);
    expect([...server.documents.keys()]).toEqual(['0', '1', '3']);
    expect(browser.stored).toEqual({ items: [], damaged: [] });
  });
});

describe('a log that is taken back', () => {
  it('before it was handed over never goes out', async () => {
    const outbox = browser.worker();
    await outbox.add(log('1'));
    expect(await outbox.remove('1')).toBe(true);
    expect(await outbox.remove('1')).toBe(false);
    await outbox.flush();
    expect(server.writes.size).toBe(0);
  });

  it('while an earlier one is being sent never goes out', async () => {
    const outbox = browser.worker();
    for (const one of [longLog('1'), log('2')]) await outbox.add(one);
    server.onSubmit = async () => void (await browser.worker().remove('2'));
    await outbox.flush();
    expect([...server.documents.keys()]).toEqual(['1']);
    expect(await waiting()).toEqual([]);
  });

  it('after a failure, while an earlier one is being sent, is not tried again', async () => {
    const outbox = browser.worker();
    await outbox.add(log('2', 'grace@x.example'));
    server.fates = ['lost'];
    await outbox.flush();
    browser.clock += anHour;
    await outbox.add(log('1'));
    await Promise.all([outbox.flush(), browser.worker().remove('2')]);
    expect([...server.documents.keys()]).toEqual(['1']);
    // Its request may be on its way for some seconds, and nothing waits for that.
    await flushLater(outbox);
    expect(browser.stored).toMatchObject({ items: [] });
  });

  it('while it is being sent is taken from the server too', async () => {
    const outbox = browser.worker();
    await outbox.add(log('1'));
    let undone: Promise<boolean> = Promise.resolve(false);
    server.onSubmit = async () => {
      undone = browser.worker().remove('1');
    };
    await outbox.flush();
    expect(await undone).toBe(true);
    expect(server.documents.size).toBe(0);
    expect(browser.stored).toMatchObject({ items: [] });
  });

  it('while the server works on it doesn’t come back later', async () => {
    const outbox = await handedOver('slow');
    await outbox.remove('1');
    expect(await waiting()).toEqual([]);
    server.work();
    expect(server.documents.size).toBe(1);
    await browser.worker().flush();
    expect(server.documents.size).toBe(0);
    expect(browser.stored).toMatchObject({ items: [] });
  });

  it('while the server is away is taken from it once it is back', async () => {
    const outbox = await handedOver('answer lost');
    server.down = 'unreachable';
    await outbox.remove('1');
    expect(await waiting()).toEqual([]);
    server.down = null;
    await browser.worker().flush();
    expect(server.documents.size).toBe(0);
  });
});

describe('a log that is taken back and that the server doesn’t let go of', () => {
  it.each<MemoryReason>(['refused', 'unreachable', 'broken'])(
    'because its deletion is %s holds up no other',
    async (reason) => {
      const outbox = await handedOver('answer lost');
      server.keepsAll = reason;
      await outbox.remove('1');
      await outbox.add(log('2', 'grace@x.example'));
      await flushLater(outbox);
      expect([...server.documents.keys()]).toEqual(['1', '2']);
      expect(await waiting()).toEqual([]);
      server.keepsAll = null;
      await outbox.flush();
      expect([...server.documents.keys()]).toEqual(['2']);
    },
  );

  it('hides from nobody what the others wait for', async () => {
    const outbox = await handedOver('answer lost');
    server.down = 'refused';
    await outbox.remove('1');
    await outbox.add(log('2', 'grace@x.example'));
    await outbox.flush();
    expect((await outbox.items()).map(needsSomebody)).toEqual([true]);
  });
});

describe('a log that is reworded and then taken back', () => {
  const reworded = { ...log('1'), summary: 'Better words' };

  it('is taken from the server that stored its first words', async () => {
    const outbox = await handedOver('arrives');
    await outbox.add(reworded, true);
    expect(await outbox.remove('1')).toBe(true);
    await outbox.flush();
    expect(server.documents.size).toBe(0);
    expect(browser.stored).toEqual({ items: [], damaged: [] });
  });

  it('doesn’t come back in its first words, which were on their way', async () => {
    const outbox = await handedOver('slow');
    await outbox.add(reworded);
    await outbox.remove('1');
    server.work();
    await flushLater(outbox);
    expect(server.documents.size).toBe(0);
    expect(browser.stored).toEqual({ items: [], damaged: [] });
  });

  it('and saved once more after all is there in its last words', async () => {
    const outbox = await handedOver('answer lost');
    server.down = 'unreachable';
    await outbox.remove('1');
    await outbox.add(reworded);
    server.down = null;
    await flushLater(outbox);
    expect([...server.documents.values()]).toEqual([reworded]);
    expect(await waiting()).toEqual([]);
  });
});

describe('a log that is reworded', () => {
  const reworded = { ...log('1'), summary: 'Better words' };

  it('replaces the stored words', async () => {
    const outbox = await handedOver('arrives');
    await outbox.add(reworded);
    server.fates = ['lost'];
    await outbox.flush();
    expect(await waiting()).toEqual(['1']);
    await flushLater(outbox);
    expect([...server.documents.values()]).toEqual([reworded]);
    expect(await waiting()).toEqual([]);
  });

  it('while it is being sent goes out in its last words', async () => {
    const outbox = browser.worker();
    await outbox.add(log('1'));
    server.onSubmit = async ({ summary }) => {
      if (summary !== reworded.summary) await browser.worker().add(reworded);
    };
    await outbox.flush();
    expect(await waiting()).toEqual(['1']);
    await outbox.flush();
    expect([...server.documents.values()]).toEqual([reworded]);
    expect(await waiting()).toEqual([]);
  });

  it('before its turn comes goes out in its last words only', async () => {
    const outbox = browser.worker();
    for (const one of [longLog('0'), log('1')]) await outbox.add(one);
    server.onSubmit = async ({ id }) => {
      if (id === '0') await browser.worker().add(reworded);
    };
    await outbox.flush();
    await outbox.flush();
    expect(server.documents.get('1')).toEqual(reworded);
    expect(server.writes.get('1')).toBe(1);
    expect(await waiting()).toEqual([]);
  });
});

describe('a log that is saved again because the answer got lost', () => {
  it('is one log, also while its first delivery is on its way', async () => {
    const outbox = await handedOver('slow');
    const [first] = await outbox.items();
    await outbox.add({ ...log('1') });
    expect(await outbox.items()).toEqual([first]);
    server.work();
    await flushLater(outbox);
    expect(server.writes).toEqual(new Map([['1', 1]]));
  });

  it('in other words waits until the first delivery has ended', async () => {
    const outbox = await handedOver('slow');
    const better = { ...log('1'), summary: 'Better words' };
    await outbox.add(better);
    await outbox.flush();
    expect([...server.operations.values()].map(({ state }) => state)).toEqual(['working']);
    server.work();
    await flushLater(outbox);
    expect([...server.documents.values()]).toEqual([better]);
    expect(await waiting()).toEqual([]);
  });
});

describe('a damaged store', () => {
  it('loses nothing: what can’t be read is kept aside, the rest goes out', async () => {
    await browser.worker().add(log('1'));
    const { items } = browser.stored as { items: unknown[] };
    browser.stored = { items: [{ half: 'a log' }, ...items], damaged: ['from before'] };
    await browser.worker().flush();
    expect([...server.documents.keys()]).toEqual(['1']);
    expect(browser.stored).toEqual({ items: [], damaged: ['from before', { half: 'a log' }] });
  });

  it('is no empty one where what an earlier version put aside can be read again', async () => {
    await browser.worker().add(log('1'));
    const { items } = browser.stored as { items: unknown[] };
    browser.stored = { items: [], damaged: [{ half: 'a log' }] };
    expect(await browser.worker().isEmpty()).toBe(true);
    browser.stored = { items: [], damaged: items };
    expect(await browser.worker().isEmpty()).toBe(false);
    await browser.worker().flush();
    expect([...server.documents.keys()]).toEqual(['1']);
    expect(await browser.worker().isEmpty()).toBe(true);
  });

  it.each([['text'], [7], [{ items: 'none' }], [[]]])('of %j takes new logs', async (broken) => {
    browser.stored = broken;
    await browser.worker().add(log('1'));
    expect(browser.stored).toMatchObject({ damaged: [broken] });
    await browser.worker().flush();
    expect([...server.documents.keys()]).toEqual(['1']);
  });
});
