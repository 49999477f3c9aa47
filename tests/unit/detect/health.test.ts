import { describe, expect, it } from 'vitest';
import type { Detection } from '../../../lib/detect/detection';
import { patternOf } from '../../../lib/detect/health';
import { detection } from '../../../lib/detect/people';
import { sites } from '../../../lib/detect/registry';
import { siteOf } from '../../../lib/detect/site';
import { unreadOn } from '../../../lib/detect/unread';
import { withTimes } from '../../../lib/detect/when';
import { documentOf, fixtureFolders, fixturesOf } from './load';

const hosts = sites.flatMap((site) => site.hosts ?? []);

describe('the pattern of an address', () => {
  it.each([
    [
      'https://app-eu1.hubspot.com/contacts/4411/record/0-1/501?x=Ann',
      '*.hubspot.com/contacts/*/record/*/*',
    ],
    ['https://acme.pipedrive.com/person/9-ann-lee', '*.pipedrive.com/person/*'],
    ['https://app.attio.com/acme/person/0b9f', 'app.attio.com/*/person/*'],
    ['https://crm.acme.example/clients/ann@x.example#ann', '(own host)/*/*'],
    ['https://www.linkedin.com/in/ann-lee/', 'www.linkedin.com/in/*/'],
  ])('of %s names no host, person or workspace of anybody’s', (address, pattern) => {
    expect(patternOf(new URL(address), hosts)).toBe(pattern);
  });
});

describe('a page without anybody', () => {
  const empty = (address: string, body = '') => {
    const url = new URL(address);
    const site = siteOf(sites, url);
    if (!site) throw new Error('no site');
    return unreadOn(site, documentOf(`<body>${body}</body>`, url), url);
  };

  it('is unreadable where its address says that somebody is on it', () => {
    for (const address of [
      'https://app.hubspot.com/contacts/1/record/0-1/2',
      'https://x.lightning.force.com/lightning/r/Contact/003000000000001AAA/view',
      'https://x.pipedrive.com/person/1',
      'https://mail.google.com/mail/u/0/#inbox/FMfcgzQbfVxLmNpQrStVwXyZabcd',
      'https://calendar.google.com/calendar/u/0/r/eventedit/abc',
      'https://erp.firma.example/odoo/contacts/4',
      'https://www.linkedin.com/in/ann/',
    ])
      expect(empty(address)?.missing.length).toBeGreaterThan(0);
  });

  it('is nothing to complain of elsewhere', () => {
    for (const address of [
      'https://calendar.google.com/calendar/u/0/r/week',
      'https://outlook.office.com/calendar/view/week',
      'https://mail.google.com/mail/u/0/#inbox',
      'https://erp.firma.example/odoo/contacts',
      'https://crm.firma.example/dashboard',
    ])
      expect(empty(address)).toBeNull();
  });

  it('says nothing that stands on it', () => {
    const said = JSON.stringify(
      empty('https://app.hubspot.com/contacts/1/record/0-1/2', '<h1>Ann Secret</h1>'),
    );
    expect(said).not.toContain('Ann');
  });

  it('has selectors that its own written pages hold', () => {
    for (const site of sites.filter(({ hosts }) => hosts !== null)) {
      const pages = fixturesOf(site.site).filter(({ expected }) => expected !== null);
      for (const selector of site.needs) {
        const held = pages.some(
          ({ html, url }) => documentOf(html, url).querySelector(selector) !== null,
        );
        expect(held, `${site.site}: ${selector}`).toBe(true);
      }
    }
  });
});

it('each site has at least three written pages, one of them in another language', () => {
  for (const folder of fixtureFolders()) {
    const pages = fixturesOf(folder);
    expect(pages.length, folder).toBeGreaterThanOrEqual(3);
    expect(
      pages.some(({ html }) => /<html lang="(?:de|ja|ar)"/.test(html)),
      folder,
    ).toBe(true);
  }
});

describe('the start of a repeated event', () => {
  const now = new Date(2026, 10, 23, 12);
  const shown = { pieces: ['Tuesday, November 24', '3:00 – 3:30pm'], language: 'en' };
  const meeting = (planned: Date): Detection => {
    const stamp = planned.toISOString().replace(/[-:]/g, '').replace(/\.\d+/, '');
    return {
      ...detection({
        site: 'google-calendar',
        kind: 'meeting',
        pageId: btoa(`abc_${stamp} rep@x.example`),
        confidence: 'high',
        reason: 'test',
      }),
      shown,
    };
  };

  it('is claimed where the words and the id agree', () => {
    const at = new Date(2026, 10, 24, 15);
    expect(withTimes(meeting(at), now).startsAt).toBe(at.toISOString());
  });

  it('is not where it was moved, or is shown in another zone', () => {
    const found = withTimes(meeting(new Date(2026, 10, 24, 9)), now);
    expect(found.startsAt).toBeNull();
    expect(found.shown).toBeUndefined();
  });
});
