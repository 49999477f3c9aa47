import { describe, expect, it } from 'vitest';
import type { DetectedPerson, Detection } from '../../../lib/detect/detection';
import { companyOf } from '../../../lib/identity/addresses';
import { prospectsOf } from '../../../lib/identity/rules';

const us = { ownAddresses: ['robin@ours.example.com'], ownDomains: ['ours.com'] };

function person(email: string | null, name: string | null = null, self = false): DetectedPerson {
  return { email, name, self, role: 'guest' };
}

function page(people: DetectedPerson[], patch: Partial<Detection> = {}): Detection {
  return {
    site: 'google-calendar',
    kind: 'meeting',
    people,
    company: null,
    deal: null,
    title: null,
    startsAt: null,
    endsAt: null,
    pageId: '1',
    confidence: 'high',
    reason: 'test',
    ...patch,
  };
}

describe('who of a page is a prospect', () => {
  it('is nobody who belongs to us, no room, no group and no robot', () => {
    const people = [
      'robin@ours.example.com',
      'colleague@ours.com',
      'colleague@uk.ours.com',
      'c_18f@resource.calendar.google.com',
      'team_x@group.calendar.google.com',
      'no-reply@zoom.us',
      'noreply@theirs.com',
      'do-not-reply@theirs.com',
      'mailer-daemon@theirs.com',
      'not an address',
      'x@nowhere',
    ].map((email) => person(email));
    expect(prospectsOf(page(people), us)).toEqual([]);
  });

  it('is not the rep as the page knows them, by address, domain or name', () => {
    const people = [
      person('rep@vendor.com', 'Robin Rep', true),
      person('colleague@vendor.com', 'Col League'),
      person(null, 'Rep, Robin'),
      person('priya@rentokil.com', 'Priya Sharma'),
    ];
    const found = prospectsOf(page(people), { ownAddresses: [], ownDomains: [] });
    expect(found.map(({ name }) => name)).toEqual(['Priya Sharma']);
  });

  it('takes no stranger for a colleague because both have free mail', () => {
    const people = [person('rep@gmail.com', 'Rep', true), person('buyer@gmail.com', 'Buyer')];
    expect(prospectsOf(page(people), { ownAddresses: [], ownDomains: [] })).toEqual([
      { name: 'Buyer', email: 'buyer@gmail.com' },
    ]);
  });

  it('is not what a service or a list sends for somebody, whoever it names', () => {
    const people = [
      person('drive-shares-dm-noreply@google.com', 'Ana Silva (via Google Docs)'),
      person('no_reply@theirs.com', 'Ana Silva'),
      person('comments.no-reply@docs.theirs.com', 'Ana Silva'),
      person('procurement@theirs.com', "'Ana Silva' via Procurement"),
    ];
    expect(prospectsOf(page(people), us)).toEqual([]);
    const named = [person('via@theirs.com', 'Via Torres'), person('m@theirs.com', 'Maria Via')];
    expect(prospectsOf(page(named), us)).toHaveLength(2);
    expect(prospectsOf(page([person('karenoreply@theirs.com')]), us)).toHaveLength(1);
  });

  it('is not the rep by another spelling of their own address', () => {
    const own = { ownAddresses: ['robin.rep@gmail.com', 'robin@web.de'], ownDomains: [] };
    const people = [
      person('robin.rep+demo@gmail.com', 'Robin Rep'),
      person('robinrep@googlemail.com', 'Robin Rep'),
      person('robin+calls@web.de', 'Robin Rep'),
      person('rob.in@web.de', 'Rob In'),
    ];
    expect(prospectsOf(page(people), own).map(({ name }) => name)).toEqual(['Rob In']);
    const known = [person('robin.rep@gmail.com', 'Robin', true), person('robinrep@gmail.com')];
    expect(prospectsOf(page(known), { ownAddresses: [], ownDomains: [] })).toEqual([]);
  });

  it('is no colleague whose domain is written in letters here and in Latin ones there', () => {
    const people = [person('sam@xn--mller-kva.de'), person('sam@büro.müller.de')];
    for (const domain of ['müller.de', 'xn--mller-kva.de']) {
      const own = { ownAddresses: [], ownDomains: [domain] };
      expect(prospectsOf(page(people), own)).toEqual([]);
    }
  });

  it.each(['googlemail.com', 'hotmail.co.uk', 'outlook.de', 'fastmail.com', 'pm.me'])(
    'takes no stranger for a colleague because both are at %s',
    (domain) => {
      const people = [person(`rep@${domain}`, 'Rep', true), person(`buyer@${domain}`, 'Buyer')];
      expect(prospectsOf(page(people), { ownAddresses: [], ownDomains: [] })).toEqual([
        { name: 'Buyer', email: `buyer@${domain}` },
      ]);
    },
  );

  it('takes no domain for ours because its name ends the same', () => {
    expect(prospectsOf(page([person('a.b@notours.com')]), us)).toHaveLength(1);
  });

  it('is everyone else, each once, in the page’s order', () => {
    const people = [
      person('priya@rentokil.com', 'Priya Sharma'),
      person('james@paysend.com', 'James Okafor'),
      person('PRIYA@rentokil.com', 'P. Sharma'),
    ];
    expect(prospectsOf(page(people), us)).toEqual([
      { name: 'Priya Sharma', email: 'priya@rentokil.com', company: 'Rentokil' },
      { name: 'James Okafor', email: 'james@paysend.com', company: 'Paysend' },
    ]);
  });

  it('has a name from the address where the page gives none', () => {
    const people = ['priya.sharma+crm@rentokil.com', '12345@qq.com'].map((one) => person(one));
    expect(prospectsOf(page(people), us).map(({ name }) => name)).toEqual([
      'Priya Sharma',
      '12345@qq.com',
    ]);
  });

  it('has the company that a record names, and none from a meeting’s', () => {
    const people = [person('priya@gmail.com', 'Priya Sharma')];
    const record = page(people, { kind: 'record', company: 'Rentokil Initial' });
    expect(prospectsOf(record, us)[0]?.company).toBe('Rentokil Initial');
    expect(prospectsOf({ ...record, kind: 'meeting' }, us)[0]?.company).toBeUndefined();
  });

  it('is a guess where there is a name only', () => {
    expect(prospectsOf(page([person(null, 'Priya Sharma')]), us)).toEqual([
      { name: 'Priya Sharma' },
    ]);
  });
});

describe('the company of an address', () => {
  const cases: [string, string | undefined][] = [
    ['a@rentokil.com', 'Rentokil'],
    ['a@uk.rentokil.co.uk', 'Rentokil'],
    ['a@mail.big-bank.com.au', 'Big Bank'],
    ['a@gmail.com', undefined],
    ['a@outlook.com', undefined],
    ['a@web.de', undefined],
    ['a@live.nl', undefined],
    ['a@müller.de', 'Müller'],
    // What a domain in other letters reads as, nothing here can tell.
    ['a@xn--mller-kva.de', undefined],
    ['nobody', undefined],
  ];
  it.each(cases)('%s', (email, company) => {
    expect(companyOf(email)).toBe(company);
  });
});
