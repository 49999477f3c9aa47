// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { CHIP } from '../../../lib/upnext/grid';
import { type HoveredEvent, watchHover } from '../../../lib/upnext/hover';

let told: HoveredEvent[];
let stop: AbortController;

beforeEach(() => {
  vi.useFakeTimers();
  told = [];
  stop = new AbortController();
  document.body.innerHTML = `
    <div role="button" data-eventid="a"><span>Rentokil: pilot</span><span id="a">9:00</span></div>
    <div role="button" data-eventid="b"><span id="b">Paysend</span></div>
    <div role="dialog"><div data-eventid="c"><p id="c">An opened event</p></div></div>
    <p id="beside">Beside</p>`;
  watchHover(
    document,
    { selector: CHIP, attribute: 'data-eventid' },
    (event) => void told.push(event),
    stop.signal,
  );
});
afterEach(() => {
  stop.abort();
  vi.useRealTimers();
});

const to = (id: string, type = 'pointerover') =>
  document.getElementById(id)?.dispatchEvent(new Event(type, { bubbles: true }));

it('an event that the pointer rests on is told, with what it shows', () => {
  to('a');
  vi.advanceTimersByTime(200);
  expect(told).toEqual([{ id: 'a', texts: ['Rentokil: pilot', '9:00'] }]);
});

it('one that is passed over isn’t', () => {
  to('a');
  vi.advanceTimersByTime(20);
  to('b');
  vi.advanceTimersByTime(20);
  to('beside');
  vi.advanceTimersByTime(500);
  expect(told).toEqual([]);
});

it('is told once as long as the pointer is on it, and again when it comes back', () => {
  for (let moves = 0; moves < 5; moves += 1) {
    to('a');
    vi.advanceTimersByTime(200);
  }
  expect(told).toHaveLength(1);
  to('beside');
  to('a');
  vi.advanceTimersByTime(200);
  expect(told).toHaveLength(2);
});

it('the focus counts as the pointer does; what isn’t an event of the grid never', () => {
  to('b', 'focusin');
  vi.advanceTimersByTime(200);
  to('c');
  vi.advanceTimersByTime(200);
  expect(told.map(({ id }) => id)).toEqual(['b']);
});

it('ends with the script', () => {
  to('a');
  stop.abort();
  to('b');
  vi.advanceTimersByTime(500);
  expect(told).toEqual([]);
});
