// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import Unreadable from '../../../components/sites/Unreadable';
import { byId, click, draw, settle, type } from './render';

const problem = {
  site: 'hubspot',
  address: '*.hubspot.com/contacts/*/record/*/*',
  missing: ['[data-selenium-test="highlightTitle"]'],
};

describe('a page that couldn’t be read', () => {
  it('is reported with one click: site, pattern and missing parts', async () => {
    const onCopy = vi.fn(async (_: string) => true);
    draw(<Unreadable problem={problem} onCopy={onCopy} onName={vi.fn()} />);
    click(byId('unread-copy'));
    await settle();
    expect(onCopy.mock.calls[0]?.[0]).toBe(
      [
        'SalesMemory couldn’t read a page.',
        'Site: hubspot',
        'Address: *.hubspot.com/contacts/*/record/*/*',
        'Missing:',
        '- [data-selenium-test="highlightTitle"]',
      ].join('\n'),
    );
    expect(byId('unread-copy').textContent).toBe('Copied');
  });

  it('is got around by typing the name', async () => {
    const onName = vi.fn();
    draw(<Unreadable problem={problem} onCopy={vi.fn()} onName={onName} />);
    type(byId('unread-name') as HTMLInputElement, ' Ann Lee ');
    click(byId('unread-show'));
    await settle();
    expect(onName).toHaveBeenCalledExactlyOnceWith({ name: 'Ann Lee' });
  });
});
