import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { answer, isOnCalendar } from '../../../entrypoints/background/door';
import { detectionSchema } from '../../../lib/detect/detection';
import { prospectsOf } from '../../../lib/identity/rules';
import { originOf } from '../../../lib/sender';

const id = 'abcdefghijklmnopabcdefghijklmnop';
// Node knows no origin of an extension's own scheme; any other address tells as much.
const origin = 'https://extension.example';
const self = { id, origin };

const { handlers } = vi.hoisted(() => ({
  handlers: new Map<string, (message: unknown) => unknown>(),
}));
vi.mock('../../../lib/messages', () => ({
  onMessage: (kind: string, handler: (message: unknown) => unknown) => handlers.set(kind, handler),
}));
vi.mock('wxt/browser', () => ({
  browser: {
    runtime: {
      id: 'abcdefghijklmnopabcdefghijklmnop',
      getURL: () => 'https://extension.example/',
    },
  },
}));

const page = { id, origin, url: `${origin}/sidepanel.html` };
const content = { id, origin: 'https://crm.example', url: 'https://crm.example/x', tab: { id: 1 } };

beforeEach(() => handlers.clear());

describe('who sends a message', () => {
  it.each([
    ['our page', page, 'page'],
    ['our page in a tab', { ...page, tab: { id: 3 } }, 'page'],
    ['our page, its origin not told', { id, url: page.url }, 'page'],
    ['a script on a page', content, 'content'],
    [
      'a script on a page whose address looks like ours',
      { ...content, origin: undefined, url: `https://x.example/${origin}` },
      'content',
    ],
    ['a script in a sandboxed frame', { ...content, origin: 'null' }, 'content'],
    ['another extension', { ...page, id: 'z'.repeat(32) }, null],
    [
      'another extension’s page',
      { id, origin: 'chrome-extension://other', url: 'chrome-extension://other/x' },
      null,
    ],
    ['nobody', {}, null],
    ['our id without anything else', { id }, null],
  ])('%s', (_, sender, expected) => {
    expect(originOf(sender as Parameters<typeof originOf>[0], self)).toBe(expected);
  });

  it('is one of our pages for no address but ours, whatever is sent', () => {
    const text = fc.oneof(
      fc.constantFrom(
        'https://evil.example/x',
        'https://extension.example.evil.example/',
        'data:text/html,x',
      ),
      fc.string(),
      fc.constantFrom(origin, page.url, `${origin}.evil`, `${origin}@evil.example`),
    );
    const sender = fc.record(
      {
        id: fc.oneof(fc.constant(id), fc.string()),
        url: text,
        origin: text,
        tab: fc.constant({ id: 1 }),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(sender, (one) => {
        if (originOf(one, self) !== 'page') return;
        expect(one.id).toBe(id);
        const said = one.origin ?? (one.url === undefined ? '' : new URL(one.url).origin);
        // The origin of an address with another scheme is "null", which is never ours.
        expect(said === origin).toBe(true);
      }),
      { numRuns: 300 },
    );
  }, 30_000);
});

describe('the door', () => {
  const schema = z.object({ name: z.string().max(10) });

  const opened = (from: 'page' | 'content' | 'calendar') => {
    const handler = vi.fn(() => 'answered');
    answer('brief', from, schema as never, handler as never);
    const knock = (sender: unknown, data: unknown) => handlers.get('brief')?.({ sender, data });
    return { handler, knock };
  };

  it('lets in whom and what it is for', () => {
    const { handler, knock } = opened('page');
    expect(knock(page, { name: 'Priya' })).toBe('answered');
    expect(handler).toHaveBeenCalledOnce();
  });

  it('hands on nothing that isn’t in the schema', () => {
    const { handler, knock } = opened('page');
    knock(page, { name: 'Priya', apiKey: 'x' });
    expect(handler.mock.calls[0]).toEqual([{ data: { name: 'Priya' }, sender: page }]);
  });

  it('takes what only a calendar shows from calendars alone', () => {
    const { handler, knock } = opened('calendar');
    const on = (host: string) => ({
      ...content,
      origin: `https://${host}`,
      url: `https://${host}/`,
    });
    for (const host of ['calendar.google.com', 'outlook.office.com', 'outlook.live.com'])
      expect(knock(on(host), { name: 'Priya' }), host).toBe('answered');
    handler.mockClear();
    const others = [
      content,
      page,
      on('calendar.google.com.evil.example'),
      on('mail.google.com'),
      on('127.0.0.1'),
      // The address is the page's to change, the origin isn't.
      { ...content, url: 'https://calendar.google.com/' },
      { ...on('calendar.google.com'), origin: 'null' },
      { ...on('calendar.google.com'), id: 'z'.repeat(32) },
    ];
    for (const sender of others)
      expect(() => knock(sender, { name: 'Priya' })).toThrow("isn't yours");
    expect(others.map(isOnCalendar).filter(Boolean)).toHaveLength(1);
    expect(handler).not.toHaveBeenCalled();
  });

  it('keeps everything else out', () => {
    const { handler, knock } = opened('page');
    fc.assert(
      fc.property(fc.anything(), (data) => {
        expect(() => knock(content, data)).toThrow("isn't yours");
        expect(() => knock({}, data)).toThrow("isn't yours");
        if (!schema.safeParse(data).success) expect(() => knock(page, data)).toThrow("doesn't fit");
      }),
      { numRuns: 1_000 },
    );
    expect(handler).not.toHaveBeenCalled();
  });
});

describe('what a content script says', () => {
  it('is a detection of bounded size, or nothing', () => {
    fc.assert(
      fc.property(fc.anything({ maxDepth: 4 }), (data) => {
        const read = detectionSchema.nullable().safeParse(data);
        if (read.success && read.data)
          expect(JSON.stringify(read.data).length).toBeLessThan(300_000);
      }),
      { numRuns: 1_000 },
    );
    const person = { name: 'x'.repeat(301), email: null, role: 'guest', self: false };
    const base = {
      site: 'crm',
      kind: 'meeting',
      company: null,
      deal: null,
      title: null,
      startsAt: null,
      endsAt: null,
      pageId: 'x',
      confidence: 'high',
      reason: 'x',
    };
    expect(detectionSchema.safeParse({ ...base, people: [person] }).success).toBe(false);
    const many = Array.from({ length: 301 }, () => ({ ...person, name: 'x' }));
    expect(detectionSchema.safeParse({ ...base, people: many }).success).toBe(false);
  });

  it('names people of any kind without harm', () => {
    const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.emailAddress());
    const person = fc.record({
      name: fc.option(text),
      email: fc.option(text),
      role: fc.constantFrom('organizer', 'guest', 'contact', 'sender', 'recipient', 'profile'),
      self: fc.boolean(),
    });
    const detection = fc.record({
      site: fc.constant('crm'),
      kind: fc.constantFrom('meeting', 'record', 'thread', 'profile'),
      people: fc.array(person, { maxLength: 20 }),
      company: fc.option(text),
      deal: fc.option(text),
      title: fc.option(text),
      startsAt: fc.constant(null),
      endsAt: fc.constant(null),
      pageId: text,
      confidence: fc.constantFrom('high', 'medium', 'low'),
      reason: fc.constant('x'),
    });
    fc.assert(
      fc.property(detection, (data) => {
        const read = detectionSchema.safeParse(data);
        if (!read.success) return;
        const people = prospectsOf(read.data, { ownAddresses: [], ownDomains: [] } as never);
        for (const one of people) expect(one.name.trim()).not.toBe('');
      }),
      { numRuns: 200 },
    );
  }, 30_000);
});
