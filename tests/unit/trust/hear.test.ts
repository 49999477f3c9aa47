// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { hear } from '../../../entrypoints/pages/hear';

const { handlers } = vi.hoisted(() => ({
  handlers: new Map<string, (message: object) => unknown>(),
}));
vi.mock('../../../lib/messages', () => ({
  onMessage: (kind: string, handler: (message: object) => unknown) => handlers.set(kind, handler),
}));

const id = 'abcdefghijklmnopabcdefghijklmnop';
vi.stubGlobal('chrome', { runtime: { id } });
vi.stubGlobal('location', { origin: 'https://extension.example' });

describe('what a page of the extension hears', () => {
  const listener = vi.fn();
  hear('pageShown', listener);
  const say = (sender: object) => handlers.get('pageShown')?.({ data: 'said', sender });

  it('is what the background says', () => {
    say({ id, origin: 'https://extension.example' });
    say({ id, url: 'https://extension.example/background.js' });
    expect(listener.mock.calls).toEqual([['said'], ['said']]);
  });

  it('is nothing that a script on a web page says, or another extension', () => {
    listener.mockClear();
    say({ id, origin: 'https://crm.example', url: 'https://crm.example/', tab: { id: 1 } });
    say({ id, origin: 'https://crm.example', url: 'https://extension.example/background.js' });
    say({ id, tab: { id: 1 } });
    say({ id: 'z'.repeat(32), origin: 'https://extension.example' });
    say({});
    expect(listener).not.toHaveBeenCalled();
  });
});
