import { describe, expect, it } from 'vitest';
import { sites } from '../../../lib/detect/registry';
import { sampledSite, siteOf } from '../../../lib/detect/site';
import { documentOf, fixtureFolders } from './load';

const named = sites.filter(({ hosts }) => hosts !== null);

const pick = (address: string, table = sites) => siteOf(table, new URL(address))?.site ?? null;

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
    expect(pick(address, named)).toBeNull();
  });

  it('has fixtures for every site, and no two sites share a name and a host', () => {
    expect([...new Set(sites.map(({ site }) => site))].sort()).toEqual(fixtureFolders().sort());
    const places = sites.flatMap(({ site, hosts }) => (hosts ?? ['*']).map((h) => site + h));
    expect(new Set(places).size).toBe(places.length);
  });
});

describe('a sample page', () => {
  const sample = (html: string) =>
    sampledSite(sites, documentOf(html, new URL('http://127.0.0.1:4100/')))?.site ?? null;

  it('is the site that it says it imitates', () => {
    expect(sample('<meta name="salesmemory-sample" content="google-calendar">')).toBe(
      'google-calendar',
    );
    expect(sample('<meta name="salesmemory-sample" content="crm">')).toBe('crm');
  });

  it('is nothing without a mark, or with one of no site', () => {
    expect(sample('<meta name="description" content="crm">')).toBeNull();
    expect(sample('<meta name="salesmemory-sample" content="toString">')).toBeNull();
  });
});
