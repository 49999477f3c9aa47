import { Window as Browser } from 'happy-dom';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ChipView } from '../../../lib/messages';
import { type Chip, type ChipActions, createChip } from '../../../lib/overlay/chip';

const priya: ChipView = {
  name: 'Priya Sharma',
  score: 70,
  label: 'Hot ↗',
  momentum: 'improving',
  spoken: 'SalesMemory: Priya Sharma, 70, Hot, improving. Open the brief',
  hide: 'Hide SalesMemory here',
};

let document: Document;
let root: ShadowRoot;
let opened: ReturnType<typeof vi.fn>;
let moved: ReturnType<typeof vi.fn>;
let anchor: Element | null;
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
  moved = vi.fn();
  anchor = null;
  chip = createChip(document, {
    open: opened as () => void,
    moved: moved as ChipActions['moved'],
    anchor: () => anchor,
  });
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
      'Hot ↗',
    ]);
    expect(button('open').getAttribute('aria-label')).toBe(priya.spoken);
    expect(button('close').getAttribute('aria-label')).toBe(priya.hide);
  });

  it('shows a name alone before there is a score, a score of zero as zero', () => {
    chip.show({ name: 'Bo', score: null, label: null, momentum: null });
    expect(button('open').textContent).toBe('Bo');
    expect(button('open').getAttribute('aria-label')).toBe('Bo');
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

  describe('in the flow of a page', () => {
    beforeEach(() => {
      anchor = document.createElement('p');
      document.body.append(anchor);
      chip.show(priya);
    });

    it('stands after its anchor, and is put back where the page took it out', () => {
      expect(anchor?.nextElementSibling).toBe(host());
      host().remove();
      chip.keep();
      expect(anchor?.nextElementSibling).toBe(host());
    });

    it('floats once the anchor is gone', () => {
      anchor = null;
      chip.keep();
      expect(host().parentElement).toBe(document.documentElement);
    });

    it("doesn't fight a page that keeps taking it out", () => {
      for (let turn = 0; turn < 20; turn++) {
        host().remove();
        chip.keep();
      }
      expect(host().parentElement).toBe(document.documentElement);
    });

    it('stays away once it was closed', () => {
      button('close').click();
      chip.keep();
      expect(onPage()).toBe(false);
    });
  });

  describe('moved by the rep', () => {
    const box = () => root.querySelector('.chip') as HTMLElement;
    const point = (type: string, clientX: number, clientY: number) =>
      box().dispatchEvent(event(type, { clientX, clientY, buttons: 1, pointerId: 1 }));
    const place = () => [box().style.right, box().style.bottom];

    beforeEach(() => {
      box().setPointerCapture = () => undefined;
      chip.show({ ...priya, place: { right: 100, bottom: 50 } });
    });

    it('stands where it was put before', () => {
      expect(place()).toEqual(['100px', '50px']);
    });

    it('goes with the pointer, says where it was put, and opens nothing', () => {
      point('pointerdown', 500, 500);
      point('pointermove', 440, 470);
      point('pointerup', 440, 470);
      button('open').click();
      expect(moved).toHaveBeenCalledExactlyOnceWith({ right: 160, bottom: 80 });
      expect(place()).toEqual(['160px', '80px']);
      expect(opened).not.toHaveBeenCalled();
    });

    it('takes a trembling click for a click', () => {
      point('pointerdown', 500, 500);
      point('pointermove', 501, 501);
      point('pointerup', 501, 501);
      button('open').click();
      expect(moved).not.toHaveBeenCalled();
      expect(opened).toHaveBeenCalledTimes(1);
    });

    it('goes by the arrow keys, and never off the screen', () => {
      button('open').dispatchEvent(event('keydown', { key: 'ArrowLeft' }));
      expect(moved).toHaveBeenLastCalledWith({ right: 116, bottom: 50 });
      for (let turn = 0; turn < 10; turn++)
        button('open').dispatchEvent(event('keydown', { key: 'ArrowDown' }));
      expect(moved).toHaveBeenLastCalledWith({ right: 116, bottom: 0 });
    });
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
