import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Detection } from '../../../lib/detect/detection';
import { detection, person } from '../../../lib/detect/people';
import { watch } from '../../../lib/detect/watch';
import { documentOf } from './load';

/** Longer than any rest or settling of the watch. */
const LONG_MS = 700;

let document: Document;
let page: Window & typeof globalThis;
let heard: (Detection | null)[];
let looks: number;
let stop: AbortController;

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** The page under watch: an element says which meeting is open and who is its guest. */
function look(): Detection | null {
  looks += 1;
  const open = document.querySelector('[data-eventid]');
  if (open === null) return null;
  const guests = (open.textContent ?? '').split(' ').filter((word) => word !== '');
  return detection({
    site: 'test',
    kind: 'meeting',
    pageId: open.getAttribute('data-eventid') ?? '',
    people: guests.flatMap((name) => person('guest', name, `${name}@x.example`) ?? []),
    confidence: 'high',
    reason: 'test',
  });
}

function open(eventId: string, guests: string): Element {
  const dialog = document.createElement('div');
  dialog.setAttribute('data-eventid', eventId);
  dialog.textContent = guests;
  document.body.append(dialog);
  return dialog;
}

const summary = () => heard.map((one) => one && `${one.pageId}: ${one.people.map((p) => p.name)}`);

function hide(hidden: boolean): void {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(hidden);
  document.dispatchEvent(new page.Event('visibilitychange'));
}

beforeEach(() => {
  document = documentOf('<body></body>', new URL('https://x.example/'));
  page = document.defaultView as Window & typeof globalThis;
  heard = [];
  looks = 0;
  stop = new AbortController();
  watch(document, look, (found) => heard.push(found), stop.signal, { reads: '*' });
});
afterEach(() => stop.abort());

describe('watch', () => {
  it('says once that nobody is on a page where nothing is open: another may have been there', async () => {
    await wait(LONG_MS);
    document.body.append(document.createElement('p'));
    await wait(LONG_MS);
    expect(heard).toEqual([null]);
  });

  it('reports a surface once, however often the page changes around it', async () => {
    open('e1', 'Ann');
    await wait(LONG_MS);
    for (let i = 0; i < 5; i++) {
      document.body.append(document.createElement('p'));
      await wait(30);
    }
    await wait(LONG_MS);
    expect(summary()).toEqual(['e1: Ann']);
  });

  it('reports guests that arrive late, and withdraws when the surface closes', async () => {
    const dialog = open('e1', '');
    await wait(200);
    dialog.textContent = 'Ann Bo';
    await wait(200);
    dialog.remove();
    await wait(200);
    expect(summary()).toEqual(['e1: ', 'e1: Ann,Bo', null]);
  });

  it('waits for the content when only the id has changed', async () => {
    const dialog = open('e1', 'Ann');
    await wait(200);
    dialog.setAttribute('data-eventid', 'e2');
    await wait(60);
    dialog.textContent = 'Bo';
    await wait(LONG_MS);
    expect(summary()).toEqual(['e1: Ann', 'e2: Bo']);
  });

  it('waits likewise when the surface was closed in between', async () => {
    const dialog = open('e1', 'Ann');
    await wait(200);
    dialog.remove();
    await wait(200);
    dialog.setAttribute('data-eventid', 'e2');
    document.body.append(dialog);
    await wait(60);
    dialog.textContent = 'Bo';
    await wait(LONG_MS);
    expect(summary()).toEqual(['e1: Ann', null, 'e2: Bo']);
  });

  it('believes two meetings with the same guests after a moment', async () => {
    const dialog = open('e1', 'Ann');
    await wait(200);
    dialog.setAttribute('data-eventid', 'e2');
    await wait(LONG_MS);
    expect(summary()).toEqual(['e1: Ann', 'e2: Ann']);
  });

  it('looks seldom at a page that never stops changing', async () => {
    await wait(200);
    const before = looks;
    const began = performance.now();
    for (let i = 0; i < 50; i++) {
      document.body.append(document.createElement('p'));
      await wait(10);
    }
    // 50 changes in at least 500 ms; after a look that costs nothing comes a rest of 30 ms.
    expect(looks - before).toBeGreaterThan(0);
    expect(looks - before).toBeLessThanOrEqual(2 + (performance.now() - began) / 30);
  });

  it('does nothing without a change, and nothing while hidden', async () => {
    await wait(LONG_MS);
    const before = looks;
    await wait(LONG_MS);
    expect(looks).toBe(before);
    hide(true);
    open('e1', 'Ann');
    await wait(LONG_MS);
    expect(looks).toBe(before);
    hide(false);
    await wait(200);
    expect(summary()).toEqual([null, 'e1: Ann']);
  });

  it('looks again upon navigation and upon coming back from the cache', async () => {
    await wait(LONG_MS);
    for (const type of ['popstate', 'hashchange', 'pageshow']) {
      const before = looks;
      page.dispatchEvent(new page.Event(type));
      await wait(200);
      expect(looks).toBe(before + 1);
    }
  });

  it('withdraws when the page is left, and finds anew when it comes back', async () => {
    open('e1', 'Ann');
    await wait(200);
    page.dispatchEvent(new page.Event('pagehide'));
    page.dispatchEvent(new page.Event('pageshow'));
    await wait(LONG_MS);
    expect(summary()).toEqual(['e1: Ann', null, 'e1: Ann']);
  });

  it('is silent after its end', async () => {
    await wait(200);
    stop.abort();
    open('e1', 'Ann');
    page.dispatchEvent(new page.Event('popstate'));
    page.dispatchEvent(new page.Event('pagehide'));
    await wait(LONG_MS);
    expect(heard).toEqual([null]);
  });
});

describe('a watch of some parts of a page', () => {
  let part: HTMLElement;

  beforeEach(async () => {
    stop.abort();
    stop = new AbortController();
    heard = [];
    watch(document, look, (found) => heard.push(found), stop.signal, {
      reads: '.part',
    });
    part = document.createElement('div');
    part.className = 'part';
    part.style.display = 'none';
    await wait(200);
  });

  it('looks at nothing else', async () => {
    document.body.append(part);
    await wait(200);
    const before = looks;
    const aside = document.createElement('div');
    document.body.append(aside);
    for (let turn = 0; turn < 20; turn++) aside.append(document.createElement('p'));
    aside.firstElementChild?.remove();
    aside.append('text');
    await wait(200);
    expect(looks).toBe(before);
  });

  it('finds a part that comes, inside of what comes, and each change in it', async () => {
    const around = document.createElement('section');
    around.append(part);
    document.body.append(around);
    const event = document.createElement('div');
    event.setAttribute('data-eventid', 'e1');
    part.append(event);
    await wait(200);
    event.textContent = 'Ann';
    await wait(200);
    event.firstChild?.replaceWith('Bo');
    await wait(200);
    around.remove();
    await wait(200);
    expect(summary()).toEqual([null, 'e1: ', 'e1: Ann', 'e1: Bo', null]);
  });

  it('looks when a part, or what it stands in, is shown', async () => {
    const around = document.createElement('section');
    around.append(part);
    document.body.append(around);
    await wait(200);
    for (const one of [part, around]) {
      const before = looks;
      one.style.display = 'block';
      await wait(200);
      expect(looks).toBeGreaterThan(before);
    }
  });
});

describe('how long a watch rests', () => {
  it('grows with what a look costs', async () => {
    stop.abort();
    stop = new AbortController();
    let slow = 0;
    const heavy = () => {
      slow += 1;
      const until = page.performance.now() + 10;
      while (page.performance.now() < until);
      return null;
    };
    watch(document, heavy, () => undefined, stop.signal, { reads: '*' });
    await wait(100);
    const [before, began] = [slow, performance.now()];
    while (performance.now() - began < 900) {
      document.body.append(document.createElement('p'));
      await wait(10);
    }
    // 10 ms of work are a twentieth of 200 ms.
    expect(slow - before).toBeLessThanOrEqual(6);
  });
});

describe('a watch of records', () => {
  let shown: Detection | null;
  const contact = (id: string, name: string, email: string): Detection =>
    detection({
      site: 'test',
      kind: 'record',
      pageId: id,
      title: name,
      people: [person('contact', name, email)].filter((one) => one !== null),
      confidence: 'high',
      reason: 'test',
    });
  const show = async (found: Detection | null, ms: number) => {
    shown = found;
    page.dispatchEvent(new page.Event('popstate'));
    await wait(ms);
  };
  const names = () => heard.map((one) => one && `${one.pageId} ${one.people[0]?.name}`);

  beforeEach(async () => {
    stop.abort();
    stop = new AbortController();
    shown = null;
    watch(
      document,
      () => shown,
      (found) => heard.push(found),
      stop.signal,
      { reads: '*' },
    );
    await show(contact('1', 'Ann', 'ann@x.example'), 200);
  });

  it('never gives the new record the name of the one before', async () => {
    await show(contact('2', 'Ann', 'ann@x.example'), 1000);
    await show(contact('2', 'Bo', 'bo@x.example'), 200);
    expect(names()).toEqual(['1 Ann', '2 Bo']);
  });

  it('never gives a new name the address of the one before', async () => {
    await show(contact('2', 'Bo', 'ann@x.example'), 1000);
    await show(contact('2', 'Bo', 'bo@x.example'), 200);
    expect(heard.map((one) => one?.people[0]?.email)).toEqual(['ann@x.example', 'bo@x.example']);
  });

  it('reports a record that shares nothing with the one before at once', async () => {
    await show(contact('2', 'Bo', 'bo@x.example'), 200);
    expect(names()).toEqual(['1 Ann', '2 Bo']);
  });

  it('believes two records of one name in the end', async () => {
    await show(contact('2', 'Ann', 'ann@x.example'), 2500);
    expect(names()).toEqual(['1 Ann', '2 Ann']);
  });
});
