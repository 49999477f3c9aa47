import { Window as Browser } from 'happy-dom';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ChipView } from '../../../lib/messages';
import { type Chip, createChip } from '../../../lib/overlay/chip';

const priya: ChipView = { name: 'Priya Sharma', score: 70, label: 'Hot', momentum: 'improving' };

let document: Document;
let root: ShadowRoot;
let opened: ReturnType<typeof vi.fn>;
let chip: Chip;

const host = () => root.host as HTMLElement;
const button = (name: string) => root.querySelector(`button.${name}`) as HTMLButtonElement;
const onPage = () => host().isConnected;

function event(type: string, init: object = {}): Event {
  const page = document.defaultView as Window & typeof globalThis;
  return Object.assign(new page.Event(type, { bubbles: true, composed: true }), init);
}

beforeEach(() => {
  const window = new Browser({ url: 'https://calendar.google.com/' });
  document = window.document as unknown as Document;
  opened = vi.fn();
  const attach = vi.spyOn(window.Element.prototype, 'attachShadow');
  chip = createChip(document, opened as () => void);
  expect(attach).toHaveBeenCalledWith({ mode: 'closed' });
  root = attach.mock.results[0]?.value as unknown as ShadowRoot;
});

describe('the chip', () => {
  it('is on the page only while it has something to show', () => {
    expect(onPage()).toBe(false);
    chip.show(priya);
    expect(onPage()).toBe(true);
    chip.show(null);
    expect(onPage()).toBe(false);
  });

  it('shows name, score, label and trend, and says them', () => {
    chip.show(priya);
    expect([...button('open').children].map(({ textContent }) => textContent)).toEqual([
      'Priya Sharma',
      '70',
      'Hot',
      '↗',
    ]);
    expect(button('open').getAttribute('aria-label')).toBe(
      'SalesMemory: Priya Sharma, 70, Hot, improving. Open the brief',
    );
  });

  it('shows a name alone before there is a score, a score of zero as zero', () => {
    chip.show({ name: 'Bo', score: null, label: null, momentum: null });
    expect(button('open').textContent).toBe('Bo');
    expect(button('open').getAttribute('aria-label')).toBe('SalesMemory: Bo. Open the brief');
    chip.show({ ...priya, score: 0 });
    expect(root.querySelector('.score')?.textContent).toBe('0');
  });

  it('renders markup in a name as text', () => {
    chip.show({ ...priya, name: '<img src=x onerror=alert(1)>' });
    expect(root.querySelector('img')).toBeNull();
    expect(root.querySelector('.name')?.textContent).toBe('<img src=x onerror=alert(1)>');
  });

  it("can't be read by the page", () => {
    chip.show(priya);
    expect(host().shadowRoot).toBeNull();
    expect(document.documentElement.textContent).not.toContain('Priya');
  });

  it('opens the panel, by buttons that the keyboard reaches', () => {
    chip.show(priya);
    button('open').click();
    expect(opened).toHaveBeenCalledTimes(1);
    for (const one of root.querySelectorAll('button')) expect(one.tabIndex).toBe(0);
  });

  it('stays away for the one it was closed on, and comes back for another', () => {
    chip.show(priya);
    button('close').click();
    expect(onPage()).toBe(false);
    chip.show({ ...priya, score: 75 });
    expect(onPage()).toBe(false);
    chip.show({ ...priya, name: 'Bo' });
    expect(onPage()).toBe(true);
    chip.show(priya);
    expect(onPage()).toBe(true);
    expect(opened).not.toHaveBeenCalled();
  });

  it('closes upon Escape', () => {
    chip.show(priya);
    button('open').dispatchEvent(event('keydown', { key: 'Escape' }));
    expect(onPage()).toBe(false);
  });

  it.each(['pointerdown', 'mousedown', 'click', 'keydown'])(
    "keeps the page's listeners from hearing a %s in it",
    (type) => {
      const heard = vi.fn();
      document.addEventListener(type, heard);
      chip.show(priya);
      button('open').dispatchEvent(event(type));
      expect(heard).not.toHaveBeenCalled();
      document.body.dispatchEvent(event(type));
      expect(heard).toHaveBeenCalledTimes(1);
    },
  );
});
