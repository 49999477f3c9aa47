import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { tellBattery } from '../../../entrypoints/pages/battery';

const told = vi.hoisted((): [string, unknown][] => []);
vi.mock('../../../lib/messages', () => ({
  sendMessage: async (...message: [string, unknown]) => void told.push(message),
}));

class Battery extends EventTarget {
  constructor(
    public charging: boolean,
    public level: number,
  ) {
    super();
  }
  becomes(change: Partial<Pick<Battery, 'charging' | 'level'>>, type: string): void {
    Object.assign(this, change);
    this.dispatchEvent(new Event(type));
  }
}

beforeEach(() => void told.splice(0));
afterEach(() => vi.unstubAllGlobals());

it('the background is told of the battery at once, whatever an earlier page said, and of each turn', async () => {
  const battery = new Battery(true, 0.9);
  vi.stubGlobal('navigator', { getBattery: async () => battery });
  await tellBattery();
  expect(told).toEqual([['battery', false]]);
  battery.becomes({ charging: false }, 'chargingchange');
  battery.becomes({ level: 0.5 }, 'levelchange');
  expect(told).toHaveLength(1);
  battery.becomes({ level: 0.2 }, 'levelchange');
  battery.becomes({ level: 0.1 }, 'levelchange');
  battery.becomes({ charging: true }, 'chargingchange');
  expect(told.map(([, spare]) => spare)).toEqual([false, true, false]);
});

it('a browser that tells nothing of its battery is no failure', async () => {
  vi.stubGlobal('navigator', {});
  await tellBattery();
  vi.stubGlobal('navigator', { getBattery: () => Promise.reject(new Error('no battery')) });
  await tellBattery();
  expect(told).toEqual([]);
});
