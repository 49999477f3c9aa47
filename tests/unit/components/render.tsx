import { act, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach } from 'vitest';
import { NowContext } from '../../../components/common/Now';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

/** The moment that the screens of these tests are looked at. */
export const now = new Date('2026-05-20T08:00:00.000Z');

let root: Root | null = null;

afterEach(() => {
  act(() => root?.unmount());
  root = null;
  document.body.replaceChildren();
});

/** Draws into the document; called again within a test it draws anew into the same place. */
export function draw(node: ReactNode): void {
  if (!root) {
    const place = document.createElement('div');
    document.body.append(place);
    root = createRoot(place);
  }
  act(() => root?.render(<NowContext value={now}>{node}</NowContext>));
}

/** @returns the element of a test id. @throws where there is none. */
export function byId(testId: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(`[data-testid="${testId}"]`);
  if (!found) throw new Error(`Nothing drawn with the test id "${testId}".`);
  return found;
}

/** @returns all elements of a test id, in the order of the document. */
export function allById(testId: string): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(`[data-testid="${testId}"]`)];
}

/** @returns the button whose words are these. @throws where there is none. */
export function button(words: string): HTMLButtonElement {
  const found = [...document.querySelectorAll('button')].find((one) => one.textContent === words);
  if (!found) throw new Error(`No button says "${words}".`);
  return found;
}

export function click(element: HTMLElement): void {
  act(() => element.click());
}

/** Types into a field as a person does, through the value that React watches. */
export function type(element: HTMLElement, value: string): void {
  const prototype = Object.getPrototypeOf(element);
  act(() => {
    Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(element, value);
    element.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

export function press(element: HTMLElement, key: string, modifiers: KeyboardEventInit = {}): void {
  act(() => {
    element.dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...modifiers }),
    );
  });
}

/** Lets timers of up to so many milliseconds and promises run out. */
export async function settle(milliseconds = 0): Promise<void> {
  await act(async () => {
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
  });
}

/** Waits until an element is drawn whose code is loaded first. @returns it. */
export async function loaded(testId: string): Promise<HTMLElement> {
  for (let tries = 0; allById(testId).length === 0 && tries < 200; tries += 1) await settle(10);
  return byId(testId);
}
