import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { googleCalendar } from '../../../lib/detect/sites/google-calendar';
import type { ChipView } from '../../../lib/messages';
import { type Background, runOnPage } from '../../../lib/overlay/run';
import { documentOf, fixturesOf } from '../detect/load';

const view: ChipView = { name: 'Alex Morgan', score: 41, label: 'Engaged', momentum: 'steady' };
const [fixture] = fixturesOf('google-calendar').filter(({ name }) => name.endsWith('/popover'));

let document: Document;
let stop: AbortController;
let alive: boolean;
let tellChip: (view: ChipView | null) => void;
const forget = vi.fn();
const detected = vi.fn<Background['detected']>();

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const chipOnPage = () => document.documentElement.children.length === 3;
const dialog = () => [...document.querySelectorAll<HTMLElement>('[data-chips-dialog]')].at(-1);

function run(): void {
  const background: Background = {
    detected,
    openPanel: async () => undefined,
    onChip: (listener) => {
      tellChip = listener;
      return forget;
    },
    alive: () => alive,
  };
  const url = new URL(document.location.href);
  runOnPage(document, () => googleCalendar.detect(document, url), background, stop);
}

beforeEach(() => {
  if (fixture === undefined) throw new Error('The popover fixture is missing.');
  document = documentOf(fixture.html, fixture.url);
  stop = new AbortController();
  alive = true;
  forget.mockReset();
  detected.mockReset().mockResolvedValue(view);
});
afterEach(() => stop.abort());

describe('a script on its page', () => {
  it('tells the background who is there and shows what comes back', async () => {
    run();
    await wait(200);
    expect(detected.mock.calls).toEqual([[fixture?.expected]]);
    expect(chipOnPage()).toBe(true);
  });

  it('shows no chip where the background wants none, and one that it sends later', async () => {
    detected.mockResolvedValue(null);
    run();
    await wait(200);
    expect(chipOnPage()).toBe(false);
    tellChip(view);
    expect(chipOnPage()).toBe(true);
    tellChip(null);
    expect(chipOnPage()).toBe(false);
  });

  it('withdraws, and takes the chip away, when the event closes', async () => {
    run();
    await wait(200);
    dialog()?.remove();
    await wait(200);
    expect(detected).toHaveBeenLastCalledWith(null);
    expect(chipOnPage()).toBe(false);
  });

  it('ignores an answer about somebody who is gone', async () => {
    let late: (view: ChipView) => void = () => undefined;
    detected.mockReturnValueOnce(new Promise((resolve) => (late = resolve)));
    run();
    await wait(200);
    dialog()?.remove();
    await wait(200);
    late(view);
    await wait(50);
    expect(chipOnPage()).toBe(false);
  });

  it('goes on after a failed answer, while the extension lives', async () => {
    detected.mockRejectedValueOnce(new Error('No response'));
    run();
    await wait(200);
    dialog()?.querySelector('[role="treeitem"]')?.remove();
    await wait(200);
    expect(detected).toHaveBeenCalledTimes(2);
    expect(chipOnPage()).toBe(true);
  });

  it('ends quietly when the extension is gone', async () => {
    run();
    await wait(200);
    alive = false;
    detected.mockRejectedValue(new Error('Extension context invalidated.'));
    dialog()?.querySelector('[role="treeitem"]')?.remove();
    await wait(200);
    expect(stop.signal.aborted).toBe(true);
    expect(chipOnPage()).toBe(false);
    dialog()?.remove();
    await wait(200);
    expect(detected).toHaveBeenCalledTimes(2);
    expect(forget).not.toHaveBeenCalled();
  });

  it('leaves the page to a newer script without a word', async () => {
    run();
    await wait(200);
    stop.abort();
    expect(chipOnPage()).toBe(false);
    expect(forget).toHaveBeenCalledTimes(1);
    expect(detected).toHaveBeenCalledTimes(1);
  });
});
