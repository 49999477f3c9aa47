import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Detection } from '../../../lib/detect/detection';
import type { Unread } from '../../../lib/detect/health';
import { googleCalendar } from '../../../lib/detect/sites/google-calendar';
import { unreadOn } from '../../../lib/detect/unread';
import { withTimes } from '../../../lib/detect/when';
import type { ChipView } from '../../../lib/messages';
import { type Background, type Page, runOnPage } from '../../../lib/overlay/run';
import { documentOf, fixtureNow, fixturesOf } from '../detect/load';

const view: ChipView = { name: 'Alex Morgan', score: 41, label: 'Engaged', momentum: 'steady' };
const [fixture] = fixturesOf('google-calendar').filter(({ name }) => name.endsWith('/popover'));

let document: Document;
let stop: AbortController;
let alive: boolean;
let tellChip: (view: ChipView | null) => void;
let tellLeave: () => void;
let complaints: (Unread | null)[];
const forget = vi.fn();
const detected = vi.fn<Background['detected']>();

const timed = (found: Detection | null) => found && withTimes(found, fixtureNow);
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
/** A busy machine makes the watch rest longer between two looks. */
const settle = (holds: () => void) => vi.waitFor(holds, { timeout: 8_000, interval: 20 });
const told = async (times: number) => {
  await settle(() => expect(detected).toHaveBeenCalledTimes(times));
  // What the answer leads to comes in the turns after it.
  await wait(20);
};
const when = () => dialog()?.querySelector('#xDetDlgWhen');
const chipOnPage = () =>
  when()?.nextElementSibling?.id === '' || document.documentElement.children.length === 3;
const dialog = () => [...document.querySelectorAll<HTMLElement>('[data-chips-dialog]')].at(-1);

function run(): void {
  const background: Background = {
    detected,
    unread: async (problem) => void complaints.push(problem),
    openPanel: async () => undefined,
    chipMoved: async () => undefined,
    onWord: (chip, leave) => {
      tellChip = chip;
      tellLeave = leave;
      return forget;
    },
    alive: () => alive,
  };
  const url = new URL(document.location.href);
  const page: Page = {
    look: () => timed(googleCalendar.detect(document, url)),
    unread: () => unreadOn(googleCalendar, document, url),
    anchor: () => googleCalendar.anchor?.(document) ?? null,
    reads: googleCalendar.reads,
  };
  runOnPage(document, page, background, stop);
}

beforeEach(() => {
  if (fixture === undefined) throw new Error('The popover fixture is missing.');
  document = documentOf(fixture.html, fixture.url);
  stop = new AbortController();
  alive = true;
  complaints = [];
  forget.mockReset();
  detected.mockReset().mockResolvedValue(view);
});
afterEach(() => stop.abort());

describe('a script on its page', () => {
  it('tells the background who is there and shows what comes back', async () => {
    run();
    await told(1);
    expect(detected.mock.calls).toEqual([[fixture?.expected]]);
    expect(chipOnPage()).toBe(true);
  });

  it('shows no chip where the background wants none, and one that it sends later', async () => {
    detected.mockResolvedValue(null);
    run();
    await told(1);
    expect(chipOnPage()).toBe(false);
    tellChip(view);
    expect(chipOnPage()).toBe(true);
    tellChip(null);
    expect(chipOnPage()).toBe(false);
  });

  it('withdraws, and takes the chip away, when the event closes', async () => {
    run();
    await told(1);
    dialog()?.remove();
    await told(2);
    expect(detected).toHaveBeenLastCalledWith(null);
    expect(chipOnPage()).toBe(false);
  });

  it('ignores an answer about somebody who is gone', async () => {
    let late: (view: ChipView) => void = () => undefined;
    detected.mockReturnValueOnce(new Promise((resolve) => (late = resolve)));
    run();
    await told(1);
    dialog()?.remove();
    await told(2);
    late(view);
    await wait(50);
    expect(chipOnPage()).toBe(false);
  });

  it('goes on after a failed answer, while the extension lives', async () => {
    detected.mockRejectedValueOnce(new Error('No response'));
    run();
    await told(1);
    dialog()?.querySelector('[role="treeitem"]')?.remove();
    await told(2);
    expect(detected).toHaveBeenCalledTimes(2);
    expect(chipOnPage()).toBe(true);
  });

  it('ends quietly when the extension is gone', async () => {
    run();
    await told(1);
    alive = false;
    detected.mockRejectedValue(new Error('Extension context invalidated.'));
    dialog()?.querySelector('[role="treeitem"]')?.remove();
    await settle(() => expect(stop.signal.aborted).toBe(true));
    expect(chipOnPage()).toBe(false);
    dialog()?.remove();
    await wait(200);
    expect(detected).toHaveBeenCalledTimes(2);
    expect(forget).not.toHaveBeenCalled();
  });

  it('stands in the event, and ends when the rep takes the site back', async () => {
    run();
    await told(1);
    expect(when()?.nextElementSibling?.tagName).toBe('DIV');
    expect(when()?.nextElementSibling?.id).toBe('');
    tellLeave();
    expect(chipOnPage()).toBe(false);
    expect(stop.signal.aborted).toBe(true);
  });

  it('says once that an open event can’t be read, and takes it back when it can', async () => {
    const event = dialog()?.querySelector('#xDetDlg');
    const id = event?.getAttribute('data-eventid') ?? '';
    event?.removeAttribute('data-eventid');
    run();
    await vi.waitFor(() => expect(complaints).toHaveLength(1), { timeout: 14_000 });
    expect(complaints[0]?.site).toBe('google-calendar');
    expect(complaints[0]?.missing[0]).toContain('data-eventid');
    event?.setAttribute('data-eventid', id);
    await settle(() => expect(complaints.slice(1)).toEqual([null]));
    await told(2);
  }, 30_000);

  it('leaves the page to a newer script without a word', async () => {
    run();
    await told(1);
    stop.abort();
    expect(chipOnPage()).toBe(false);
    expect(forget).toHaveBeenCalledTimes(1);
    expect(detected).toHaveBeenCalledTimes(1);
  });
});
