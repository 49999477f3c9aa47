import { describe, expect, it } from 'vitest';
import { sites } from '../../../lib/detect/registry';
import { type Site, siteOf } from '../../../lib/detect/site';
import { googleCalendar } from '../../../lib/detect/sites/google-calendar';
import { documentOf, fixtureFolders } from './load';

const named = sites.filter(({ hosts }) => hosts !== null);
const elsewhere = sites.filter(({ hosts }) => hosts === null);

const pick = (address: string, html = '', samples = false, table: readonly Site[] = sites) =>
  siteOf(table, documentOf(html, new URL(address)), new URL(address), samples)?.site ?? null;

describe('siteOf', () => {
  it.each([
    ['https://app.hubspot.com/contacts/1/record/0-1/2', 'hubspot'],
    ['https://app-na2.hubspot.com/contacts/1/record/0-3/2', 'hubspot'],
    ['https://x.my.salesforce.com/lightning/r/Contact/003AA00000XyZ12ABC/view', 'salesforce'],
    ['https://x.pipedrive.com/deal/4', 'pipedrive'],
    ['https://crm.zoho.com.au/crm/org1/tab/Leads/4', 'zoho'],
    ['https://x.crm4.dynamics.com/main.aspx?etn=contact&id=1', 'dynamics'],
    ['https://x.odoo.com/web#id=1&model=res.partner', 'odoo'],
    ['https://erp.own-host.example/odoo/contacts/4', 'odoo'],
    ['https://erp.own-host.example/people/4', 'crm'],
    ['https://www.linkedin.com/in/x', 'linkedin'],
  ])('%s is %s', (address, site) => expect(pick(address)).toBe(site));

  it.each([
    'https://app.hubspot.com/contacts/1/objects/0-1/views/all/list',
    'https://x.lightning.force.com/lightning/o/Contact/list',
    'https://x.pipedrive.com/deals/list',
    'https://www.linkedin.com/feed/',
  ])('%s is no record of its site', (address) => {
    expect(pick(address, '', false, named)).toBeNull();
  });

  it('has fixtures for every site, and no two sites share a name and a host', () => {
    expect([...new Set(sites.map(({ site }) => site))].sort()).toEqual(fixtureFolders().sort());
    const places = sites.flatMap(({ site, hosts }) => (hosts ?? ['*']).map((h) => site + h));
    expect(new Set(places).size).toBe(places.length);
  });

  describe('sample pages', () => {
    const address = 'http://127.0.0.1:4100/';
    const sample = (content: string) => `<meta name="salesmemory-sample" content="${content}">`;

    it('are what they say, in builds with samples', () => {
      expect(pick(address, sample('google-calendar'), true, [googleCalendar])).toBe(
        'google-calendar',
      );
      expect(pick(address, sample('crm'), true, elsewhere)).toBe('crm');
      expect(pick(address, sample('crm'), true, [googleCalendar])).toBeNull();
    });

    it('without a mark are nothing, nor is the mark on any other host', () => {
      expect(pick(address, '', true)).toBeNull();
      expect(pick('https://shop.example/', sample('google-calendar'), true)).toBe('crm');
    });

    it('are nothing special in a build for a store', () => {
      expect(pick(address, sample('google-calendar'), false, [googleCalendar])).toBeNull();
    });
  });
});
